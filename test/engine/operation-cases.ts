import { gate, relu, sigmoid, tanh } from "../../src/engine/activation.ts";
import { add, detach, div, exp, log, mul, neg, sqrt, sub } from "../../src/engine/arithmetic.ts";
import { concatenate } from "../../src/engine/concatenate.ts";
import { conv, convTransposed, convWeightGradient } from "../../src/engine/convolution.ts";
import type { Shape } from "../../src/engine/dimensions.ts";
import { constant, type Node } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import {
  binaryCrossEntropy,
  crossEntropy,
  divergenceFromStandardNormal,
  logSoftmax,
  meanSquaredError,
} from "../../src/engine/losses.ts";
import { batchNormInference, batchNormTraining } from "../../src/engine/normalisation.ts";
import { globalAveragePool, maxPool } from "../../src/engine/pooling.ts";
import { max, mean, sum, sumTo } from "../../src/engine/reduction.ts";
import { expand, pad, reshape, slice, transpose, transposeMatrix } from "../../src/engine/shape.ts";

/** One small use of an operation: its operands' shapes and the node built on them. */
export interface OperationCase {
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly build: (...operands: readonly Node[]) => Node;
  /** Operands are drawn from (0.5, 2) instead of around 0. */
  readonly positive?: boolean;
}

type Build1 = (a: Node) => Node;
type Build2 = (a: Node, b: Node) => Node;

const one = (name: string, shape: Shape, build: Build1, positive = false): OperationCase => ({
  name,
  shapes: [shape],
  build: (a) => build(present(a)),
  positive,
});
const two = (name: string, a: Shape, b: Shape, build: Build2, positive = false): OperationCase => ({
  name,
  shapes: [a, b],
  build: (left, right) => build(present(left), present(right)),
  positive,
});

const convolutions = [
  { x: [2, 3, 5, 6], w: [4, 3, 3, 3], options: {} },
  { x: [2, 3, 6, 5], w: [2, 3, 3, 3], options: { padding: 1 } },
  { x: [2, 2, 8, 9], w: [3, 2, 3, 3], options: { stride: 2, padding: 1 } },
  { x: [2, 2, 9, 8], w: [3, 2, 1, 1], options: { stride: 2 } },
  { x: [1, 2, 9, 10], w: [2, 2, 4, 4], options: { stride: 2, padding: 2 } },
  { x: [2, 1, 10, 11], w: [2, 1, 2, 3], options: { stride: 3, padding: 1 } },
  { x: [2, 2, 7, 8], w: [2, 2, 3, 2], options: { stride: [2, 3], padding: [1, 0] } },
  { x: [1, 2, 11, 7], w: [1, 2, 2, 2], options: { stride: 4 } },
  { x: [2, 1, 4, 4], w: [2, 1, 2, 2], options: { padding: 3 } },
  { x: [1, 1, 1, 1], w: [1, 1, 1, 1], options: { stride: [1, 3], padding: [0, 1] } },
  { x: [1, 1, 6, 6], w: [1, 1, 5, 5], options: { stride: 5, padding: 2 } },
] as const;

const convolutionCases = convolutions.flatMap(({ x, w, options }) => {
  const label = `x ${x.join("·")}, w ${w.join("·")}, ${JSON.stringify(options)}`;
  const output = (a: Node, b: Node) => conv(a, b, options).shape;
  const shape = output(constant(0, x), constant(0, w));
  const kernel = [w[2], w[3]] as const;
  return [
    two(`conv ${label}`, x, w, (a, b) => conv(a, b, options)),
    two(`convTransposed ${label}`, shape, w, (y, b) => convTransposed(y, b, options, [x[2], x[3]])),
    two(`convWeightGradient ${label}`, x, shape, (a, y) => convWeightGradient(a, y, { ...options, kernel })),
    two(`convWeightGradient per sample ${label}`, x, shape, (a, y) =>
      convWeightGradient(a, y, { ...options, kernel, perSample: true }),
    ),
  ];
});

const pools = [
  { x: [2, 2, 6, 6], options: { kernel: 2 } },
  { x: [2, 1, 7, 8], options: { kernel: 3, stride: 2, padding: 1 } },
  { x: [1, 2, 7, 9], options: { kernel: [2, 3], stride: [3, 2], padding: [1, 1] } },
  { x: [1, 2, 6, 5], options: { kernel: 3, stride: 1 } },
] as const;

