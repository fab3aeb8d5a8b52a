import { describe, expect, it } from "vitest";
import { checkClassBatchMeans } from "../../src/checks/class-batch-means.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { add, equal, type Rational, rational, zero } from "../../src/numbers/rational.ts";
import { roundingInterval } from "../../src/numbers/rounding.ts";

type Part = { readonly size: number; readonly batches: number; readonly right: number };

/** The mean of batch accuracies over every division of the examples into batches, none empty. */
function meansOf(examples: number, batches: number): readonly Rational[] {
  const found = new Map<string, Rational>();
  const divide = (left: number, open: number, sum: Rational): void => {
    if (open === 0) {
      if (left === 0) found.set(`${sum.numerator}/${sum.denominator}`, sum);
      return;
    }
    for (let size = 1; size <= left - open + 1; size++)
      for (let right = 0; right <= size; right++)
        divide(left - size, open - 1, add(sum, rational(right, size * batches)));
  };
  divide(examples, batches, zero);
  return [...found.values()];
}

function partsOf(details: { readonly [name: string]: unknown }): readonly Part[] | undefined {
  return details.witness as readonly Part[] | undefined;
}

describe("checkClassBatchMeans", () => {
  it.each([
    [5, 2],
    [7, 3],
    [9, 4],
    [10, 3],
  ] as const)("finds nothing that brute force does not, for %i examples in %i batches", (examples, batches) => {
    const means = meansOf(examples, batches);
    let found = 0;
    for (const rule of ["half-either", "truncate"] as const)
      for (let units = 0n; units <= 100n; units++) {
        const accuracy = decimal(units, 2);
        const parts = partsOf(checkClassBatchMeans({ accuracy, examples, batches, scale: "fraction", rule }).details);
        if (parts === undefined) continue;
        found++;
        expect(parts.reduce((sum, part) => sum + part.size * part.batches, 0)).toBe(examples);
        expect(parts.reduce((sum, part) => sum + part.batches, 0)).toBe(batches);
        expect(parts.every(({ size, batches: count, right }) => right >= 0 && right <= size * count)).toBe(true);
        const mean = parts.reduce((sum, { size, right }) => add(sum, rational(right, size * batches)), zero);
        expect(means.some((other) => equal(other, mean))).toBe(true);
        expect(contains(roundingInterval(accuracy, rule), mean)).toBe(true);
      }
    expect(found).toBeGreaterThan(20);
  });

  it("finds every mean of the most even division", () => {
    // 7 examples in batches of 3 and 4: every (i/3 + j/4) / 2.
    for (let i = 0; i <= 3; i++)
      for (let j = 0; j <= 4; j++) {
        const units = BigInt(Math.round((1e6 * (4 * i + 3 * j)) / 24));
        const { details } = checkClassBatchMeans({
          accuracy: decimal(units, 6),
          examples: 7,
          batches: 2,
          scale: "fraction",
        });
        expect(details.witness, `${i}/3 and ${j}/4`).toBeDefined();
      }
  });

  it("says that it decides nothing where every number near the printed one is possible, and never says impossible", () => {
    const powerless = checkClassBatchMeans({ accuracy: parseDecimal("96.475"), examples: 980, batches: 79 });
    expect(powerless).toMatchObject({ outcome: "undecidable", details: { power: 0 } });
    expect(powerless.explanation).toContain("every printed number near it");
    const none = checkClassBatchMeans({ accuracy: parseDecimal("0.13"), examples: 4, batches: 2 });
    expect(none).toMatchObject({ outcome: "undecidable" });
    expect(none.explanation).toContain("not every one was tried");
    expect(checkClassBatchMeans({ accuracy: parseDecimal("0.75"), examples: 4, batches: 2 }).outcome).toBe(
      "consistent",
    );
    expect(() => checkClassBatchMeans({ accuracy: parseDecimal("0.5"), examples: 3, batches: 4 })).toThrow(
      "4 batches cannot each hold one of 3 examples",
    );
  });
});
