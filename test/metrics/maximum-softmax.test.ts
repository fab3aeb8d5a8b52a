import { describe, expect, test } from "vitest";
import { maximumSoftmax } from "../../src/metrics/maximum-softmax.ts";
import { stream } from "../../src/random/stream.ts";

const source = stream("maximum softmax test");
const logits = Float32Array.from({ length: 40 * 9 }, () => 5 * source.normal());

describe("maximum softmax", () => {
  test("is the largest of probabilities that add up to 1", () => {
    for (const temperature of [0.5, 1, 10, 1000]) {
      const { probability, predicted } = maximumSoftmax(logits, 9, temperature);
      for (let row = 0; row < 40; row++) {
        const powers = Array.from(logits.subarray(9 * row, 9 * row + 9), (logit) => Math.exp(logit / temperature));
        const total = powers.reduce((sum, power) => sum + power, 0);
        expect(probability[row]).toBeCloseTo(Math.max(...powers) / total, 12);
        expect(powers[predicted[row] as number]).toBe(Math.max(...powers));
      }
    }
  });

  test("tends to a uniform distribution with the temperature, which changes no prediction", () => {
    const cold = maximumSoftmax(logits, 9, 0.01);
    const hot = maximumSoftmax(logits, 9, 1e6);
    expect(hot.predicted).toEqual(cold.predicted);
    for (const probability of hot.probability) expect(probability).toBeCloseTo(1 / 9, 4);
  });

  test("is the same for log-probabilities, and does not overflow", () => {
    const logProbabilities = maximumSoftmax([Math.log(0.2), Math.log(0.8)], 2, 10);
    const shifted = maximumSoftmax([1000, 1000 + Math.log(4)], 2, 10);
    expect(logProbabilities.probability[0]).toBeCloseTo(shifted.probability[0] as number, 12);
    expect(maximumSoftmax([1e4, -1e4], 2, 1).probability[0]).toBe(1);
  });

  test("takes the first of equal logits", () => {
    expect(maximumSoftmax([0, 3, 3], 3, 1).predicted[0]).toBe(1);
  });

  test("refuses what it cannot read, in one line", () => {
    expect(() => maximumSoftmax([1, 2, 3], 2, 1)).toThrow("maximumSoftmax: 3 logits of 2 classes");
    expect(() => maximumSoftmax([1, 2], 2, 0)).toThrow("maximumSoftmax: temperature 0 is not positive");
    expect(() => maximumSoftmax([1, Number.NaN], 2, 1)).toThrow("maximumSoftmax: logit 1 of example 0 is NaN");
  });
});
