import type { Tensor, Tensor4D } from "@tensorflow/tfjs-core";
import type { NodeOf, OperationName } from "../graph.ts";

/** The library, as a dynamic import gives it: nothing of it loads until an engine is opened. */
export type Tfjs = typeof import("@tensorflow/tfjs-core");

/** Computes one node from its operands by forward kernels; tfjs's own gradients are never asked. */
export type TfjsKernel<Name extends OperationName> = (tf: Tfjs, node: NodeOf<Name>, operands: Operands) => Tensor;

export type Operands = readonly Tensor[];

export type ComputedOperation = Exclude<OperationName, "input" | "constant">;

/** One kernel for each of some operations. */
export type TfjsKernels<Names extends ComputedOperation = ComputedOperation> = {
  readonly [Name in Names]: TfjsKernel<Name>;
};

/** The operand at a position that the operation's arity guarantees. */
export function operandAt(operands: Operands, position: number): Tensor {
  const operand = operands[position];
  if (operand === undefined) throw new Error(`tfjs: operand ${position} is missing`);
  return operand;
}

/** An operand that the graph has checked to have four axes. */
export function operand4d(operands: Operands, position: number): Tensor4D {
  const operand = operandAt(operands, position);
  if (operand.rank !== 4) throw new Error(`tfjs: operand ${position} has ${operand.rank} axes, not 4`);
  return operand as Tensor4D;
}
