import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare, divide, maximum, minimum, one, type Rational, zero } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { decide, type Truth } from "./decide.ts";
import { exactText, listText, shortText } from "./exact-text.ts";

export interface SpreadValues {
  /** What varies, in the plural: `thresholds of ODIN`. */
  readonly label: string;
  readonly values: readonly Decimal[];
}

export interface WiderSpreadInput {
  readonly wider: SpreadValues;
  readonly narrower: SpreadValues;
}

/**
 * Whether one list of printed numbers varies more than another that may be in another unit: by the greatest over the
 * least, over all numbers that print like these. Undecidable where rounding leaves it open.
 * Throws a RangeError for fewer than two values, and for values that are not above zero.
 *
 * @example
 * const values = (...texts: string[]) => texts.map((text) => parseDecimal(text));
 * checkWiderSpread({
 *   wider: { label: "ours", values: values("0.24", "0.34") },
 *   narrower: { label: "theirs", values: values("1.0", "1.2") },
 * }).outcome; // => "consistent"
 */
export function checkWiderSpread({ wider, narrower }: WiderSpreadInput): CheckResult {
  const [wide, narrow] = [ratioOf(wider), ratioOf(narrower)];
  const truth: Truth =
    compare(wide.least, narrow.most) > 0 ? "true" : compare(wide.most, narrow.least) <= 0 ? "false" : "unknown";
  const { outcome } = decide(truth, []);
  const verdict =
    truth === "true"
      ? "varies more"
      : truth === "false"
        ? "does not vary more"
        : "may or may not vary more, which rounding leaves open";
  const text = ({ label, values }: SpreadValues, { printed, least, most }: Ratio): string =>
    `${label} (${listText(values.map((value) => value.text))}) have a greatest over their least of ${shortText(printed)}, or ${shortText(least)} to ${shortText(most)} by rounding`;
  return {
    check: "wider-spread",
    outcome,
    explanation: `${text(wider, wide)}; ${text(narrower, narrow)}: the first ${verdict}.`,
    assumptions: [
      "How much numbers vary is read as their greatest over their least, which needs no common unit.",
      "The values were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy: [],
    nearMisses: [],
    details: { wider: detailOf(wider, wide), narrower: detailOf(narrower, narrow) },
  };
}

interface Ratio {
  readonly printed: Rational;
  readonly least: Rational;
  readonly most: Rational;
}

/** The greatest over the least is least where the greatest are low and the least high, but never below one. */
function ratioOf({ label, values }: SpreadValues): Ratio {
  const intervals = values.map((value) => roundingInterval(value));
  const [first, ...rest] = intervals;
  if (first === undefined || rest.length === 0)
    throw new RangeError(`checkWiderSpread: ${label} is ${values.length} value, where two or more have a spread`);
  if (intervals.some(({ lower }) => compare(lower, zero) <= 0))
    throw new RangeError(`checkWiderSpread: ${label} holds a value that is not above 0; a ratio needs positive values`);
  const [head = zero, ...tail] = values.map(toRational);
  const greatestLow = maximum(first.lower, ...rest.map(({ lower }) => lower));
  const leastHigh = minimum(first.upper, ...rest.map(({ upper }) => upper));
  const greatestHigh = maximum(first.upper, ...rest.map(({ upper }) => upper));
  const leastLow = minimum(first.lower, ...rest.map(({ lower }) => lower));
  return {
    printed: divide(maximum(head, ...tail), minimum(head, ...tail)),
    least: maximum(divide(greatestLow, leastHigh), one),
    most: divide(greatestHigh, leastLow),
  };
}

function detailOf({ label, values }: SpreadValues, { printed, least, most }: Ratio): Detail {
  return {
    label,
    values: values.map(({ text }) => text),
    ratio: exactText(printed),
    least: exactText(least),
    most: exactText(most),
  };
}
