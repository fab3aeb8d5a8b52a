import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, intersects, point } from "../numbers/interval.ts";
import { subtract, total, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { exactText, intervalDetail, intervalText, listText, shortText } from "./exact-text.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";
import { printedBy, ruleWords, usualRules } from "./rule-words.ts";

export interface SumInput {
  readonly parts: readonly LabelledValue[];
  readonly reported: Decimal;
  /** Whether all numbers are exact (counts, ratings) instead of rounded. */
  readonly exact?: boolean;
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed sum can be the sum of the printed parts: some numbers that print as the parts have a sum that
 * prints as the reported one. With `exact`, the printed numbers themselves must add up.
 * Throws a RangeError for no parts.
 *
 * @example
 * const parts = [2, 2, 1].map((n) => ({ label: String(n), value: parseDecimal(String(n)) }));
 * checkSum({ parts, reported: parseDecimal("6"), exact: true }).outcome; // => "inconsistent"
 */
export function checkSum({ parts, reported, exact = false, rules = usualRules }: SumInput): CheckResult {
  if (parts.length === 0) throw new RangeError("checkSum: there are no parts to add");
  const sum = total(parts.map(({ value }) => toRational(value)));
  const error = subtract(toRational(reported), sum);
  const readings = (exact ? rules.slice(0, 1) : rules).map((rule) => {
    const possible = parts.map(({ value }) => standsFor(value, rule, exact)).reduce(add, point(zero));
    return { rule, possible, holds: intersects(possible, standsFor(reported, rule, exact)) };
  });
  const [first, ...others] = readings;
  if (first === undefined) throw new RangeError("checkSum: there is no rounding rule to try");
  const { outcome, rescuedBy } = decide(
    truthOf(first.holds),
    others.map(({ rule, holds }) => ({ name: ruleWords[rule], truth: truthOf(holds) })),
  );
  const terms = parts.map(({ value }) => value.text).join(" + ");
  const range = exact ? "" : `, and numbers that print like these give ${rangeText(first.possible, reported)}`;
  const verdict = first.holds ? "the printed sum agrees" : `the printed sum is off by ${shortText(error)}`;
  const rescue = rescuedBy.length > 0 ? ` It agrees under ${listText(rescuedBy)}.` : "";
  return {
    check: "sum",
    outcome,
    explanation: `Printed ${reported.text}; ${terms} is ${exactText(sum)}${range}: ${verdict}.${rescue}`,
    assumptions: [
      exact
        ? "All numbers are exact."
        : `All numbers were ${printedBy(first.rule, reported, ...parts.map(({ value }) => value))}; the sum was taken before or after.`,
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      reported: reported.text,
      parts: parts.map(({ label, value }) => ({ label, value: value.text })),
      sum: exactText(sum),
      error: exactText(error),
      readings: readings.map(({ rule, possible, holds }) => ({ rule, holds, possibleSums: intervalDetail(possible) })),
    },
  };
}

function rangeText(possible: Interval, reported: Decimal): string {
  return intervalText(possible, reported.decimals + 2);
}
