import type { Shape } from "../dimensions.ts";
import { type Array64, operandAt, type ReferenceKernel, type ReferenceKernels } from "./kernel.ts";
import { broadcastStrides, gather, walk } from "./positions.ts";

type Elementwise =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "neg"
  | "exp"
  | "log"
  | "sqrt"
  | "sigmoid"
  | "tanh"
  | "relu"
  | "gate"
  | "detach"
  | "batchNorm";

export const elementwiseKernels: ReferenceKernels<Elementwise> = {
  add: binary((a, b) => a + b),
  sub: binary((a, b) => a - b),
  mul: binary((a, b) => a * b),
  div: binary((a, b) => a / b),
  gate: binary((value, control) => (control > 0 ? value : 0)),
  neg: unary((x) => -x),
  exp: unary(Math.exp),
  log: unary(Math.log),
  sqrt: unary(Math.sqrt),
  sigmoid: unary((x) => 1 / (1 + Math.exp(-x))),
  tanh: unary(Math.tanh),
  relu: unary((x) => Math.max(x, 0)),
  detach: unary((x) => x),
  batchNorm: ({ shape }, operands) => {
    const [, gamma, beta, centred, inverseDeviation] = operands.map((operand) => broadcast(operand, shape));
    if (!gamma || !beta || !centred || !inverseDeviation) throw new Error("reference: batchNorm lacks an operand");
    return centred.map((x, i) => x * (gamma[i] as number) * (inverseDeviation[i] as number) + (beta[i] as number));
  },
};

function unary(f: (x: number) => number): ReferenceKernel<Elementwise> {
  return (_, operands) => operandAt(operands, 0).data.map((x) => f(x));
}

function binary(f: (a: number, b: number) => number): ReferenceKernel<Elementwise> {
  return ({ shape }, operands) => {
    const right = broadcast(operandAt(operands, 1), shape);
    return broadcast(operandAt(operands, 0), shape).map((left, i) => f(left, right[i] as number));
  };
}

function broadcast({ data, shape }: Array64, target: Shape): Float64Array {
  return gather(data, walk(target, broadcastStrides(shape, target)));
}
