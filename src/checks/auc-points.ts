import type { Decimal } from "../numbers/decimal.ts";
import { closed, type Interval, intersects, isEmpty, point } from "../numbers/interval.ts";
import {
  ceiling,
  compare,
  floor,
  maximum,
  minimum,
  multiply,
  one,
  rational,
  toNumber,
  zero,
} from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { type AucRange, aucAboveDiagonal, aucFromAccuracy, aucUnderBestAccuracy } from "./auc-bounds.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { exactText, intervalText, listText, shortText } from "./exact-text.ts";
import { orders, rangeOf } from "./roc-boxes.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface OperatingPoint {
  readonly fpr: Decimal;
  readonly tpr: Decimal;
  /** Whether the TPR is a setting ("FPR at 95 % TPR") instead of a rounded result. */
  readonly tprExact?: boolean;
}

export interface AucPointsInput {
  readonly auc: Decimal;
  readonly points: readonly OperatingPoint[];
  /** An accuracy at some threshold; `best` where no threshold has a better one. Needs positives and negatives. */
  readonly accuracy?: { readonly value: Decimal; readonly best: boolean };
  readonly positives?: number;
  readonly negatives?: number;
  /** Of all shares; absent: percent where one of them is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether an AUC goes with one or several printed points of its ROC curve, and with an accuracy. A rising curve
 * through the points has an area between that of the lowest and of the highest staircase; the printed numbers are
 * moved within their rounding to where the bounds are widest. "FPR at 95 % TPR" is a point at that
 * TPR; alternative: at the first threshold that has as much, which may have more where scores are tied. That a curve lies above
 * the diagonal is an assumption: the bound it gives is stated in `details`, and never makes a row impossible.
 * Open ends of intervals are taken as closed, which is never stricter. At most eight points.
 * Throws a RangeError for nothing to compare with, or an accuracy without counts.
 *
 * @example
 * const point = { fpr: parseDecimal("0.10"), tpr: parseDecimal("0.80") };
 * checkAucPoints({ auc: parseDecimal("0.70"), points: [point] }).outcome; // => "inconsistent"
 */
export function checkAucPoints(input: AucPointsInput): CheckResult {
  const { points, accuracy, positives, negatives, rules = usualRules } = input;
  if (points.length === 0 && accuracy === undefined)
    throw new RangeError("checkAucPoints: there is no operating point and no accuracy to compare the AUC with");
  if (points.length > 8) throw new RangeError(`checkAucPoints: ${points.length} points are too many; give at most 8`);
  if (accuracy !== undefined && !(positives !== undefined && negatives !== undefined && positives > 0 && negatives > 0))
    throw new RangeError("checkAucPoints: an accuracy needs the counts of positives and negatives");
  const shares = [
    input.auc,
    ...points.flatMap(({ fpr, tpr }) => [fpr, tpr]),
    ...(accuracy === undefined ? [] : [accuracy.value]),
  ];
  const percent = input.scale === undefined ? shares.some((share) => auroc(share).percent) : input.scale === "percent";
  const scale = percent ? "percent" : "fraction";
  const read = (value: Decimal, rule: RoundingRule): Interval => shareInterval(auroc(value, scale).value, rule);
  const settings = points.some(({ tprExact }) => tprExact === true)
    ? (["reached", "passed"] as const)
    : (["reached"] as const);
  const readings = settings.flatMap((setting) =>
    rules.map((rule) => ({
      ...(setting === "passed"
        ? { departures: ["a threshold whose TPR is above the setting, as with tied scores"] }
        : {}),
      rule,
      ...under(input, rule, read, setting),
    })),
  );
  const [first] = readings;
  const rule = rules[0] ?? "half-either";
  const shown = [
    ...points.map(({ fpr, tpr }) => `a TPR of ${tpr.text} at an FPR of ${fpr.text}`),
    ...(accuracy === undefined
      ? []
      : [`${accuracy.best ? "a best accuracy" : "an accuracy"} of ${accuracy.value.text}`]),
  ];
  return resultOfReadings({
    check: "auc-points",
    readings,
    explanation: explain(input.auc, shown, first),
    assumptions: [
      "All numbers are of one detector on one test set; its ROC curve never falls.",
      `All numbers were ${printedBy(rule, ...shares)}, as ${percent ? "percentages" : "fractions of one"}.`,
      ...(accuracy?.best === true ? ["No threshold has a better accuracy than the printed one."] : []),
    ],
    details: {
      auc: input.auc.text,
      points: points.map(({ fpr, tpr }) => ({ fpr: fpr.text, tpr: tpr.text })),
      ...(first?.range === undefined
        ? {}
        : { leastAuc: exactText(first.range.least), mostAuc: exactText(first.range.most) }),
      ...diagonalNote(input, (value) => read(value, rule)),
    },
  });
}

/** Whether the threshold behind "FPR at 95 % TPR" has that very TPR, or is the first to have as much. */
type Setting = "reached" | "passed";

interface Found {
  readonly truth: Truth;
  readonly range?: AucRange;
  readonly why?: string;
}

function under(
  input: AucPointsInput,
  rule: RoundingRule,
  read: (value: Decimal, rule: RoundingRule) => Interval,
  setting: Setting,
): Found {
  const auc = read(input.auc, rule);
  const boxes = input.points.map(({ fpr, tpr, tprExact = false }) => {
    const given = read(tpr, rule);
    return {
      fpr: onGrid(read(fpr, rule), input.negatives),
      tpr: tprExact ? settingOf(exactly(given, tpr, read), setting) : onGrid(given, input.positives),
    };
  });
  if (isEmpty(auc) || boxes.some(({ fpr, tpr }) => isEmpty(fpr) || isEmpty(tpr)))
    return { truth: "false", why: "a printed share lies outside 0 to 1, or is no share of its class" };
  const ranges = [...orders(boxes)].map(rangeOf);
  if (ranges.length === 0) return { truth: "false", why: "no rising curve goes through all the points" };
  // Each order of points leaves its own areas.
  const limits = accuracyRange(input, rule, read);
  if (limits === undefined)
    return { truth: "false", why: "always answering with the greater class has a better accuracy" };
  const combined = ranges.map(({ least, most }) => ({
    least: maximum(least, limits.least),
    most: minimum(most, limits.most),
  }));
  const holds = combined.some(
    ({ least, most }) => compare(least, most) <= 0 && intersects(closed(auc.lower, auc.upper), closed(least, most)),
  );
  const range = combined.reduce((a, b) => ({ least: minimum(a.least, b.least), most: maximum(a.most, b.most) }));
  return { truth: truthOf(holds), range };
}

function settingOf(exact: Interval, setting: Setting): Interval {
  return setting === "reached" || isEmpty(exact) ? exact : closed(exact.lower, one);
}

/** A setting stands for itself: the middle of its interval. */
function exactly(given: Interval, tpr: Decimal, read: (value: Decimal, rule: RoundingRule) => Interval): Interval {
  const floor = read(tpr, "floor");
  return isEmpty(floor) ? given : point(floor.lower);
}

/** The multiples of 1 / count in an interval, where the count is known. */
function onGrid(interval: Interval, count: number | undefined): Interval {
  if (count === undefined || isEmpty(interval)) return interval;
  const all = BigInt(count);
  const { lower, upper } = interval;
  return closed(
    rational(ceiling(multiply(lower, rational(all))), all),
    rational(floor(multiply(upper, rational(all))), all),
  );
}

/** What an accuracy leaves; undefined where it cannot be the best. */
function accuracyRange(
  { accuracy, positives, negatives }: AucPointsInput,
  rule: RoundingRule,
  read: (value: Decimal, rule: RoundingRule) => Interval,
): AucRange | undefined {
  const all: AucRange = { least: zero, most: rational(1) };
  if (accuracy === undefined || positives === undefined || negatives === undefined) return all;
  const interval = read(accuracy.value, rule);
  if (isEmpty(interval)) return undefined;
  const least = aucFromAccuracy(interval.lower, positives, negatives).least;
  if (!accuracy.best) return { least, most: aucFromAccuracy(interval.upper, positives, negatives).most };
  const most = aucUnderBestAccuracy(interval.upper, positives, negatives);
  return most && { least, most };
}

function explain(auc: Decimal, shown: readonly string[], found: Found | undefined): string {
  const start = `Printed AUC ${auc.text}, with ${listText(shown)}`;
  if (found?.range === undefined) return `${start}: ${found?.why ?? "nothing to compare"}.`;
  const { least, most } = found.range;
  if (compare(least, most) > 0) return `${start}: the point and the accuracy leave no area at all.`;
  return `${start}, which leave an area of ${intervalText(closed(least, most), auc.decimals + 2)}: the printed AUC ${found.truth === "true" ? "agrees" : "lies outside"}.`;
}

function diagonalNote(
  { auc, points }: AucPointsInput,
  read: (value: Decimal) => Interval,
): { readonly [name: string]: Detail } {
  const bounds = points.map(({ fpr, tpr }) => {
    const [f, t] = [read(fpr), read(tpr)];
    return isEmpty(f) || isEmpty(t) ? rational(1, 2) : aucAboveDiagonal({ fpr: f.upper, tpr: t.lower });
  });
  const [head, ...tail] = bounds;
  if (head === undefined) return {};
  const least = maximum(head, ...tail);
  const below = compare(read(auc).upper, least) < 0;
  return {
    leastAucAboveDiagonal: shortText(least, 6),
    ...(below
      ? {
          note: `The printed AUC is possible only if the ROC curve falls below the diagonal somewhere (${toNumber(least).toFixed(4)} or more otherwise).`,
        }
      : {}),
  };
}
