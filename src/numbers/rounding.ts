import { type Decimal, decimal, toRational, unitInLastPlace } from "./decimal.ts";
import { closed, type Interval } from "./interval.ts";
import { add, ceiling, divide, floor, multiply, powerOfTen, type Rational, rational, subtract } from "./rational.ts";

/**
 * How a number was shortened for print. `half-up` and `half-down` send ties towards +∞ and −∞, `half-even` to the even
 * digit; `half-either` admits both and is the default wherever a paper does not say; `truncate` goes towards zero.
 */
export type RoundingRule = "half-up" | "half-down" | "half-even" | "half-either" | "truncate" | "floor" | "ceiling";

export const roundingRules: readonly RoundingRule[] = [
  "half-either",
  "half-up",
  "half-down",
  "half-even",
  "truncate",
  "floor",
  "ceiling",
];

/**
 * All numbers that print as the given decimal under a rounding rule, ends included exactly where they round to it; of a
 * decimal with a half width of its own, all numbers within it.
 *
 * @example
 * const { lower, upper } = roundingInterval(parseDecimal("84.3"), "half-up"); // [84.25, 84.35)
 * [toNumber(lower), toNumber(upper)]; // => [84.25, 84.35]
 */
export function roundingInterval(printed: Decimal, rule: RoundingRule = "half-either"): Interval {
  const half = halfUnit(printed);
  if (printed.halfWidth !== undefined) {
    const value = toRational(printed);
    return closed(subtract(value, half), add(value, half));
  }
  const { below, above, lowerClosed, upperClosed } = roundingSpan(printed.units, rule);
  const end = (halves: number): Rational =>
    multiply({ numerator: 2n * printed.units + BigInt(halves), denominator: 1n }, half);
  return { lower: end(-below), upper: end(above), lowerClosed, upperClosed };
}

/** How far below and above a printed number what it stands for reaches, in halves of a unit in its last digit. */
export interface RoundingSpan {
  readonly below: number;
  readonly above: number;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

/** The span of a rounding rule around a printed number of so many units in its last digit. */
export function roundingSpan(units: bigint, rule: RoundingRule): RoundingSpan {
  switch (rule) {
    case "half-either":
      return around;
    case "half-up":
      return aroundWithoutUpper;
    case "half-down":
      return aroundWithoutLower;
    case "half-even":
      return units % 2n === 0n ? around : aroundWithoutEnds;
    case "floor":
      return upwards;
    case "ceiling":
      return downwards;
    case "truncate":
      return units > 0n ? upwards : units < 0n ? downwards : bothWays;
  }
}

const around: RoundingSpan = { below: 1, above: 1, lowerClosed: true, upperClosed: true };
const aroundWithoutUpper: RoundingSpan = { ...around, upperClosed: false };
const aroundWithoutLower: RoundingSpan = { ...around, lowerClosed: false };
const aroundWithoutEnds: RoundingSpan = { ...around, lowerClosed: false, upperClosed: false };
const upwards: RoundingSpan = { below: 0, above: 2, lowerClosed: true, upperClosed: false };
const downwards: RoundingSpan = { below: 2, above: 0, lowerClosed: false, upperClosed: true };
const bothWays: RoundingSpan = { below: 2, above: 2, lowerClosed: false, upperClosed: false };

/** Half a unit in the last printed digit, or its own half width: that of the rounding interval. */
export function halfUnit(printed: Decimal): Rational {
  return multiply(unitInLastPlace(printed), printed.halfWidth ?? rational(1n, 2n));
}

/**
 * A number rounded to a count of decimals; ties under `half-either` go up.
 *
 * @example
 * round(rational(189, 40), 2, "half-even").text; // => "4.72"
 */
export function round(value: Rational, decimals: number, rule: RoundingRule = "half-up"): Decimal {
  const scaled = divide(value, powerOfTen(-decimals));
  return decimal(roundToInteger(scaled, rule), decimals);
}

function roundToInteger(value: Rational, rule: RoundingRule): bigint {
  const half = rational(1n, 2n);
  switch (rule) {
    case "half-either":
    case "half-up":
      return floor(add(value, half));
    case "half-down":
      return ceiling(subtract(value, half));
    case "half-even": {
      const up = floor(add(value, half));
      const down = ceiling(subtract(value, half));
      return up % 2n === 0n ? up : down;
    }
    case "floor":
      return floor(value);
    case "ceiling":
      return ceiling(value);
    case "truncate":
      return value.numerator < 0n ? ceiling(value) : floor(value);
  }
}
