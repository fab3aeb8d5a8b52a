import type { Decimal } from "../numbers/decimal.ts";
import { add, type Interval, point, scale } from "../numbers/interval.ts";
import { divide, multiply, negate, powerOfTen, rational, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { integersIn, sizeOf } from "./integers-in.ts";

/** How many decimals each run had been rounded to before the mean was taken: as many as the mean, or fewer. */
export type RoundedTo = "as many" | "fewer";

/** Both, in words, to stand behind "a mean of" or "the spread of". */
export const roundedRunsWords: Readonly<Record<RoundedTo, string>> = {
  "as many": "runs that had been rounded to as many decimals",
  fewer: "runs that had been rounded to fewer decimals",
};

export interface RoundedRuns {
  /** The printed mean, in the unit of which each value is a multiple of 1 / steps. */
  readonly mean: Decimal;
  readonly runs: number;
  readonly steps: number | bigint;
  readonly rule: RoundingRule;
  /** Whether the mean is a percentage that is read as a fraction: with two decimals more than a run may have had. */
  readonly percent: boolean;
}

/** The ways in which so many runs may have been rounded before they were averaged: in none where it is known that they were not, or of one. */
export function roundingsOf(runs: number, unroundedRuns = false): readonly RoundedTo[] {
  return runs > 1 && !unroundedRuns ? ["as many", "fewer"] : [];
}

/**
 * Whether the mean of runs, each a multiple of 1 / steps that was rounded before, may print as the given one. Never false
 * where some runs do; true also where only their sum is near enough.
 */
export function fitsRoundedRuns(input: RoundedRuns, to: RoundedTo): boolean {
  const { mean, rule, percent } = input;
  if (to === "as many") return liesNear(input, roundingInterval(mean, rule), mean.decimals);
  const printed = Math.max(0, mean.decimals - (percent ? 2 : 0));
  const fewer = Array.from({ length: printed }, (_, k) => mean.decimals - 1 - k);
  return fewer.some((decimals) => fitsFewer(input, decimals));
}

/** By how much numbers of either sign exceed what so many decimals of them print. */
export function roundingErrors(decimals: number, rule: RoundingRule): Interval {
  const unit = powerOfTen(-decimals);
  const half = divide(unit, rational(2));
  if (rule === "floor") return { lower: zero, upper: unit, lowerClosed: true, upperClosed: false };
  if (rule === "ceiling") return { lower: negate(unit), upper: zero, lowerClosed: false, upperClosed: true };
  if (rule === "truncate") return { lower: negate(unit), upper: unit, lowerClosed: false, upperClosed: false };
  return { lower: negate(half), upper: half, lowerClosed: true, upperClosed: true };
}

/** So many sums of rounded runs are looked at; of more, one is near enough to a sum that there is. */
const mostSums = 1000n;

/** The sum of runs that have fewer decimals is a whole number of their last digit, and near a sum of unrounded ones. */
function fitsFewer(input: RoundedRuns, decimals: number): boolean {
  const inDigits = rational(BigInt(input.runs) * 10n ** BigInt(decimals));
  const sums = integersIn(scale(roundingInterval(input.mean, input.rule), inDigits));
  if (sums === undefined) return false;
  if (sizeOf(sums) > mostSums) return true;
  for (let sum = sums.least; sum <= sums.greatest; sum++)
    if (liesNear(input, point(divide(rational(sum), inDigits)), decimals)) return true;
  return false;
}

/** Whether a mean of unrounded runs lies within the errors of so many decimals of some number in the interval. */
function liesNear({ runs, steps, rule }: RoundedRuns, means: Interval, decimals: number): boolean {
  const unrounded = add(means, roundingErrors(decimals, rule));
  return integersIn(scale(unrounded, multiply(rational(runs), rational(steps)))) !== undefined;
}
