import type { Decimal } from "../numbers/decimal.ts";
import { type Interval, intersects } from "../numbers/interval.ts";
import { add, compare, divide, multiply, one, type Rational, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { exactNumber } from "./exact-number.ts";
import { intervalDetail, intervalText } from "./exact-text.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface FMeasureInput {
  readonly precision: Decimal;
  readonly recall: Decimal;
  /** The printed F measure, in the unit of precision and recall. */
  readonly reported: Decimal;
  /** Recall counts β times as much as precision. Absent: 1. */
  readonly beta?: number;
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed F measure can be (1 + β²) P R / (β² P + R) of the printed precision and recall, for any test set.
 * Exact: F rises with both, so that the ends of their intervals give its ends. The mean over classes or folds of F is
 * no such function of the means of P and R: for macro averages the check says nothing. Undecidable where P or R may be 0.
 *
 * @example
 * const input = { precision: parseDecimal("0.80"), recall: parseDecimal("0.60") };
 * checkFMeasure({ ...input, reported: parseDecimal("0.69") }).outcome; // => "consistent"
 * checkFMeasure({ ...input, reported: parseDecimal("0.72") }).outcome; // => "inconsistent"
 */
export function checkFMeasure({
  precision,
  recall,
  reported,
  beta = 1,
  rules = usualRules,
}: FMeasureInput): CheckResult {
  if (beta < 0) throw new RangeError(`checkFMeasure: beta is ${beta}; give a number that is 0 or more`);
  const weight = exactNumber("checkFMeasure", "beta", beta);
  const square = multiply(weight, weight);
  const at = (rule: RoundingRule): Interval | undefined =>
    measured(roundingInterval(precision, rule), roundingInterval(recall, rule), square);
  const readings = rules.map((rule) => {
    const possible = at(rule);
    const truth: Truth =
      possible === undefined ? "unknown" : truthOf(intersects(possible, roundingInterval(reported, rule)));
    return { rule, truth };
  });
  const rule = rules[0] ?? "half-either";
  const possible = at(rule);
  const name = `F${beta}`;
  return resultOfReadings({
    check: "f-measure",
    readings,
    explanation:
      possible === undefined
        ? `Printed ${name} ${reported.text}; it is undefined where precision and recall may be 0.`
        : `Printed ${name} ${reported.text}; precision ${precision.text} and recall ${recall.text} give ${intervalText(possible, Math.max(reported.decimals, 0) + 2)}: the printed number ${readings[0]?.truth === "true" ? "agrees" : "does not agree"}.`,
    assumptions: [
      `${name}, precision and recall are of one and the same confusion matrix, no averages over classes or folds.`,
      `All three were ${printedBy(rule, precision, recall, reported)}.`,
    ],
    details: {
      precision: precision.text,
      recall: recall.text,
      reported: reported.text,
      beta,
      ...(possible === undefined ? {} : { possible: intervalDetail(possible) }),
    },
  });
}

/** Undefined where precision or recall may be zero. */
function measured(precision: Interval, recall: Interval, square: Rational): Interval | undefined {
  if (compare(precision.lower, zero) <= 0 || compare(recall.lower, zero) <= 0) return undefined;
  const of = (p: Rational, r: Rational): Rational =>
    divide(multiply(add(one, square), multiply(p, r)), add(multiply(square, p), r));
  return {
    lower: of(precision.lower, recall.lower),
    upper: of(precision.upper, recall.upper),
    lowerClosed: precision.lowerClosed && recall.lowerClosed,
    upperClosed: precision.upperClosed && recall.upperClosed,
  };
}
