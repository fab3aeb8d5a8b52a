import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkAucGranularity } from "../../src/checks/auc-granularity.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { checkGrimColumn } from "../../src/checks/grim-column.ts";
import { checkSdOfRuns } from "../../src/checks/sd-of-runs.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { type Rational, rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";

const rule = fc.constantFrom<RoundingRule>("half-up", "half-down", "half-even", "truncate", "floor", "ceiling");
const drawn = fc
  .record({
    examples: fc.constantFrom(20, 50, 150),
    shares: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 }),
    decimals: fc.integer({ min: 0, max: 2 }),
    more: fc.integer({ min: 0, max: 2 }),
    rule,
  })
  .map(({ examples, shares, decimals, more, rule: its }) => {
    const correct = shares.map((share) => Math.round((share / 1000) * examples));
    const units = (whole: number): readonly number[] =>
      correct.map((right) => Number(round(rational(right * whole, examples), decimals, its).units));
    return { examples, runs: shares.length, units, decimals, printed: decimals + more, rule: its };
  });

/** The mean of values that have so many decimals, exactly. */
function meanOf(units: readonly number[], decimals: number): Rational {
  return rational(
    units.reduce((sum, each) => sum + each, 0),
    units.length * 10 ** decimals,
  );
}

describe("runs that were rounded, to as many decimals or fewer, before they were averaged", () => {
  it("are never flagged by GRIM, be the mean read in percent or not", () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(true, "either" as const), ({ examples, runs, units, ...it }, percent) => {
        const mean = round(meanOf(units(100), it.decimals), it.printed, it.rule);
        expect(checkGrim({ mean, count: examples, runs, percent }).outcome).not.toBe("inconsistent");
        const column = [{ label: "mean", value: mean }];
        const countRange = { least: examples, greatest: examples };
        const result = checkGrimColumn({ means: column, countRange, runs, percent: true });
        expect(result.outcome).not.toBe("inconsistent");
        expect(result.details.fittingCounts).toEqual([examples]);
      }),
      { seed: 51, numRuns: 500 },
    );
  });

  it("are never flagged by their mean and SD", { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom<0 | 1>(0, 1), ({ examples, runs, units, ...it }, ddof) => {
        const { mean, variance } = momentsOfSample(units(100), 10 ** it.decimals, ddof);
        const { outcome } = checkSdOfRuns({
          mean: round(mean, it.printed, it.rule),
          sd: printedRoot(variance, it.printed, it.rule),
          runs,
          grid: { examples, percent: true },
          ddof,
        });
        expect(outcome).not.toBe("inconsistent");
      }),
      { seed: 52, numRuns: 50 },
    );
  });

  it("are never flagged by the granularity of areas", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 70 }), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 0, max: 2 }),
        rule,
        (halves, decimals, more, its) => {
          const units = halves.map((half) => Number(round(rational(half, 70), decimals, its).units));
          const { outcome } = checkAucGranularity({
            auc: round(meanOf(units, decimals), decimals + more, its),
            positives: 5,
            negatives: 7,
            runs: units.length,
            scale: "fraction",
          });
          expect(outcome).not.toBe("inconsistent");
        },
      ),
      { seed: 53, numRuns: 500 },
    );
  });

  it("are named where they alone explain a number", () => {
    // 1, 2 and 2 of 7 are 14.3, 28.6 and 28.6 %: their mean is 23.83, that of the unrounded 23.81.
    const share = (mean: string) => checkGrim({ mean: parseDecimal(mean), count: 7, runs: 3, percent: true });
    expect(share("23.83").rescuedBy).toEqual(["a mean of runs that had been rounded to fewer decimals"]);
    expect(share("23.81").outcome).toBe("consistent");
    expect(share("23.95").outcome).toBe("inconsistent");
    const areas = (auc: string) =>
      checkAucGranularity({ auc: parseDecimal(auc), positives: 5, negatives: 7, runs: 2, ties: false });
    // 32/35 = 0.914…, 33/35 = 0.942…: (0.91 + 0.94) / 2 = 0.925, where the unrounded mean is 0.929.
    expect(areas("0.925")).toMatchObject({ rescuedBy: ["a mean of runs that had been rounded to fewer decimals"] });
    expect(areas("0.921").outcome).toBe("inconsistent");
    // Two accuracies on 7 examples, 0.57 and 0.71 for 4 and 5 of 7: their SD is 0.099, that of the fractions 0.101.
    const runs = { mean: parseDecimal("0.640"), runs: 2, grid: { examples: 7, percent: false } } as const;
    expect(checkSdOfRuns({ ...runs, sd: parseDecimal("0.099"), ddof: 1 }).rescuedBy).toEqual([
      "runs that had been rounded to fewer decimals",
    ]);
    expect(checkSdOfRuns({ ...runs, sd: parseDecimal("0.093"), ddof: 1 }).outcome).toBe("inconsistent");
  });
});

describe("runs that are said to have been averaged in full", () => {
  it("are never flagged where they were", () => {
    const correct = fc.array(fc.integer({ min: 30, max: 50 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(correct, fc.integer({ min: 0, max: 3 }), rule, (right, decimals, its) => {
        const { mean, variance } = momentsOfSample(
          right.map((each) => each * 2),
          1,
          1,
        );
        const said = { runs: right.length, unroundedRuns: true };
        const printed = round(mean, decimals, its);
        const countRange = { least: 50, greatest: 50 };
        const outcomes = [
          checkGrim({ mean: printed, count: 50, percent: true, ...said }),
          checkGrimColumn({ means: [{ label: "mean", value: printed }], countRange, percent: true, ...said }),
          checkSdOfRuns({
            mean: printed,
            sd: printedRoot(variance, decimals, its),
            grid: { examples: 50, percent: true },
            ...said,
          }),
          checkAucGranularity({ auc: printed, positives: 5, negatives: 10, scale: "percent", ...said }),
        ].map(({ outcome }) => outcome);
        expect(outcomes).not.toContain("inconsistent");
      }),
      { seed: 54, numRuns: 200 },
    );
  });

  it("leave no alternative where only rounded ones fit", () => {
    const share = { mean: parseDecimal("23.83"), count: 7, runs: 3, percent: true };
    expect(checkGrim(share).outcome).toBe("conditional");
    const { outcome, assumptions } = checkGrim({ ...share, unroundedRuns: true });
    expect(outcome).toBe("inconsistent");
    expect(assumptions.join()).toContain("averaged in full");
    const areas = { auc: parseDecimal("0.925"), positives: 5, negatives: 7, runs: 2, ties: false };
    expect(checkAucGranularity(areas).outcome).toBe("conditional");
    expect(checkAucGranularity({ ...areas, unroundedRuns: true }).outcome).toBe("inconsistent");
    const runs = { mean: parseDecimal("0.640"), sd: parseDecimal("0.099"), runs: 2 };
    const grid = { examples: 7, percent: false };
    expect(checkSdOfRuns({ ...runs, grid, ddof: 1 }).outcome).toBe("conditional");
    expect(checkSdOfRuns({ ...runs, grid, ddof: 1, unroundedRuns: true }).outcome).toBe("inconsistent");
  });
});
