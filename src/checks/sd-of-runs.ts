import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, maximum, multiply, negate, powerOfTen, type Rational, rational, subtract } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decideSample, type OtherClaim } from "./decide-sample.ts";
import type { Bounds } from "./integer-moments.ts";
import { requireCount } from "./require-count.ts";
import { roundedRunsWords, roundingErrors } from "./rounded-runs.ts";
import { usualRules } from "./rule-words.ts";
import type { SampleClaim, SpreadKind } from "./sample-moments.ts";
import { boundsOf } from "./value-scale.ts";

/** What the value of every run is a multiple of. */
export type RunGrid =
  /** An accuracy: right answers among so many examples, as a fraction or in percent. */
  | { readonly examples: number; readonly percent: boolean }
  /** A value that was rounded to so many decimals before mean and SD were taken. */
  | { readonly decimals: number };

export interface SdOfRunsInput {
  readonly mean: Decimal;
  readonly sd: Decimal;
  /** How many runs there are, at least 2. */
  readonly runs: number;
  readonly grid: RunGrid;
  /**
   * Whether accuracies entered mean and SD in full. Absent: not known, with rounded ones as an alternative. Of values with
   * so many decimals it says nothing.
   */
  readonly unroundedRuns?: boolean;
  readonly ddof?: 0 | 1;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether R runs whose values lie on a grid can have the printed mean and SD: accuracies on N examples are multiples of
 * 1/N, values that were rounded before are multiples of their last digit. GRIMMER with the runs as the sample; accuracies
 * lie between 0 and 1. A small SD over few runs is often impossible: two accuracies on 50 examples differ by 0 or at least
 * 2 points. Alternatives: an SD with n (NumPy's default); truncation, floor, ceiling; accuracies that were rounded, to as
 * many decimals or fewer, before mean and SD were taken.
 * Throws a RangeError for fewer than 2 runs, a negative SD, or a grid that is not whole.
 *
 * @example
 * const grid = { examples: 50, percent: true };
 * checkSdOfRuns({ mean: parseDecimal("92.0"), sd: parseDecimal("0.5"), runs: 3, grid }).outcome; // => "inconsistent"
 */
export function checkSdOfRuns(input: SdOfRunsInput): CheckResult {
  const { mean, sd, runs, grid, unroundedRuns = false, ddof, spread, rules = usualRules } = input;
  const accuracies = "examples" in grid;
  requireCount("checkSdOfRuns", "runs", runs, 2);
  if (accuracies) requireCount("checkSdOfRuns", "grid.examples", grid.examples);
  else requireCount("checkSdOfRuns", "grid.decimals", grid.decimals, 0);
  const whole = accuracies && grid.percent ? 100 : 1;
  const grain = accuracies ? rational(whole, grid.examples) : powerOfTen(-grid.decimals);
  const what = accuracies ? `accuracies on ${grid.examples} examples` : `values with ${grid.decimals} decimals`;
  return decideSample({
    check: "sd-of-runs",
    where: "checkSdOfRuns",
    what,
    claim: {
      mean,
      sd,
      count: runs,
      grain,
      ...(accuracies ? { bounds: boundsOf("checkSdOfRuns", { minimum: 0, maximum: whole }, grain) } : {}),
    },
    ...(accuracies && !unroundedRuns ? { others: roundedBefore(input, grain, whole) } : {}),
    ddof,
    spread,
    rules,
    assumptions: [
      `The mean and the SD are of ${runs} runs, ${what}${accuracies && unroundedRuns ? ", which entered them in full" : ""}.`,
    ],
  });
}

/** What accuracies can give that were rounded first: each is within the error of a multiple, or has fewer decimals. */
function roundedBefore({ mean, sd, runs }: SdOfRunsInput, grain: Rational, whole: number): readonly OtherClaim[] {
  const decimals = Math.max(mean.decimals, sd.decimals);
  const bounds = (grid: Rational): Bounds => boundsOf("checkSdOfRuns", { minimum: 0, maximum: whole }, grid);
  const nearMultiples = (rule: RoundingRule): SampleClaim => {
    const { lower, upper } = roundingErrors(decimals, rule);
    const error = maximum(negate(lower), upper);
    // An SD is a norm of the deviations: errors move it by no more than their own SD, at most that of two values a unit
    // apart, unit / 2 · √(R / (R − 1)); and √(1 + x) ≤ 1 + x / 2.
    const ownSd = multiply(powerOfTen(-decimals), rational(2 * runs - 1, 4 * (runs - 1)));
    return {
      mean: within(mean, rule, error),
      sd: within(sd, rule, ownSd),
      count: runs,
      grain,
      bounds: bounds(grain),
    };
  };
  const fewerDecimals: SampleClaim = {
    mean,
    sd,
    count: runs,
    grain: powerOfTen(1 - decimals),
    bounds: bounds(powerOfTen(1 - decimals)),
  };
  return [
    { name: roundedRunsWords["as many"], claimUnder: nearMultiples },
    ...(decimals > 0 ? [{ name: roundedRunsWords.fewer, claimUnder: () => fewerDecimals }] : []),
  ];
}

/** A printed number that is known to within all that its rounding rule leaves open, and an error more. */
function within(printed: Decimal, rule: RoundingRule, error: Rational): Decimal {
  const { lower, upper } = roundingInterval(printed, rule);
  const value = toRational(printed);
  return { ...printed, halfWidth: add(maximum(subtract(value, lower), subtract(upper, value)), error) };
}