/** Every operation of the graph, several times where shapes matter. */
export const operationCases: readonly OperationCase[] = [
  two("add broadcast", [2, 3], [3], (a, b) => add(a, b)),
  two("sub broadcast", [3, 1], [2, 1, 4], (a, b) => sub(a, b)),
  two("mul broadcast", [2, 3, 1], [3, 4], (a, b) => mul(a, b)),
  one("mul by itself", [2, 3], (a) => mul(a, a)),
  two("div broadcast", [2, 3], [2, 1], (a, b) => div(a, b), true),
  one("neg", [4], neg),
  one("exp", [2, 3], exp),
  one("log", [2, 3], log, true),
  one("sqrt", [2, 3], sqrt, true),
  one("sigmoid", [2, 3], sigmoid),
  one("tanh", [2, 3], tanh),
  one("relu", [3, 5], relu),
  two("gate", [3, 5], [3, 5], gate),
  two("detach", [3], [3], (a, b) => mul(detach(a), b)),
  one("reshape", [2, 6], (a) => reshape(a, [3, 4])),
  one("expand", [3, 1], (a) => expand(a, [2, 3, 4])),
  one("transpose", [2, 3, 4], (a) => transpose(a, [2, 0, 1])),
  one("transpose 4-d", [2, 3, 1, 4], (a) => transpose(a, [1, 3, 0, 2])),
  one("transposeMatrix", [2, 3, 4], transposeMatrix),
  one("pad", [2, 3], (a) => pad(a, [1, 0], [0, 2])),
  one("slice", [4, 5], (a) => slice(a, [1, 2], [2, 3])),
  one("sum of all", [2, 3, 4], (a) => sum(a)),
  one("sum of axes", [2, 3, 4], (a) => sum(a, { axes: [0, 2] })),
  one("sum kept", [2, 3, 4], (a) => sum(a, { axes: [1], keepDimensions: true })),
  one("sumTo", [2, 3, 4], (a) => sumTo(a, [3, 1])),
  one("mean", [2, 3, 4], (a) => mean(a, { axes: [1, 2] })),
  one("max", [3, 4], (a) => max(a, { axes: [1] })),
  one("max kept", [2, 3, 4], (a) => max(a, { axes: [0, 2], keepDimensions: true })),
  two("matmul", [3, 4], [4, 2], matmul),
  two("matmul batched", [2, 3, 4], [2, 4, 2], matmul),
  two("matmul broadcast", [2, 2, 3, 4], [2, 4, 5], matmul),
  two("matmul shared right", [2, 3, 4], [4, 5], matmul),
  ...convolutionCases,
  ...pools.map(({ x, options }) => one(`maxPool ${JSON.stringify(options)}`, x, (a) => maxPool(a, options))),
  two("concatenate", [2, 3, 2], [2, 1, 2], (a, b) => concatenate([a, b, a], 1)),
  one("globalAveragePool", [2, 3, 4, 5], globalAveragePool),
  {
    name: "batchNormInference",
    shapes: [[2, 3, 2, 4], [3], [3], [3], [3]],
    positive: true,
    build: (x, gamma, beta, centre, variance) =>
      batchNormInference(present(x), {
        gamma: present(gamma),
        beta: present(beta),
        mean: present(centre),
        variance: present(variance),
      }),
  },
  {
    name: "batchNormTraining of images",
    shapes: [[3, 2, 3, 2], [2], [2]],
    build: (x, gamma, beta) => batchNormTraining(present(x), { gamma: present(gamma), beta: present(beta) }).output,
  },
  {
    name: "batchNormTraining of vectors, with its statistics",
    shapes: [[5, 2], [2], [2]],
    build: (x, gamma, beta) => {
      const {
        output,
        mean: centre,
        variance,
      } = batchNormTraining(present(x), {
        gamma: present(gamma),
        beta: present(beta),
        epsilon: 0.1,
      });
      return add(output, mul(centre, variance));
    },
  },
  one("logSoftmax", [3, 4], logSoftmax),
  two("crossEntropy", [3, 4], [3, 4], crossEntropy),
  two("meanSquaredError", [3, 4], [3, 4], meanSquaredError),
  two("binaryCrossEntropy", [3, 4], [3, 4], binaryCrossEntropy),
  two("binaryCrossEntropy of targets in (0, 1), logits to 5", [3, 4], [3, 4], (a, b) =>
    binaryCrossEntropy(mul(a, 5), sigmoid(b)),
  ),
  two("divergenceFromStandardNormal", [3, 4], [3, 4], divergenceFromStandardNormal),
];

function present(node: Node | undefined): Node {
  if (node === undefined) throw new Error("a case lists fewer shapes than its operation has operands");
  return node;
}
