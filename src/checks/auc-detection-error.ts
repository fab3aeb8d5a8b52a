import { type Decimal, parseDecimal, toRational } from "../numbers/decimal.ts";
import { add, closed, type Interval, intersection, intersects, isEmpty, point, scale } from "../numbers/interval.ts";
import { maximum, minimum, multiply, one, type Rational, rational, subtract, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { intervalDetail, intervalText } from "./exact-text.ts";
import { type RuleReading, resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface DetectionErrorInput {
  readonly detectionError: Decimal;
  /** The FPR at the threshold whose TPR is `tpr`. */
  readonly fpr: Decimal;
  /** A setting, taken as exact; absent: 0.95. */
  readonly tpr?: Decimal;
  readonly auc?: Decimal;
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a detection error goes with the FPR at a fixed TPR, and with the AUC. Default: the error at that threshold,
 * (1 − TPR)/2 + FPR/2 (Liang, Li and Srikant 2018). Alternative: the least error over all thresholds (Lee et al.
 * 2018), which is at most that, and leaves 1 − 2e ≤ AUC ≤ 1 − 2e². Both give the classes equal weight; with others, the
 * error at the threshold lies between those of the two classes, the least error nowhere above both.
 *
 * @example
 * // 0.5 · 0.05 + 0.5 · 0.40 = 0.225
 * checkDetectionError({ detectionError: parseDecimal("22.5"), fpr: parseDecimal("40.0") }).outcome; // => "consistent"
 */
export function checkDetectionError(input: DetectionErrorInput): CheckResult {
  const { detectionError, fpr, tpr = parseDecimal("0.95"), auc, rules = usualRules } = input;
  const printed = [detectionError, fpr, ...(auc === undefined ? [] : [auc])];
  const percent = input.scale === undefined ? printed.some((value) => auroc(value).percent) : input.scale === "percent";
  const read = (value: Decimal, rule: RoundingRule): Interval =>
    shareInterval(auroc(value, percent ? "percent" : "fraction").value, rule);
  const missed = subtract(one, toRational(auroc(tpr).value));
  const atThreshold = (rule: RoundingRule): Interval => scale(add(point(missed), read(fpr, rule)), rational(1, 2));
  const readings = rules.flatMap((rule): RuleReading[] => {
    const error = read(detectionError, rule);
    const impossible = printed.some((value) => isEmpty(read(value, rule)));
    const fits = !impossible && intersects(error, atThreshold(rule));
    // The least error is at most that at the threshold, and at most one half (all, or nothing, called positive).
    const least = intersection(error, closed(zero, rational(1, 2)));
    const possible = intersection(least, closed(zero, atThreshold(rule).upper));
    const possibleUnequal = intersection(least, closed(zero, maximum(missed, read(fpr, rule).upper)));
    const goesWith = (errors: Interval, areas: (errors: Interval) => Interval): boolean =>
      !impossible && !isEmpty(errors) && (auc === undefined || intersects(read(auc, rule), areas(errors)));
    const fitsAsLeast = goesWith(possible, areas);
    const fitsUnequal = !impossible && intersects(error, hull(missed, read(fpr, rule)));
    const fitsAsBoth = goesWith(possibleUnequal, areasOfUnequal);
    return [
      { rule, truth: truthOf(fits) },
      { rule, truth: truthOf(fitsAsLeast), departures: [leastError] },
      { rule, truth: truthOf(fitsUnequal), departures: [unequal] },
      { rule, truth: truthOf(fitsAsBoth), departures: [leastError, unequal] },
    ];
  });
  const ordered = [
    ...readings.filter(({ departures }) => departures === undefined),
    ...readings.filter(({ departures }) => departures !== undefined),
  ];
  const rule = rules[0] ?? "half-either";
  return resultOfReadings({
    check: "auc-detection-error",
    readings: ordered,
    explanation: `Printed detection error ${detectionError.text}; with an FPR of ${fpr.text} at a TPR of ${tpr.text} the error at that threshold is ${intervalText(atThreshold(rule), 5)} (of one): the printed error ${ordered[0]?.truth === "true" ? "agrees" : "does not agree"}.`,
    assumptions: [
      "Both classes weigh the same; the error is that at the threshold of the FPR.",
      `The TPR is exact; all else was ${printedBy(rule, ...printed)}, as ${percent ? "percentages" : "fractions of one"}.`,
    ],
    details: {
      detectionError: detectionError.text,
      fpr: fpr.text,
      tpr: tpr.text,
      ...(auc === undefined ? {} : { auc: auc.text }),
      errorAtThreshold: intervalDetail(atThreshold(rule)),
    },
  });
}

const leastError = "the least error over all thresholds";
const unequal = "classes that weigh as much as they have examples";

/** Every error at the threshold between that of one class and that of the other, whatever their weights. */
function hull(missed: Rational, fpr: Interval): Interval {
  return closed(minimum(missed, fpr.lower), maximum(missed, fpr.upper));
}

/** All areas that go with the least errors: each curve touches the line t = 1 − 2e + f, and lies nowhere above it. */
function areas({ lower, upper }: Interval): Interval {
  const two = rational(2);
  const least: Rational = maximum(zero, subtract(one, multiply(two, upper)));
  return closed(least, subtract(one, multiply(two, multiply(lower, lower))));
}

/** The same where the classes weigh w and 1 − w: no more than at w = ½, and no least area, as w may be near 0. */
function areasOfUnequal(errors: Interval): Interval {
  return closed(zero, areas(errors).upper);
}
