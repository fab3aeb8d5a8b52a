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
  const value = toRational(printed);
  const unit = unitInLastPlace(printed);
  const half = multiply(unit, printed.halfWidth ?? rational(1n, 2n));
  const around = closed(subtract(value, half), add(value, half));
  if (printed.halfWidth !== undefined) return around;
  const upwards: Interval = { lower: value, upper: add(value, unit), lowerClosed: true, upperClosed: false };
  const downwards: Interval = { lower: subtract(value, unit), upper: value, lowerClosed: false, upperClosed: true };
  switch (rule) {
    case "half-either":
      return around;
    case "half-up":
      return { ...around, upperClosed: false };
    case "half-down":
      return { ...around, lowerClosed: false };
    case "half-even": {
      const even = printed.units % 2n === 0n;
      return { ...around, lowerClosed: even, upperClosed: even };
    }
    case "floor":
      return upwards;
    case "ceiling":
      return downwards;
    case "truncate":
      if (printed.units > 0n) return upwards;
      if (printed.units < 0n) return downwards;
      return { lower: downwards.lower, upper: upwards.upper, lowerClosed: false, upperClosed: false };
  }
}

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
