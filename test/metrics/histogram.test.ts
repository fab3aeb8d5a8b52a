import { describe, expect, it } from "vitest";
import { histogram } from "../../src/metrics/histogram.ts";
import vectors from "./vectors/histogram.json" with { type: "json" };

describe("histogram", () => {
  it.each(vectors.samples.map((sample, index) => [index, sample] as const))("counts as NumPy does, %i", (_, sample) => {
    const { scores, counts, middles, ...ends } = sample;
    const found = histogram(scores, ends);
    expect([...found.shares]).toEqual(counts.map((count) => count / scores.length));
    for (const [bin, middle] of middles.entries())
      expect(Math.abs((found.middles[bin] as number) - middle)).toBeLessThanOrEqual(1e-15 * Math.abs(ends.highest));
  });

  it.each([
    [[], { lowest: 0, highest: 1, bins: 2 }, "there are no scores"],
    [[0], { lowest: 0, highest: 0, bins: 2 }, "ends 0 and 0 do not ascend"],
    [[0], { lowest: 0, highest: 1, bins: 1 }, "1 bins; give 2 or more"],
    [[2], { lowest: 0, highest: 1, bins: 2 }, "score 2 lies outside 0 to 1"],
    [[Number.NaN], { lowest: 0, highest: 1, bins: 2 }, "score NaN lies outside 0 to 1"],
  ])("refuses misuse %#", (scores, ends, message) => {
    expect(() => histogram(scores, ends)).toThrow(`histogram: ${message}`);
  });
});
