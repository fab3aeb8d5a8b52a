import type { Decimal } from "../numbers/decimal.ts";
import { rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decideSample } from "./decide-sample.ts";
import { requireCount } from "./require-count.ts";
import { usualRules } from "./rule-words.ts";
import type { SpreadKind } from "./sample-moments.ts";
import { boundsOf, type ValueScale } from "./value-scale.ts";

export interface GrimmerInput {
  /** The mean and the SD as printed; their digits matter. */
  readonly mean: Decimal;
  readonly sd: Decimal;
  /** How many values there are, at least 2. */
  readonly count: number;
  /** How many whole-numbered items each value is the mean of; 1 where the values are whole numbers themselves. */
  readonly items?: number;
  /** The divisor of the variance is the count less this. Absent: n − 1, with n as the alternative. */
  readonly ddof?: 0 | 1;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
  /** The least and greatest value of the scale that the values are on. */
  readonly scale?: ValueScale;
  /** The closed list of rounding rules for both numbers, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * GRIMMER: whether whole numbers can have the printed mean and SD together. Every sum S that gives the mean is tried; then
 * some sum of squares Q must give the SD: n·Q − S² = n(n − 1)·SD². Q has the parity of S and is at least that of equal
 * values, which for five and more values is all there is to ask; fewer have exact conditions of their own. On a scale Q has
 * a greatest value too, and samples are counted (see `checkSamples`) until one is found or the search limit is met.
 * Alternatives: an SD with n; truncation, floor, ceiling.
 * Anaya 2016 (GRIMMER), Allard 2018 (the parity test), with all sums and the least sum of squares added.
 * Throws a RangeError for a count below 2, a negative SD, or a scale without values.
 *
 * @example
 * checkGrimmer({ mean: parseDecimal("3.50"), sd: parseDecimal("0.2"), count: 10 }).outcome; // => "inconsistent"
 */
export function checkGrimmer(input: GrimmerInput): CheckResult {
  const { mean, sd, count, items = 1, ddof, spread, scale, rules = usualRules } = input;
  requireCount("checkGrimmer", "items", items);
  const grain = rational(1, items);
  return decideSample({
    check: "grimmer",
    where: "checkGrimmer",
    what: items === 1 ? "whole numbers" : `means of ${items} whole numbers`,
    claim: {
      mean,
      sd,
      count,
      grain,
      ...(scale === undefined ? {} : { bounds: boundsOf("checkGrimmer", scale, grain) }),
    },
    ddof,
    spread,
    rules,
    assumptions: [
      `Each of the ${count} values is ${items === 1 ? "a whole number" : `the mean of ${items} whole numbers`}${scale === undefined ? "" : ` from ${scale.minimum} to ${scale.maximum}`}.`,
    ],
  });
}
