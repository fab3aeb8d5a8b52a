import type { Decimal } from "../numbers/decimal.ts";
import { type Interval, intersection, isEmpty, scale as scaled } from "../numbers/interval.ts";
import {
  add,
  compare,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  type Rational,
  rational,
  subtract,
  toNumber,
  zero,
} from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { exactNumber } from "./exact-number.ts";
import { greatestSquares, leastSquares } from "./integer-moments.ts";
import { integersIn } from "./integers-in.ts";
import { usualRules } from "./rule-words.ts";
import { deviationFactor, type SpreadReading, spreadReadings } from "./sample-moments.ts";
import { boundsOf, type ValueScale } from "./value-scale.ts";

export interface SdLimitsInput {
  readonly mean: Decimal;
  /** How many values there are, at least 2. */
  readonly count: number;
  readonly scale: ValueScale;
  /** Each value is the mean of so many whole numbers; `continuous` for values of any size on the scale. Absent: 1. */
  readonly items?: number | "continuous";
  /** The divisor of the variance is the count less this. Absent: n − 1. */
  readonly ddof?: 0 | 1;
  readonly rules?: readonly RoundingRule[];
}

/** The least and greatest variance that values on a scale can have, and what their SDs are. */
export interface SdLimits {
  readonly leastVariance: Rational;
  readonly greatestVariance: Rational;
  readonly least: number;
  readonly greatest: number;
}

/**
 * The least and greatest SD of values on a scale whose mean prints as the given one; undefined where there are none.
 * Throws a RangeError for a scale without values.
 *
 * @example
 * const scale = { minimum: 1, maximum: 7 };
 * sdLimits({ mean: parseDecimal("4.2"), count: 5, scale })?.greatest; // => 3.0331501776206204
 */
export function sdLimits(input: SdLimitsInput): SdLimits | undefined {
  const [reading] = spreadReadings(input.ddof);
  const [rule = "half-either"] = input.rules ?? usualRules;
  return reading === undefined ? undefined : sdLimitsUnder(input, reading, rule);
}

/** The same under one reading of the SD and one rounding rule. */
export function sdLimitsUnder(input: SdLimitsInput, reading: SpreadReading, rule: RoundingRule): SdLimits | undefined {
  const variances = input.items === "continuous" ? ofAnyValues(input, reading, rule) : ofGrains(input, reading, rule);
  if (variances === undefined) return undefined;
  const [leastVariance, greatestVariance] = variances;
  return {
    leastVariance,
    greatestVariance,
    least: Math.sqrt(toNumber(leastVariance)),
    greatest: Math.sqrt(toNumber(greatestVariance)),
  };
}

type Variances = readonly [least: Rational, greatest: Rational];

/** Over all sums that give the mean, in grains. */
function ofGrains(
  { mean, count, scale, items = 1 }: SdLimitsInput,
  reading: SpreadReading,
  rule: RoundingRule,
): Variances | undefined {
  const grain = rational(1, items === "continuous" ? 1 : items);
  const bounds = boundsOf("sdLimits", scale, grain);
  const n = BigInt(count);
  const sums = integersIn(scaled(roundingInterval(mean, rule), divide(rational(n), grain)));
  if (sums === undefined) return undefined;
  const bottom = n * bounds.least;
  const width = bounds.greatest - bounds.least;
  const first = sums.least > bottom ? sums.least : bottom;
  const last = sums.greatest < bottom + n * width ? sums.greatest : bottom + n * width;
  if (first > last) return undefined;
  // The least n·Q − S² is r(n − r) with r = S mod n: least at the ends, or 0 at a multiple of n. The greatest dips between
  // the sums with all values at the ends, and is greatest near the middle of the scale.
  const atTop = (sum: bigint): bigint => (width === 0n ? 0n : (sum - bottom) / width);
  const candidates = [
    first,
    last,
    n * floor(rational(last, n)),
    ...[atTop(first) + 1n, atTop(last), n / 2n, n / 2n + 1n].map((top) => bottom + top * width),
  ].filter((sum) => sum >= first && sum <= last);
  const least = candidates.map((sum) => n * leastSquares(n, sum) - sum * sum);
  const greatest = candidates.map((sum) => n * (greatestSquares(n, sum, bounds) ?? 0n) - sum * sum);
  const factor = deviationFactor({ count, grain }, reading);
  return [
    divide(minimum(rational(least[0] ?? 0n), ...least.map((value) => rational(value))), factor),
    divide(maximum(zero, ...greatest.map((value) => rational(value))), factor),
  ];
}

/** For values of any size: no spread at the least; at the greatest all but one at the ends. */
function ofAnyValues(
  { mean, count, scale }: SdLimitsInput,
  reading: SpreadReading,
  rule: RoundingRule,
): Variances | undefined {
  const low = exactNumber("sdLimits", "scale.minimum", scale.minimum);
  const high = exactNumber("sdLimits", "scale.maximum", scale.maximum);
  const width = subtract(high, low);
  const onScale: Interval = { lower: low, upper: high, lowerClosed: true, upperClosed: true };
  const means = intersection(roundingInterval(mean, rule), onScale);
  if (isEmpty(means)) return undefined;
  if (compare(width, zero) === 0) return [zero, zero];
  const n = rational(count);
  const squaredDeviations = (at: Rational): Rational => {
    const lifted = multiply(subtract(at, low), n);
    const atTop = rational(floor(divide(lifted, width)));
    const rest = subtract(lifted, multiply(atTop, width));
    const squares = add(multiply(atTop, multiply(width, width)), multiply(rest, rest));
    return subtract(multiply(n, squares), multiply(lifted, lifted));
  };
  // Between two means with whole counts at the top the bound dips: its peaks are those means, and the ends of the interval.
  const perMean = (value: Rational): Rational => divide(multiply(subtract(value, low), n), width);
  const peaks = wholeCounts(perMean(means.lower), perMean(means.upper), count).map((atTop) =>
    add(low, divide(multiply(rational(atTop), width), n)),
  );
  const candidates = [means.lower, means.upper, ...peaks].map(squaredDeviations);
  const factor = deviationFactor({ count, grain: rational(1) }, reading);
  return [zero, divide(maximum(zero, ...candidates), factor)];
}

/** The whole numbers of a range that are nearest to half the count, and its outermost: where the bound can peak. */
function wholeCounts(from: Rational, to: Rational, count: number): readonly bigint[] {
  const range = integersIn({ lower: from, upper: to, lowerClosed: true, upperClosed: true });
  if (range === undefined) return [];
  const half = BigInt(count) / 2n;
  return [range.least, range.greatest, half, half + 1n].filter((top) => top >= range.least && top <= range.greatest);
}
