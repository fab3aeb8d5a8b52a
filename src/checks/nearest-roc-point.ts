import type { Decimal } from "../numbers/decimal.ts";
import { add, type Interval, isEmpty, negate, point, scale as scaled } from "../numbers/interval.ts";
import { one, rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { doubleInterval, isPrintedDouble } from "./double-interval.ts";
import { shortText } from "./exact-text.ts";
import { integersIn } from "./integers-in.ts";
import { requireCount } from "./require-count.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { ruleWords, usualRules } from "./rule-words.ts";

export interface NearestRocPointInput {
  readonly auc: Decimal;
  /** At the threshold whose point of the ROC curve is the nearest to (0, 1). */
  readonly accuracy: Decimal;
  readonly positives: number;
  readonly negatives: number;
  /** Of both shares; absent: percent where one of them is above one. */
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * How many misses and false alarms the point of an ROC curve nearest to (0, 1) can have, given the accuracy there and
 * the area under the whole curve: no other point lies within its distance d, so the positives that it misses lie below
 * many negatives, and the area above the curve is no less than that of the staircase around the circle. Exact, in whole
 * numbers. Alternative: tied scores, whose slanted pieces stay below the chord, so that d²/2 ≤ 1 − AUC.
 * `undecidable` past fifty million steps. Throws a RangeError for counts below one.
 *
 * @example
 * const shares = { auc: parseDecimal("0.75"), accuracy: parseDecimal("0.75") };
 * checkNearestRocPoint({ ...shares, positives: 2, negatives: 2 }).details.misses; // => { least: 0, most: 1 }
 */
export function checkNearestRocPoint(input: NearestRocPointInput): CheckResult {
  const { auc, accuracy, positives, negatives, rules = usualRules } = input;
  requireCount("checkNearestRocPoint", "positives", positives, 1);
  requireCount("checkNearestRocPoint", "negatives", negatives, 1);
  const percent =
    input.scale === undefined ? [auc, accuracy].some((share) => auroc(share).percent) : input.scale === "percent";
  const searches = [false, true].flatMap((tied) =>
    rules.map((rule) => ({ rule, tied, found: pointsOf(input, percent, rule, tied) })),
  );
  const [first] = searches;
  const tied = searches.find((search) => search.tied);
  const rule = first?.rule ?? "half-either";
  return resultOfReadings({
    check: "nearest-roc-point",
    readings: searches.map((search) => ({
      rule: search.rule,
      truth: truthOfPoints(search.found),
      ...(search.tied ? { departures: ["tied scores"] } : {}),
    })),
    explanation: `Printed AUC ${auc.text} and accuracy ${accuracy.text} on ${positives} positives and ${negatives} negatives: ${textOf(first?.found, input)}${tiedText(first?.found, tied?.found)}.`,
    assumptions: [
      "The accuracy is at the threshold whose point is the nearest to (0, 1) of all points of the curve.",
      "No positive and negative have the same score.",
      `Numbers with 15 to 17 digits are doubles, right to 8 steps; others were printed by ${ruleWords[rule]}, as ${percent ? "percentages" : "fractions of one"}.`,
    ],
    details: {
      auc: auc.text,
      accuracy: accuracy.text,
      positives,
      negatives,
      ...detailOf(first?.found),
      ...(tied?.found === undefined ? {} : { withTies: detailOf(tied.found) }),
    },
  });
}

interface Split {
  readonly misses: number;
  readonly falseAlarms: number;
}

/** All splits of the errors that the area allows; undefined where there are too many to look at. */
function pointsOf(
  { auc, accuracy, positives, negatives }: NearestRocPointInput,
  percent: boolean,
  rule: RoundingRule,
  tied: boolean,
): readonly Split[] | undefined {
  const missing = (share: Decimal, whole: number): Interval =>
    scaled(add(point(one), negate(read(share, percent, rule))), rational(whole));
  const wrong = missing(accuracy, positives + negatives);
  const above = missing(auc, positives * negatives * (tied ? 2 : 1));
  if (isEmpty(wrong) || isEmpty(above)) return [];
  const errors = integersIn(wrong);
  const halves = integersIn(above);
  if (errors === undefined || halves === undefined) return [];
  const unit = tied ? 2 : 1;
  const area = { least: Number(halves.least) / unit, most: Number(halves.greatest) / unit };
  const [fewest, most] = [Number(errors.least), Number(errors.greatest)];
  if (positives * negatives > 50_000_000 || (most - fewest + 1) * positives * (positives + negatives) > 50_000_000)
    return undefined;
  const splits: Split[] = [];
  for (let all = Math.max(0, fewest); all <= Math.min(most, positives + negatives); all++)
    for (let misses = Math.max(0, all - negatives); misses <= Math.min(all, positives); misses++) {
      const split = { misses, falseAlarms: all - misses };
      const range = areaAbove(split, positives, negatives, tied);
      if (range !== undefined && range.least <= area.most && area.least <= range.most) splits.push(split);
    }
  return splits;
}

/**
 * In pairs of a positive and a negative: the area above a curve through the point, with all other points at least as far
 * from (0, 1). Undefined where (0, 0), which every curve has, is nearer. Distances are whole after multiplying by both
 * counts, and at most 2 · (5 · 10^7)^2, which a double holds exactly.
 */
function areaAbove({ misses, falseAlarms }: Split, positives: number, negatives: number, tied: boolean) {
  const square = (missed: number, alarms: number): number => (missed * negatives) ** 2 + (alarms * positives) ** 2;
  const distance = square(misses, falseAlarms);
  if (distance > (positives * negatives) ** 2) return undefined;
  const most = misses * negatives + (positives - misses) * falseAlarms;
  if (tied) return { least: halfPairs(distance, positives * negatives) / 2, most };
  let [least, alarms] = [0, negatives];
  for (let missed = 0; missed < positives; missed++) {
    while (alarms > 0 && square(missed, alarms - 1) >= distance) alarms--;
    least += alarms;
  }
  return { least, most };
}

/** The least whole number of half pairs that is no smaller than the triangle below the chord, d²/2. */
function halfPairs(distance: number, pairs: number): number {
  return Number((BigInt(distance) + BigInt(pairs) - 1n) / BigInt(pairs));
}

function read(value: Decimal, percent: boolean, rule: RoundingRule): Interval {
  if (!isPrintedDouble(value) || value.units <= 0n)
    return shareInterval(auroc(value, percent ? "percent" : "fraction").value, rule);
  return scaled(doubleInterval(Number(value.text), 8), rational(1, percent ? 100 : 1));
}

function truthOfPoints(found: readonly Split[] | undefined): Truth {
  return found === undefined ? "unknown" : truthOf(found.length > 0);
}

function range(numbers: readonly number[]) {
  return { least: Math.min(...numbers), most: Math.max(...numbers) };
}

function detailOf(found: readonly Split[] | undefined) {
  if (found === undefined || found.length === 0) return { splits: found?.length ?? "not searched" };
  return {
    splits: found.length,
    misses: range(found.map(({ misses }) => misses)),
    falseAlarms: range(found.map(({ falseAlarms }) => falseAlarms)),
  };
}

function textOf(found: readonly Split[] | undefined, { positives, negatives }: NearestRocPointInput): string {
  if (found === undefined) return "too many points to look at";
  if (found.length === 0) return "no such point leaves such an area";
  const misses = range(found.map((split) => split.misses));
  const alarms = range(found.map((split) => split.falseAlarms));
  const rate = (count: number, of: number): string => shortText(rational(count, of), 3);
  return `the point nearest to (0, 1) has ${words(misses)} misses (TPR ${rate(positives - misses.most, positives)} to ${rate(positives - misses.least, positives)}) and ${words(alarms)} false alarms (FPR ${rate(alarms.least, negatives)} to ${rate(alarms.most, negatives)})`;
}

function tiedText(found: readonly Split[] | undefined, tied: readonly Split[] | undefined): string {
  if (found === undefined || tied === undefined || tied.length === 0) return "";
  return `; with tied scores ${words(range(tied.map(({ misses }) => misses)))} misses`;
}

function words({ least, most }: { readonly least: number; readonly most: number }): string {
  return least === most ? `${least}` : `${least} to ${most}`;
}
