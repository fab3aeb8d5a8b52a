import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { tanh } from "../../src/engine/activation.ts";
import { div, sub } from "../../src/engine/arithmetic.ts";
import { conv } from "../../src/engine/convolution.ts";
import { input, type Node } from "../../src/engine/graph.ts";
import { matmul } from "../../src/engine/linear-algebra.ts";
import { evaluateReference } from "../../src/engine/reference.ts";
import { reshape } from "../../src/engine/shape.ts";
import { maximumSoftmax } from "../../src/metrics/maximum-softmax.ts";
import { perturbTowardsPrediction } from "../../src/models/perturb-towards-prediction.ts";
import { congruential } from "./lcg.ts";

interface OdinCase {
  readonly temperature: number;
  readonly epsilon: number;
  readonly moved: readonly number[];
  readonly scores: readonly number[];
}

const cases: readonly OdinCase[] = JSON.parse(readFileSync(new URL("vectors/odin.json", import.meta.url), "utf8"));

const [images, side, channels, classes] = [5, 6, 3, 4];
const shape = [images, 1, side, side];
const filters = congruential(2, channels * 9).map((value, at) =>
  at % 9 === 0 || at % 9 === 8 ? 0 : 4 * (value - 0.5),
);
const feeds = {
  x: { shape, data: congruential(1, images * side * side) },
  filters: { shape: [channels, 1, 3, 3], data: filters },
  weight: {
    shape: [channels * 16, classes],
    data: congruential(3, channels * 16 * classes).map((value) => 6 * (value - 0.5)),
  },
};

/** The reference script's network, which standardises within. */
function network(x: Node): Node {
  const convolved = conv(div(sub(x, 0.1307), 0.3081), input("filters", feeds.filters.shape));
  return matmul(reshape(tanh(convolved), [images, channels * 16]), input("weight", feeds.weight.shape));
}

describe("ODIN equals a transcription of its formula in PyTorch", () => {
  test.each(cases)("temperature $temperature, epsilon $epsilon", ({ temperature, epsilon, moved, scores }) => {
    const x = input("x", shape);
    const [towards] = perturbTowardsPrediction(x, network(x), { temperature, epsilons: [epsilon] });
    const result = evaluateReference({ moved: towards as Node, logits: network(towards as Node) }, feeds);
    for (const [at, value] of moved.entries()) expect(result.moved.data[at]).toBeCloseTo(value, 11);
    const { probability } = maximumSoftmax(result.logits.data, classes, temperature);
    for (const [at, value] of scores.entries()) expect(probability[at]).toBeCloseTo(value, 10);
  });
});

test("a pixel without influence is moved down: the sign of 0 is +1", () => {
  const x = input("x", shape);
  const [moved] = perturbTowardsPrediction(x, network(x), { temperature: 10, epsilons: [0.25] });
  const { data } = evaluateReference({ moved: moved as Node }, feeds).moved;
  expect(data[0]).toBeCloseTo((feeds.x.data[0] as number) - 0.25, 14);
});

test("a small step raises the probability of what an image is taken for", () => {
  const x = input("x", shape);
  const logits = network(x);
  const [moved] = perturbTowardsPrediction(x, logits, { temperature: 10, epsilons: [1e-4] });
  const result = evaluateReference({ logits, after: network(moved as Node) }, feeds);
  const [before, after] = [result.logits, result.after].map(({ data }) => maximumSoftmax(data, classes, 10));
  for (const [image, probability] of (after?.probability ?? []).entries())
    expect(probability).toBeGreaterThan(before?.probability[image] as number);
});
