import type { Shape } from "../dimensions.ts";
import type { NodeOf, OperationName } from "../graph.ts";

/** A float64 array and its shape. */
export interface Array64 {
  readonly shape: Shape;
  readonly data: Float64Array;
}

/** Computes one node's values from its operands. */
export type ReferenceKernel<Name extends OperationName> = (
  node: NodeOf<Name>,
  operands: readonly Array64[],
) => Float64Array;

export type ComputedOperation = Exclude<OperationName, "input" | "constant">;

/** One kernel for each of some operations. */
export type ReferenceKernels<Names extends ComputedOperation = ComputedOperation> = {
  readonly [Name in Names]: ReferenceKernel<Name>;
};

/** The operand at a position that the operation's arity guarantees. */
export function operandAt(operands: readonly Array64[], position: number): Array64 {
  const operand = operands[position];
  if (operand === undefined) throw new Error(`reference: operand ${position} is missing`);
  return operand;
}
