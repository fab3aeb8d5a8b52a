import fc from "fast-check";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { checkDebit } from "../../src/checks/debit.ts";
import { checkGrim } from "../../src/checks/grim.ts";
import { checkGrimmer } from "../../src/checks/grimmer.ts";
import { checkPValue } from "../../src/checks/p-value.ts";
import { checkSamples } from "../../src/checks/samples.ts";
import { checkSdOfRuns } from "../../src/checks/sd-of-runs.ts";
import { checkSdRange } from "../../src/checks/sd-range.ts";
import { type Decimal, decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { multiply, rational } from "../../src/numbers/rational.ts";
import { round } from "../../src/numbers/rounding.ts";
import { studentTCdf } from "../../src/stats/student-t.ts";
import { momentsOfSample, printedRoot } from "./sample-oracle.ts";

/** A line of the table of power: what was printed and changed, and the shares in percent. */
export interface PowerLine {
  readonly what: string;
  /** Flagged under every convention of the check's list. */
  readonly inconsistent: number;
  /** Flagged under the default reading: inconsistent or conditional. */
  readonly byDefault: number;
}

const rows = 400;

/** True tables with one number changed by −9 to 9 units of its last digit, not 0: the share that each check catches. */
export function measurePower(): readonly PowerLine[] {
  const whole = (count: number, least: number, greatest: number) =>
    fc.array(fc.integer({ min: least, max: greatest }), { minLength: count, maxLength: count });
  return [
    line("`checkGrim`: 2 decimals, 20 values", whole(20, 1, 7), (values, off) =>
      checkGrim({ mean: moved(meanOf(values), off), count: 20 }),
    ),
    line("`checkGrim`: accuracy in percent, 1 decimal, 150 examples", fc.integer({ min: 75, max: 150 }), (right, off) =>
      checkGrim({ mean: moved(round(rational(right * 100, 150), 1), off), count: 150, percent: true }),
    ),
    line("`checkGrim`: the same over 3 runs, 2 decimals", whole(3, 100, 150), (right, off) =>
      checkGrim({ mean: moved(percentMean(right, 150), off), count: 150, runs: 3, percent: true }),
    ),
    line("`checkGrimmer`: SD, 2 decimals, 20 values", whole(20, 1, 7), (values, off) =>
      checkGrimmer({ mean: meanOf(values), sd: moved(sdOf(values), off), count: 20 }),
    ),
    line("`checkGrimmer`: the same on a scale from 1 to 7", whole(20, 1, 7), (values, off) => {
      const scale = { minimum: 1, maximum: 7 };
      return checkGrimmer({ mean: meanOf(values), sd: moved(sdOf(values), off), count: 20, scale });
    }),
    line("`checkSamples`: SD, 2 decimals, 20 values from 1 to 7", whole(20, 1, 7), (values, off) => {
      const scale = { minimum: 1, maximum: 7 };
      return checkSamples({ mean: meanOf(values), sd: moved(sdOf(values), off), count: 20, scale });
    }),
    line("`checkSdRange`: SD, 2 decimals, 20 values from 1 to 7", whole(20, 1, 7), (values, off) => {
      const scale = { minimum: 1, maximum: 7 };
      return checkSdRange({ mean: meanOf(values), sd: moved(sdOf(values), off), count: 20, scale });
    }),
    line("`checkDebit`: SD, 2 decimals, 100 values", whole(100, 0, 1), (values, off) =>
      checkDebit({ mean: meanOf(values), sd: moved(sdOf(values), off), count: 100 }),
    ),
    line("`checkSdOfRuns`: SD, 2 decimals, 3 runs on 150 examples", whole(3, 130, 150), (right, off) => {
      const { variance } = momentsOfSample(right, 150, 1);
      const sd = printedRoot(multiply(variance, rational(10_000)), 2, "half-up");
      const grid = { examples: 150, percent: true };
      return checkSdOfRuns({ mean: percentMean(right, 150), sd: moved(sd, off), runs: 3, grid });
    }),
    line("`checkPValue`: p, 3 decimals, t with 2", fc.double({ min: 0.5, max: 2.5, noNaN: true }), (t, off) => {
      const p = parseDecimal((2 * studentTCdf(-t, 28)).toFixed(3));
      const statistic = parseDecimal(t.toFixed(2));
      return checkPValue({ test: "t", statistic, degreesOfFreedom: [28], reported: moved(p, off).text });
    }),
  ];
}

function line<T>(what: string, tables: fc.Arbitrary<T>, check: (table: T, off: number) => CheckResult): PowerLine {
  const change = fc.integer({ min: -9, max: 9 }).filter((off) => off !== 0);
  const outcomes = fc
    .sample(fc.tuple(fc.noBias(tables), fc.noBias(change)), { seed: 7, numRuns: rows })
    .map(([table, off]) => check(table, off).outcome);
  const share = (wanted: readonly string[]): number =>
    Math.round((100 * outcomes.filter((outcome) => wanted.includes(outcome)).length) / rows);
  return { what, inconsistent: share(["inconsistent"]), byDefault: share(["inconsistent", "conditional"]) };
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

/** Never below zero: then moved the other way. */
function moved({ units, decimals }: Decimal, off: number): Decimal {
  const to = units + BigInt(off);
  return decimal(to < 0n ? units - BigInt(off) : to, decimals);
}
