import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkSdOfRuns } from "../../src/checks/sd-of-runs.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { multiply, rational } from "../../src/numbers/rational.ts";
import { round, roundingRules } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";

describe("checkSdOfRuns", () => {
  it("never flags true accuracies", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(20, 150, 1000, 10_000),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        fc.constantFrom<0 | 1>(0, 1),
        fc.constantFrom(...roundingRules),
        (examples, shares, level, percent, ddof, rule) => {
          const correct = shares.map((share) => Math.round((level + (1 - level) * share * 0.1) * examples));
          const { mean, variance } = momentsOfSample(
            correct.map((right) => Math.min(right, examples)),
            examples,
            ddof,
          );
          const unit = rational(percent ? 100 : 1);
          const { outcome } = checkSdOfRuns({
            mean: round(multiply(mean, unit), 2, rule),
            sd: printedRoot(multiply(variance, multiply(unit, unit)), 2, rule),
            runs: shares.length,
            grid: { examples, percent },
            ddof,
            rules: [rule],
          });
          expect(outcome).not.toBe("inconsistent");
        },
      ),
      { seed: 81, numRuns: 500 },
    );
  });

  it("never flags values that were rounded before", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 700, max: 999 }), { minLength: 2, maxLength: 10 }),
        fc.constantFrom(...roundingRules),
        (values, rule) => {
          const { mean, variance } = momentsOfSample(values, 10, 0);
          const row = { mean: round(mean, 1, rule), sd: printedRoot(variance, 2, rule), runs: values.length };
          expect(checkSdOfRuns({ ...row, grid: { decimals: 1 } }).outcome).not.toBe("inconsistent");
        },
      ),
      { seed: 82, numRuns: 1000 },
    );
  });

  it("rules out an SD between those that three runs on 50 examples can have", () => {
    // Means of 92.0 %: 138 of 150 right. 46, 46, 46 has SD 0; 45, 46, 47 has SD 2.0 (n − 1) or 1.63 (n).
    const row = { mean: parseDecimal("92.0"), runs: 3, grid: { examples: 50, percent: true } } as const;
    expect(checkSdOfRuns({ ...row, sd: parseDecimal("0.5") }).outcome).toBe("inconsistent");
    expect(checkSdOfRuns({ ...row, sd: parseDecimal("2.0") }).outcome).toBe("consistent");
    expect(checkSdOfRuns({ ...row, sd: parseDecimal("1.6"), rules: ["half-even"] })).toMatchObject({
      outcome: "conditional",
      rescuedBy: ["an SD with n"],
    });
  });
});
