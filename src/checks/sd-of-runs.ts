import type { Decimal } from "../numbers/decimal.ts";
import { powerOfTen, rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decideSample } from "./decide-sample.ts";
import { requireCount } from "./require-count.ts";
import { usualRules } from "./rule-words.ts";
import type { SpreadKind } from "./sample-moments.ts";
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
  readonly ddof?: 0 | 1;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether R runs whose values lie on a grid can have the printed mean and SD: accuracies on N examples are multiples of
 * 1/N, values that were rounded before are multiples of their last digit. GRIMMER with the runs as the sample; accuracies
 * lie between 0 and 1. A small SD over few runs is often impossible: two accuracies on 50 examples differ by 0 or at least
 * 2 points. Alternatives: an SD with n (NumPy's default); truncation, floor, ceiling.
 * Throws a RangeError for fewer than 2 runs, a negative SD, or a grid that is not whole.
 *
 * @example
 * const grid = { examples: 50, percent: true };
 * checkSdOfRuns({ mean: parseDecimal("92.0"), sd: parseDecimal("0.5"), runs: 3, grid }).outcome; // => "inconsistent"
 */
export function checkSdOfRuns(input: SdOfRunsInput): CheckResult {
  const { mean, sd, runs, grid, ddof, spread, rules = usualRules } = input;
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
    ddof,
    spread,
    rules,
    assumptions: [`The mean and the SD are of ${runs} runs, ${what}.`],
  });
}
