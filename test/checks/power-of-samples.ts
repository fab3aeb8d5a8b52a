import fc from "fast-check";
import { checkDebit } from "../../src/checks/debit.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { checkGrimColumn } from "../../src/checks/grim-column.ts";
import { checkGrimmer } from "../../src/checks/grimmer.ts";
import { checkPValue } from "../../src/checks/p-value.ts";
import { checkSamples } from "../../src/checks/samples.ts";
import { checkSdOfRuns, type SdOfRunsInput } from "../../src/checks/sd-of-runs.ts";
import { checkSdRange } from "../../src/checks/sd-range.ts";
import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { multiply, rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { studentTCdf } from "../../src/stats/student-t.ts";
import { type PowerLine, powerLine } from "./power-line.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";

const scale = { minimum: 1, maximum: 7 };
const answers = whole(20, 1, 7);

/** The power of the checks of means and spreads of whole numbers, and of p-values. */
export function powerOfSamples(): readonly PowerLine[] {
  return [
    powerLine("`checkGrim`: 2 decimals, 20 values", answers, (values, alter) =>
      checkGrim({ mean: alter(meanOf(values)), count: 20 }),
    ),
    powerLine(
      "`checkGrim`: accuracy in percent, 1 decimal, 150 examples",
      fc.integer({ min: 75, max: 150 }),
      (right, alter) => checkGrim({ mean: alter(round(rational(right * 100, 150), 1)), count: 150, percent: true }),
    ),
    powerLine("`checkGrim`: the same over 3 runs, 2 decimals", whole(3, 100, 150), (right, alter) =>
      checkGrim({ mean: alter(percentMean(right, 150)), count: 150, runs: 3, percent: true }),
    ),
    powerLine("`checkGrim`: the same, averaged in full", whole(3, 100, 150), (right, alter) =>
      checkGrim({ mean: alter(percentMean(right, 150)), count: 150, runs: 3, percent: true, unroundedRuns: true }),
    ),
    powerLine(
      "`checkGrimColumn`: 5 means with 2 decimals of 2 to 30 values, one altered",
      fc.array(answers, { minLength: 5, maxLength: 5 }),
      (samples, alter) => {
        const means = samples.map((values, index) => ({ label: String(index), value: meanOf(values) }));
        return checkGrimColumn({
          means: means.map((mean, index) => (index === 0 ? { ...mean, value: alter(mean.value) } : mean)),
          countRange: { least: 2, greatest: 30 },
        });
      },
    ),
    powerLine("`checkGrimmer`: SD, 2 decimals, 20 values", answers, (values, alter) =>
      checkGrimmer({ mean: meanOf(values), sd: alter(sdOf(values)), count: 20 }),
    ),
    powerLine("`checkGrimmer`: the same on a scale from 1 to 7", answers, (values, alter) =>
      checkGrimmer({ mean: meanOf(values), sd: alter(sdOf(values)), count: 20, scale }),
    ),
    powerLine("`checkSamples`: the same", answers, (values, alter) =>
      checkSamples({ mean: meanOf(values), sd: alter(sdOf(values)), count: 20, scale }),
    ),
    powerLine("`checkSdRange`: the same", answers, (values, alter) =>
      checkSdRange({ mean: meanOf(values), sd: alter(sdOf(values)), count: 20, scale }),
    ),
    powerLine("`checkDebit`: SD, 2 decimals, 100 values", whole(100, 0, 1), (values, alter) =>
      checkDebit({ mean: meanOf(values), sd: alter(sdOf(values)), count: 100 }),
    ),
    powerLine("`checkSdOfRuns`: SD, 2 decimals, 3 runs on 150 examples", whole(3, 130, 150), (right, alter) =>
      checkSdOfRuns(accuracies(right, alter)),
    ),
    powerLine("`checkSdOfRuns`: the same, averaged in full", whole(3, 130, 150), (right, alter) =>
      checkSdOfRuns({ ...accuracies(right, alter), unroundedRuns: true }),
    ),
    powerLine("`checkPValue`: p, 3 decimals, t with 2", fc.integer({ min: 50, max: 250 }), (hundredths, alter) => {
      const t = hundredths / 100;
      const p = parseDecimal((2 * studentTCdf(-t, 28)).toFixed(3));
      const statistic = parseDecimal(t.toFixed(2));
      return checkPValue({ test: "t", statistic, degreesOfFreedom: [28], reported: alter(p).text });
    }),
  ];
}

function accuracies(right: readonly number[], alter: (sd: Decimal) => Decimal): SdOfRunsInput {
  const { variance } = momentsOfSample(right, 150, 1);
  const sd = printedRoot(multiply(variance, rational(10_000)), 2, "half-up");
  const grid = { examples: 150, percent: true };
  return { mean: percentMean(right, 150), sd: alter(sd), runs: right.length, grid };
}

function whole(count: number, least: number, greatest: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: least, max: greatest }), { minLength: count, maxLength: count });
}

function meanOf(values: readonly number[]): Decimal {
  return round(momentsOfSample(values, 1, 1).mean, 2);
}

function sdOf(values: readonly number[]): Decimal {
  return printedRoot(momentsOfSample(values, 1, 1).variance, 2, "half-up");
}

function percentMean(right: readonly number[], examples: number): Decimal {
  return round(multiply(momentsOfSample(right, examples, 1).mean, rational(100)), 2);
}
