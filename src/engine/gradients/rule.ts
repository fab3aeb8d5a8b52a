import type { Node, NodeOf, OperationName } from "../graph.ts";

/**
 * The cotangents of a node's inputs, given the node's own; undefined where nothing flows. Rules are built of graph
 * operations, so that gradients are graphs and have gradients themselves.
 */
export type GradientRule<Name extends OperationName> = (
  cotangent: Node,
  node: NodeOf<Name>,
) => readonly (Node | undefined)[];

export type DifferentiableOperation = Exclude<OperationName, "input" | "constant">;

/** One rule for each of some operations. */
export type GradientRules<Names extends DifferentiableOperation = DifferentiableOperation> = {
  readonly [Name in Names]: GradientRule<Name>;
};
