import type { Decimal } from "../numbers/decimal.ts";
import { isEmpty } from "../numbers/interval.ts";
import { compare, multiply, type Rational, rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { auroc, shareInterval } from "./auc-scale.ts";
import type { CheckResult } from "./check-result.ts";
import type { Truth } from "./decide.ts";
import { shortText } from "./exact-text.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface AveragePrecisionInput {
  readonly averagePrecision: Decimal;
  readonly positives: number;
  readonly negatives: number;
  readonly scale?: "percent" | "fraction";
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether an average precision is one that some ranking of so many positives and negatives has: the worst, all
 * negatives first, has (1/P) Σ i / (i + N) (Boyd et al. 2012), at chance it is about P / (P + N). Alternative: the
 * area by trapezoids, at least P / (P + N) / 2: all negatives first, then all positives at one score, a straight line
 * below the worst ranking's points. Undecidable above a million positives.
 * Throws a RangeError for counts below one.
 *
 * @example
 * checkAveragePrecision({ averagePrecision: parseDecimal("0.31"), positives: 50, negatives: 50 }).outcome; // => "consistent"
 * checkAveragePrecision({ averagePrecision: parseDecimal("0.23"), positives: 50, negatives: 50 }).outcome; // => "inconsistent"
 */
export function checkAveragePrecision(input: AveragePrecisionInput): CheckResult {
  const { averagePrecision, positives, negatives, rules = usualRules } = input;
  for (const [word, count] of [
    ["positives", positives],
    ["negatives", negatives],
  ] as const)
    if (!Number.isSafeInteger(count) || count < 1)
      throw new RangeError(`checkAveragePrecision: ${word} is ${count}; give a whole number above 0`);
  const { value, percent } = auroc(averagePrecision, input.scale);
  const known = positives <= 1_000_000;
  const chance = rational(positives, positives + negatives);
  const steps = known ? leastArea(positives, negatives) : undefined;
  const half = multiply(chance, rational(1, 2));
  const trapezoids: Range = { below: half, above: half };
  const truth = (rule: RoundingRule, least: Range | undefined): Truth => {
    const interval = shareInterval(value, rule);
    if (isEmpty(interval)) return "false";
    if (least === undefined) return "unknown";
    if (compare(interval.upper, least.below) < 0) return "false";
    return compare(interval.upper, least.above) >= 0 ? "true" : "unknown";
  };
  const rule = rules[0] ?? "half-either";
  const sign = (share: Rational): string => shortText(share, 4);
  return resultOfReadings({
    check: "auc-average-precision",
    readings: [
      ...rules.map((its) => ({ rule: its, truth: truth(its, steps) })),
      ...rules.map((its) => ({ rule: its, truth: truth(its, trapezoids), departures: ["the area by trapezoids"] })),
    ],
    explanation: `Printed average precision ${averagePrecision.text}${percent ? " (percent)" : ""}; with ${positives} positives and ${negatives} negatives a random ranking has about ${sign(chance)}${steps === undefined ? "" : `, and the worst one ${sign(steps.below)}`}.`,
    assumptions: [
      "Average precision is the sum of precision times the rise of recall, without interpolation.",
      `It was ${printedBy(rule, averagePrecision)}, as a ${percent ? "percentage" : "fraction of one"}.`,
    ],
    details: {
      averagePrecision: averagePrecision.text,
      positives,
      negatives,
      chance: shortText(chance, 6),
      ...(steps === undefined ? {} : { least: shortText(steps.below, 9) }),
    },
  });
}

interface Range {
  readonly below: Rational;
  readonly above: Rational;
}

const digits = 10n ** 40n;

/** Between two fractions with forty digits: the exact sum has a denominator of thousands of digits, and decides no more. */
function leastArea(positives: number, negatives: number): Range {
  const [p, n] = [BigInt(positives), BigInt(negatives)];
  let sum = 0n;
  for (let i = 1n; i <= p; i++) sum += (i * digits) / (i + n);
  return { below: rational(sum, p * digits), above: rational(sum + p, p * digits) };
}
