import { describe, expect, it } from "vitest";
import { flagsByChance } from "../../src/checks/flags-by-chance.ts";

describe("flagsByChance", () => {
  it("is the sum over all ways in which checks can flag", () => {
    const probabilities = [0.02, 0.5, 0.31, 0.9, 0, 1, 0.07];
    for (let flags = 0; flags <= probabilities.length; flags++) {
      let chance = 0;
      for (let ways = 0; ways < 2 ** probabilities.length; ways++) {
        const flagged = probabilities.map((_, index) => ((ways >> index) & 1) === 1);
        if (flagged.filter(Boolean).length < flags) continue;
        chance += probabilities.reduce((all, p, index) => all * (flagged[index] ? p : 1 - p), 1);
      }
      expect(flagsByChance(probabilities, flags).atLeast).toBeCloseTo(chance, 12);
    }
    expect(flagsByChance(probabilities, 1).expected).toBeCloseTo(2.8, 12);
  });

  it("is the binomial tail for equal probabilities", () => {
    // 1 − Σ C(40, k) .02^k .98^(40 − k) for k to 1: 1 − .98^40 − 40 · .02 · .98^39.
    expect(flagsByChance(Array(40).fill(0.02), 2).atLeast).toBeCloseTo(1 - 0.98 ** 40 - 0.8 * 0.98 ** 39, 12);
    // All of 40: .02^40, which 1 − (…) would lose.
    expect(flagsByChance(Array(40).fill(0.02), 40).atLeast / 0.02 ** 40).toBeCloseTo(1, 10);
    expect(flagsByChance([], 0)).toEqual({ expected: 0, atLeast: 1 });
  });

  it("refuses what is no probability and more flags than checks", () => {
    expect(() => flagsByChance([1.5], 1)).toThrow("1.5 is not a probability");
    expect(() => flagsByChance([Number.NaN], 1)).toThrow("is not a probability");
    expect(() => flagsByChance([0.5], 2)).toThrow("2 flags in 1 checks");
  });
});
