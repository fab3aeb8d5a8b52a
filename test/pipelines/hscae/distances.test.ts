import { expect, test } from "vitest";
import { distancesOf } from "../../../src/pipelines/hscae/distances.ts";
import { softmaxRows } from "../../../src/pipelines/hscae/softmax-rows.ts";
import { stream } from "../../../src/random/stream.ts";

const shape = { channels: 1, height: 28, width: 28 };

function drawn(name: string, count: number): Float32Array {
  const source = stream("distances test", name);
  return Float32Array.from({ length: count }, () => source.uniform());
}

test("softmax rows sum to 1, keep their order, and even out with the temperature", () => {
  const logits = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 800, 0, 0, 0, 0, 0, 0, 0, 0);
  const [cold, warm] = [softmaxRows(logits, 1), softmaxRows(logits, 2)];
  for (const rows of [cold, warm])
    for (const start of [0, 9])
      expect(rows.subarray(start, start + 9).reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
  // e^9 / (e^1 + … + e^9), and the same of halves.
  expect(cold[8]).toBeCloseTo((1 - Math.exp(-1)) / (1 - Math.exp(-9)), 6);
  expect(warm[8]).toBeCloseTo((1 - Math.exp(-0.5)) / (1 - Math.exp(-4.5)), 6);
  expect(cold[9]).toBe(1);
});

test("an image is at distance 0 from itself, by whatever distance", () => {
  const [images, logits] = [drawn("images", 2 * 784), drawn("logits", 18)];
  const compared = { images, reconstructions: images, logits, reconstructionLogits: logits };
  const none = new Float32Array(2);
  for (const distances of Object.values(distancesOf({ shape, ...compared, squaredErrors: none, contents: none })))
    for (const distance of distances) expect(distance).toBeCloseTo(0, 6);
});

test("softmax distances are those of two distributions worked out by hand", () => {
  // At temperature 2, logits 2 ln p have the probabilities p.
  const of = (probabilities: readonly number[]): Float32Array =>
    Float32Array.from(probabilities, (probability) => 2 * Math.log(probability));
  const images = drawn("images", 784);
  const { softmax, "max-softmax": maximum } = distancesOf({
    ...{ shape, images, reconstructions: images },
    logits: of([0.6, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05]),
    reconstructionLogits: of([0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0.6]),
    ...{ squaredErrors: new Float32Array(1), contents: new Float32Array(1) },
  });
  expect(softmax[0]).toBeCloseTo((2 * 0.55 ** 2) / 9, 6);
  expect(maximum[0]).toBeCloseTo(0, 6);
});
