import type { NodeOf, OperationName } from "../graph.ts";
import type { Emitter } from "./emitter.ts";

/** Emits the ONNX operators of one node, given the names of its inputs' values, and names its own value. */
export type Lowering<Name extends OperationName> = (
  node: NodeOf<Name>,
  values: readonly string[],
  emitter: Emitter,
) => string;

/** The operations that are computed: all but the leaves. */
export type ComputedOperation = Exclude<OperationName, "input" | "constant">;

/** One lowering for each of some operations. */
export type Lowerings<Names extends ComputedOperation = ComputedOperation> = {
  readonly [Name in Names]: Lowering<Name>;
};

/** The value at a position that the operation's arity guarantees. */
export function valueAt(values: readonly string[], position: number): string {
  const value = values[position];
  if (value === undefined) throw new Error(`lowering: operand ${position} is missing`);
  return value;
}
