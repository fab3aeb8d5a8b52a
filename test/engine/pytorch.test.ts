import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { gate, relu, sigmoid, tanh } from "../../src/engine/activation.ts";
import { add, detach, div, exp, log, mul, neg, sqrt, square, sub } from "../../src/engine/arithmetic.ts";
import { concatenate } from "../../src/engine/concatenate.ts";
import { conv, convTransposed, convWeightGradient } from "../../src/engine/convolution.ts";
import { gradient } from "../../src/engine/gradient.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import {
  binaryCrossEntropy,
  crossEntropy,
  divergenceFromStandardNormal,
  logSoftmax,
  meanSquaredError,
} from "../../src/engine/losses.ts";
import { batchNormInference, batchNormTraining } from "../../src/engine/normalisation.ts";
import { openEngine } from "../../src/engine/open-engine.ts";
import { globalAveragePool, maxPool } from "../../src/engine/pooling.ts";
import { max, mean, sum } from "../../src/engine/reduction.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { expand, pad, reshape, slice, transpose } from "../../src/engine/shape.ts";
import { relativeError, toTensor } from "./random-arrays.ts";

interface Stored {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** One case of vectors/operations.json; its script says how loss and projection are made. */
interface Vector {
  readonly operands: readonly Stored[];
  readonly weight: readonly Stored[];
  readonly directions: readonly Stored[];
  readonly output: readonly Stored[];
  readonly first: readonly Stored[];
  readonly second: readonly Stored[];
}

const vectors: { readonly cases: Readonly<Record<string, Vector>> } = JSON.parse(
  readFileSync(new URL("vectors/operations.json", import.meta.url), "utf8"),
);

const builders: Readonly<Record<string, (...operands: readonly [Node, Node, Node, Node, Node]) => Node>> = {
  "conv stride 2 padding 1": (x, w) => conv(x, w, { stride: 2, padding: 1 }),
  "conv kernel 4 stride 2 padding 2": (x, w) => conv(x, w, { stride: 2, padding: 2 }),
  "conv stride 3x2 padding 0x1": (x, w) => conv(x, w, { stride: [3, 2], padding: [0, 1] }),
  "convTransposed stride 2 padding 1 output padding 1": (y, w) =>
    convTransposed(y, w, { stride: 2, padding: 1 }, [8, 6]),
  "convTransposed padding 1": (y, w) => convTransposed(y, w, { padding: 1 }),
  "maxPool 3 stride 2 padding 1": (x) => maxPool(x, { kernel: 3, stride: 2, padding: 1 }),
  "maxPool 2": (x) => maxPool(x, { kernel: 2 }),
  batchNormTraining: (x, gamma, beta) => batchNormTraining(x, { gamma, beta }).output,
  batchNormInference: (x, gamma, beta, centre, logVariance) =>
    batchNormInference(x, { gamma, beta, mean: centre, variance: exp(logVariance) }),
  logSoftmax: (x) => logSoftmax(x),
  max: (x) => max(x, { axes: [1] }),
  matmul: (a, b) => matmul(a, b),
  "convWeightGradient stride 2 padding 1": (x, y) =>
    convWeightGradient(x, y, { stride: 2, padding: 1, kernel: [3, 3] }),
  "convWeightGradient per sample": (x, y) =>
    convWeightGradient(x, y, { stride: 2, padding: 1, kernel: [3, 3], perSample: true }),
  "batchNormTraining of vectors": (x, gamma, beta) => batchNormTraining(x, { gamma, beta }).output,
  globalAveragePool: (x) => globalAveragePool(x),
  "add and sub, broadcast": (a, b) => sub(add(a, b), mul(b, 3)),
  "mul, broadcast": (a, b) => mul(a, b),
  "div, broadcast": (a, b) => div(a, add(square(b), 1)),
  "neg and exp": (x) => exp(neg(x)),
  log: (x) => log(add(square(x), 1)),
  sqrt: (x) => sqrt(add(square(x), 1)),
  sigmoid: (x) => sigmoid(x),
  tanh: (x) => tanh(x),
  relu: (x) => mul(relu(x), x),
  gate: (x, control) => gate(x, control),
  detach: (a, b) => add(mul(detach(a), b), a),
  "reshape and transpose": (x) => transpose(reshape(x, [3, 4])),
  expand: (x) => expand(x, [2, 3, 4]),
  "pad and slice": (x) => slice(pad(x, [0, 1], [2, 0]), [1, 0], [3, 3]),
  "sum and mean": (x) => mul(sum(x, { axes: [0, 2] }), mean(x, { axes: [0, 2] })),
  concatenate: (a, b) => concatenate([a, b], 1),
  crossEntropy: (x, t) => crossEntropy(x, exp(logSoftmax(t))),
  meanSquaredError: (a, b) => meanSquaredError(a, b),
  binaryCrossEntropy: (x, t) => binaryCrossEntropy(x, sigmoid(t)),
  divergenceFromStandardNormal: (centre, logVariance) => divergenceFromStandardNormal(centre, logVariance),
  "binaryCrossEntropy at 0": (x, t) => binaryCrossEntropy(sub(x, detach(x)), sigmoid(t)),
};

function graphOf(name: string, { operands, output, directions }: Vector) {
  const build = builders[name];
  if (build === undefined) throw new Error(`no builder for the PyTorch case "${name}"`);
  const nodes = operands.map(({ shape }, position) => input(`operands${position}`, shape));
  const [x, ...rest] = nodes;
  if (x === undefined) throw new Error(`the PyTorch case "${name}" has no operands`);
  const built = build(x, rest[0] ?? x, rest[1] ?? x, rest[2] ?? x, rest[3] ?? x);
  const loss = sum(mul(square(built), input("weight0", output[0]?.shape ?? [])));
  const first = gradient(loss, nodes);
  const projection = first
    .map((node, position) => sum(mul(node, input(`directions${position}`, directions[position]?.shape ?? []))))
    .reduce((total, term) => add(total, term));
  const second = gradient(projection, nodes);
  return Object.fromEntries([
    ["output0", built],
    ...first.map((node, position) => [`first${position}`, node]),
    ...second.map((node, position) => [`second${position}`, node]),
  ]) as Readonly<Record<string, Node>>;
}

function feedsOf({ operands, weight, directions }: Vector) {
  const named = (name: string, arrays: readonly Stored[]) =>
    arrays.map(
      ({ shape, data }, position) => [`${name}${position}`, { shape, data: Float64Array.from(data) }] as const,
    );
  return Object.fromEntries([
    ...named("operands", operands),
    ...named("weight", weight),
    ...named("directions", directions),
  ]);
}

function expectedOf({ output, first, second }: Vector): ReadonlyMap<string, Stored> {
  const named = (name: string, arrays: readonly Stored[]) =>
    arrays.map((array, position) => [`${name}${position}`, array] as const);
  return new Map([...named("output", output), ...named("first", first), ...named("second", second)]);
}

describe("operations equal float64 PyTorch in value, first and second derivatives", () => {
  test.each(Object.entries(vectors.cases))("%s", async (name, vector) => {
    const outputs = graphOf(name, vector);
    const feeds = feedsOf(vector);
    const reference = evaluateReference(outputs, feeds);
    const engine = await openEngine({ engine: "ort" });
    const executable = await engine.compile(outputs);
    const computed = await executable.run(
      Object.fromEntries(Object.entries(feeds).map(([fed, array]) => [fed, toTensor(array)])),
    );
    await executable.release();
    for (const [output, { shape, data }] of expectedOf(vector)) {
      expect(reference[output]?.shape, output).toEqual(shape);
      expect(relativeError(reference[output]?.data ?? [], data), `${output} in float64`).toBeLessThan(1e-12);
      expect(relativeError(computed[output]?.data ?? [], data), `${output} on ONNX Runtime`).toBeLessThan(5e-6);
    }
  });

  test("every stored case is built", () => {
    expect(Object.keys(vectors.cases)).toEqual(Object.keys(builders));
  });
});
