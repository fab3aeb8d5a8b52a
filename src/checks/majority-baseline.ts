import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare, multiply, rational } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { exactText, shortText } from "./exact-text.ts";

export interface MajorityBaselineInput {
  readonly accuracy: Decimal;
  /** The number of examples of each class in the test set. */
  readonly classCounts: { readonly [label: string]: number };
  /** Absent: percent where the accuracy is above one. */
  readonly scale?: "percent" | "fraction";
}

/**
 * What always answering with the most frequent class would score, beside a printed accuracy. A note, never a verdict:
 * an accuracy below it is poor, not impossible, so the outcome is `consistent` and `details.belowBaseline` says more.
 * Throws a RangeError where there are no examples.
 *
 * @example
 * const { details } = checkMajorityBaseline({ accuracy: parseDecimal("89.5"), classCounts: { benign: 910, malignant: 90 } });
 * [details.baseline, details.belowBaseline]; // => ["91", true]
 */
export function checkMajorityBaseline({ accuracy, classCounts, scale }: MajorityBaselineInput): CheckResult {
  const counts = Object.entries(classCounts);
  for (const [label, count] of counts)
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`checkMajorityBaseline: class "${label}" has ${count} examples; give a whole number`);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  if (all === 0) throw new RangeError("checkMajorityBaseline: there are no examples");
  const [label, most] = counts.reduce((best, next) => (next[1] > best[1] ? next : best), ["", -1] as const);
  const percent = scale === undefined ? compare(toRational(accuracy), rational(1)) > 0 : scale === "percent";
  const baseline = multiply(rational(most, all), rational(percent ? 100 : 1));
  const { lower, upper } = roundingInterval(accuracy);
  const below = compare(upper, baseline) < 0;
  const above = compare(lower, baseline) > 0;
  const sign = percent ? " %" : "";
  return {
    check: "majority-baseline",
    outcome: "consistent",
    explanation: `Always answering "${label}" scores ${shortText(baseline, accuracy.decimals + 1)}${sign}; the printed ${accuracy.text}${sign} is ${below ? "below that: worse than no detector at all, though not impossible" : above ? "above that" : "about as much: no better than no detector at all"}.`,
    assumptions: [
      "The class counts are those of the test set.",
      "A note on how to read the number: it says nothing about whether the number is true.",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: {
      accuracy: accuracy.text,
      label,
      baseline: exactText(baseline),
      belowBaseline: below,
      aboveBaseline: above,
    },
  };
}
