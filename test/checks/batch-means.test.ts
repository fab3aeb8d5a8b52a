import { describe, expect, it } from "vitest";
import { checkBatchMeans } from "../../src/checks/batch-means.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { add, type Rational, rational, zero } from "../../src/numbers/rational.ts";
import { round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";

/** Every mean of batch accuracies, batch by batch. */
function meansOf(examples: number, batchSize: number): readonly Rational[] {
  const sizes: number[] = [];
  for (let left = examples; left > 0; left -= batchSize) sizes.push(Math.min(left, batchSize));
  let sums: readonly Rational[] = [zero];
  for (const size of sizes) {
    const next = sums.flatMap((sum) =>
      Array.from({ length: size + 1 }, (_, right) => add(sum, rational(right, size * sizes.length))),
    );
    sums = [...new Map(next.map((sum) => [`${sum.numerator}/${sum.denominator}`, sum])).values()];
  }
  return sums;
}

const cases = [
  [5, 2],
  [7, 3],
  [10, 4],
  [11, 4],
  [3, 8],
] as const;

describe("checkBatchMeans", () => {
  it.each(cases)("equals brute force for %i examples in batches of %i", (examples, batchSize) => {
    const means = meansOf(examples, batchSize);
    const wrong: string[] = [];
    for (const rule of roundingRules)
      for (let units = 0n; units <= 100n; units++) {
        const accuracy = decimal(units, 2);
        const possible = means.some((mean) => contains(roundingInterval(accuracy, rule), mean));
        const { details } = checkBatchMeans({ accuracy, examples, batchSize, scale: "fraction", rules: [rule] });
        const [first] = details.readings as readonly { readonly truth: string }[];
        if ((first?.truth === "true") !== possible) wrong.push(`${rule} ${accuracy.text}`);
      }
    expect(wrong).toEqual([]);
  });

  it("never calls a true mean of batches impossible, in percent either", () => {
    for (const mean of meansOf(11, 4)) {
      const printed = round(rational(mean.numerator * 100n, mean.denominator), 2);
      const { outcome } = checkBatchMeans({ accuracy: printed, examples: 11, batchSize: 4, scale: "percent" });
      expect(["consistent", "undecidable"]).toContain(outcome);
    }
  });

  it("names the reading that rescues, and says where it can decide nothing", () => {
    // 7/10 of all examples; batches of 4, 4 and 2 have multiples of 1/12.
    const plain = checkBatchMeans({ accuracy: parseDecimal("0.7000"), examples: 10, batchSize: 4 });
    expect(plain.outcome).toBe("conditional");
    expect(plain.rescuedBy).toEqual(["the share of all examples"]);
    // 3/8 of the two full batches.
    const dropped = checkBatchMeans({ accuracy: parseDecimal("0.3750"), examples: 10, batchSize: 4 });
    expect(dropped.rescuedBy).toEqual(["the mean without the last batch"]);
    // 79 batches: steps of 1/(128 · 16 · 79) are far below one unit of the second decimal.
    expect(checkBatchMeans({ accuracy: parseDecimal("93.47"), examples: 10_000, batchSize: 128 }).outcome).toBe(
      "undecidable",
    );
    expect(checkBatchMeans({ accuracy: parseDecimal("0.71"), examples: 10, batchSize: 4 }).outcome).toBe(
      "inconsistent",
    );
    expect(() => checkBatchMeans({ accuracy: parseDecimal("0.7"), examples: 10, batchSize: 0 })).toThrow(
      "batchSize is 0",
    );
  });
});
