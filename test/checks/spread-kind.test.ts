import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkDebit } from "../../src/checks/debit.ts";
import { checkGrimmer } from "../../src/checks/grimmer.ts";
import { checkSamples } from "../../src/checks/samples.ts";
import { checkSdOfRuns } from "../../src/checks/sd-of-runs.ts";
import { checkSdRange } from "../../src/checks/sd-range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { divide, rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";

describe("a standard error of the mean instead of an SD", () => {
  it("is never flagged where it is that of a real sample", () => {
    const samples = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(
        samples,
        fc.constantFrom<0 | 1>(0, 1),
        fc.constantFrom<"sem" | "either">("sem", "either"),
        fc.constantFrom("half-up", "truncate", "ceiling"),
        (values, ddof, spread, rule) => {
          const { mean, variance } = momentsOfSample(values, 1, ddof);
          const count = values.length;
          const printed = {
            mean: round(mean, 2, rule),
            sd: printedRoot(divide(variance, rational(count)), 2, rule),
            ddof,
            spread,
            rules: [rule],
          };
          const scale = { minimum: 0, maximum: 4 };
          const outcomes = [
            checkGrimmer({ ...printed, count }),
            checkGrimmer({ ...printed, count, scale }),
            checkSamples({ ...printed, count, scale }),
            checkSdRange({ ...printed, count, scale }),
            checkSdOfRuns({ ...printed, runs: count, grid: { decimals: 0 } }),
            ...(values.every((value) => value <= 1) ? [checkDebit({ ...printed, count })] : []),
          ].map(({ outcome }) => outcome);
          expect(outcomes).not.toContain("inconsistent");
          if (spread === "sem") expect(outcomes).not.toContain("conditional");
        },
      ),
      { seed: 161, numRuns: 200 },
    );
  });

  it("is told from an SD, and rescues where it is not said what stands behind ±", () => {
    // 13 of 32 ones: the SD is √(13 · 19/(32 · 31)) = .499, and .499/√32 = .0882.
    const printed = { mean: parseDecimal("0.41"), sd: parseDecimal("0.09"), count: 32, ddof: 1 as const };
    expect(checkDebit(printed).outcome).toBe("inconsistent");
    expect(checkDebit({ ...printed, spread: "sem" }).outcome).toBe("consistent");
    expect(checkDebit({ ...printed, sd: parseDecimal("0.50"), spread: "sem" }).outcome).toBe("inconsistent");
    expect(checkDebit({ ...printed, spread: "either" }).rescuedBy).toEqual([
      "a standard error (SD with n − 1, over √n)",
    ]);
  });
});
