import type { Decimal } from "../numbers/decimal.ts";
import { type Interval, intersects, isEmpty } from "../numbers/interval.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { exactText, listText } from "./exact-text.ts";
import { requireCount } from "./require-count.ts";
import { printedBy, usualRules } from "./rule-words.ts";
import { type SpreadKind, spreadReadings, varianceInterval } from "./sample-moments.ts";
import { type SdLimits, type SdLimitsInput, sdLimitsUnder } from "./sd-limits.ts";
import { searchConventions } from "./search-conventions.ts";

export interface SdRangeInput extends SdLimitsInput {
  readonly sd: Decimal;
  /** What the spread is. Absent: an SD; `either`: a standard error of the mean is an alternative. */
  readonly spread?: SpreadKind;
}

/**
 * Whether a printed SD lies between the least and the greatest that values on a scale can have with the printed mean: the
 * least where all are as near to the mean as they can be, the greatest where all but one are at the ends. Exact bounds;
 * what lies between them is not looked at (see `checkGrimmer`). Alternatives: an SD with n; truncation, floor, ceiling.
 * Throws a RangeError for a count below 2, a negative SD, or a scale without values.
 *
 * @example
 * const scale = { minimum: 1, maximum: 7 };
 * checkSdRange({ mean: parseDecimal("4.2"), sd: parseDecimal("3.10"), count: 5, scale }).outcome; // => "inconsistent"
 */
export function checkSdRange(input: SdRangeInput): CheckResult {
  const { mean, sd, count, scale, items = 1, ddof, spread, rules = usualRules } = input;
  requireCount("checkSdRange", "count", count, 2);
  if (sd.units < 0n) throw new RangeError(`checkSdRange: the SD ${sd.text} is negative`);
  const search = searchConventions("checkSdRange", spreadReadings(ddof, spread), rules, (reading, rule) => {
    const range = sdLimitsUnder(input, reading, rule);
    const printed = varianceInterval(sd, rule);
    return truthOf(range !== undefined && !isEmpty(printed) && intersects(printed, varianceBetween(range)));
  });
  const { first } = search;
  const range = sdLimitsUnder(input, first.meaning, first.rule);
  const what =
    items === "continuous"
      ? "values"
      : items === 1
        ? "whole numbers"
        : `values that are means of ${items} whole numbers`;
  const on = `${count} ${what} from ${scale.minimum} to ${scale.maximum}`;
  const rescue = search.rescuedBy.length === 0 ? "" : ` It agrees under ${listText(search.rescuedBy)}.`;
  const digits = sd.decimals + 1;
  const ends = range === undefined ? "" : `${range.least.toFixed(digits)} to ${range.greatest.toFixed(digits)}`;
  const verdict = first.truth === "true" ? "the printed one agrees." : `the printed one lies outside.${rescue}`;
  return {
    check: "sd-range",
    outcome: search.outcome,
    explanation:
      range === undefined
        ? `Printed ${mean.text} ± ${sd.text} of ${on}: none have this mean.${rescue}`
        : `Printed ${mean.text} ± ${sd.text} of ${on}: with this mean their SD is ${ends}; ${verdict}`,
    assumptions: [
      `There are ${on}.`,
      `The spread is ${first.meaning.name}; mean and spread were ${printedBy(first.rule, mean, sd)}.`,
    ],
    rescuedBy: search.rescuedBy,
    nearMisses: [],
    details: {
      mean: mean.text,
      sd: sd.text,
      count,
      rule: first.rule,
      ...(range === undefined
        ? {}
        : {
            leastVariance: exactText(range.leastVariance),
            greatestVariance: exactText(range.greatestVariance),
            leastSd: range.least,
            greatestSd: range.greatest,
            // The share of SDs from 0 to the width of the scale that lie outside.
            power: 1 - (range.greatest - range.least) / Math.max(scale.maximum - scale.minimum, range.greatest, 1e-300),
          }),
      readings: search.tried.map(({ meaning, rule, truth }): Detail => ({ spread: meaning.name, rule, truth })),
    },
  };
}

/** All variances of the range. */
function varianceBetween({ leastVariance, greatestVariance }: SdLimits): Interval {
  return { lower: leastVariance, upper: greatestVariance, lowerClosed: true, upperClosed: true };
}
