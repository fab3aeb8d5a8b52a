import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDebit } from "../../src/checks/debit.ts";
import { decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { contains } from "../../src/numbers/interval.ts";
import { multiply, rational } from "../../src/numbers/rational.ts";
import { round, roundingInterval, roundingRules } from "../../src/numbers/rounding.ts";
import { printedRoot } from "./sample-oracle.ts";
import { readVectors } from "./vectors/read-vectors.ts";

describe("checkDebit", () => {
  const rows = readVectors<{ mean: string; sd: string; n: number }, { consistent: boolean }>("debit");

  it.each(rows)("$id: $input.mean ± $input.sd of $input.n", ({ input: { mean, sd, n }, expected }) => {
    const row = { mean: parseDecimal(mean), sd: parseDecimal(sd), count: n };
    const { outcome } = checkDebit({ ...row, ddof: 1, rules: ["half-either"] });
    expect(outcome !== "inconsistent").toBe(expected.consistent);
  });

  it("never flags true zeros and ones", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 2000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom<0 | 1>(0, 1),
        fc.boolean(),
        fc.constantFrom(...roundingRules),
        (count, share, decimals, ddof, percent, rule) => {
          const ones = Math.round(share * count);
          const unit = rational(percent ? 100 : 1);
          const variance = rational(BigInt(ones) * BigInt(count - ones), BigInt(count) * BigInt(count - ddof));
          const mean = round(multiply(rational(ones, count), unit), decimals, rule);
          const sd = printedRoot(multiply(variance, multiply(unit, unit)), decimals, rule);
          const row = { mean, sd, count, percent };
          expect(checkDebit({ ...row, ddof, rules: [rule] }).outcome).not.toBe("inconsistent");
          expect(checkDebit(row).outcome).not.toBe("inconsistent");
        },
      ),
      { seed: 51, numRuns: 2000 },
    );
  });

  it("decides as trying every count of ones does", () => {
    for (const count of [2, 7, 20]) {
      for (let units = 0n; units <= 100n; units += 7n) {
        const mean = decimal(units, 2);
        for (let sdUnits = 0n; sdUnits <= 60n; sdUnits += 2n) {
          const sd = decimal(sdUnits, 2);
          const possible = Array.from({ length: count + 1 }, (_, ones) => ones).some((ones) => {
            const variance = rational(ones * (count - ones), count * (count - 1));
            const prints = (["half-up", "half-down"] as const).some(
              (rule) => printedRoot(variance, 2, rule).units === sdUnits,
            );
            return prints && contains(roundingInterval(mean), rational(ones, count));
          });
          const { outcome } = checkDebit({ mean, sd, count, ddof: 1, rules: ["half-either"] });
          expect(outcome !== "inconsistent", `${mean.text} ± ${sd.text} of ${count}`).toBe(possible);
        }
      }
    }
  });

  it("finds the one count in the middle of a wide interval, where the ends alone do not tell", () => {
    // Means .45 to .55: the ends of the interval both give an SD of .4975, the middle gives .5.
    const row = { mean: parseDecimal("0.5"), sd: parseDecimal("0.50000"), count: 1_000_000_000, ddof: 1 } as const;
    expect(checkDebit({ ...row, rules: ["half-either"] }).outcome).toBe("consistent");
    // With n − 1 the SD is just above .5, which rounds up to .50001.
    expect(checkDebit({ ...row, sd: parseDecimal("0.50001") }).rescuedBy).toEqual(["rounding up (ceiling)"]);
    expect(checkDebit({ ...row, sd: parseDecimal("0.50002") }).outcome).toBe("inconsistent");
  });

  it("explains what the SD would be", () => {
    const result = checkDebit({ mean: parseDecimal("0.41"), sd: parseDecimal("0.09"), count: 32 });
    expect(result.outcome).toBe("inconsistent");
    // 13 of 32: √(13 · 19/(32 · 31)) = 0.49899…
    expect(result.explanation).toBe(
      "Printed 0.41 ± 0.09 of 32 zeros and ones: 13 ones give the mean, and the SD is then 0.4990.",
    );
  });
});
