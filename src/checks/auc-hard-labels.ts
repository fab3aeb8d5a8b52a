import type { Decimal } from "../numbers/decimal.ts";
import { add, type Interval, intersects, isEmpty, negate, point, scale } from "../numbers/interval.ts";
import { one, rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { intervalDetail, intervalText } from "./exact-text.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface HardLabelAucInput {
  readonly auc: Decimal;
  readonly fpr: Decimal;
  readonly tpr: Decimal;
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed AUC is that of hard labels: the curve through a single point has the area (1 + TPR − FPR) / 2,
 * the balanced accuracy. An AUC that says no more than that was probably taken of labels instead of scores.
 *
 * @example
 * const point = { fpr: parseDecimal("0.10"), tpr: parseDecimal("0.80") };
 * checkHardLabelAuc({ auc: parseDecimal("0.85"), ...point }).outcome; // => "consistent"
 */
export function checkHardLabelAuc({ auc, fpr, tpr, scale: given, rules = usualRules }: HardLabelAucInput): CheckResult {
  const percent = given === undefined ? [auc, fpr, tpr].some((value) => auroc(value).percent) : given === "percent";
  const read = (value: Decimal, rule: RoundingRule): Interval =>
    shareInterval(auroc(value, percent ? "percent" : "fraction").value, rule);
  const area = (rule: RoundingRule): Interval =>
    scale(add(add(point(one), read(tpr, rule)), negate(read(fpr, rule))), rational(1, 2));
  const truth = (rule: RoundingRule): Truth =>
    truthOf(![auc, fpr, tpr].some((value) => isEmpty(read(value, rule))) && intersects(area(rule), read(auc, rule)));
  const rule = rules[0] ?? "half-either";
  const holds = truth(rule) === "true";
  return resultOfReadings({
    check: "auc-hard-labels",
    readings: rules.map((its) => ({ rule: its, truth: truth(its) })),
    explanation: `Printed AUC ${auc.text}; hard labels with a TPR of ${tpr.text} and an FPR of ${fpr.text} have an area of ${intervalText(area(rule), 5)}${percent ? " (of one)" : ""}: ${holds ? "the printed AUC may be that of labels instead of scores" : "the printed AUC is not that of these labels"}.`,
    assumptions: [
      `All numbers were ${printedBy(rule, auc, fpr, tpr)}, as ${percent ? "percentages" : "fractions of one"}.`,
    ],
    details: { auc: auc.text, fpr: fpr.text, tpr: tpr.text, hardLabelArea: intervalDetail(area(rule)) },
  });
}
