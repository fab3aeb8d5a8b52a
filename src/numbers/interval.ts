import { add as addRational, compare, multiply, type Rational, subtract, zero } from "./rational.ts";

/** All numbers between two ends, each of which belongs to it or does not. */
export interface Interval {
  readonly lower: Rational;
  readonly upper: Rational;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

/** The closed interval from lower to upper. */
export function closed(lower: Rational, upper: Rational): Interval {
  return { lower, upper, lowerClosed: true, upperClosed: true };
}

export function point(value: Rational): Interval {
  return closed(value, value);
}

export function isEmpty({ lower, upper, lowerClosed, upperClosed }: Interval): boolean {
  const order = compare(lower, upper);
  return order > 0 || (order === 0 && !(lowerClosed && upperClosed));
}

export function contains(interval: Interval, value: Rational): boolean {
  return isAbove(value, interval.lower, interval.lowerClosed) && isBelow(value, interval.upper, interval.upperClosed);
}

/** What two intervals have in common; may be empty. */
export function intersection(a: Interval, b: Interval): Interval {
  const low = compare(a.lower, b.lower);
  const high = compare(a.upper, b.upper);
  return {
    lower: low >= 0 ? a.lower : b.lower,
    lowerClosed: low === 0 ? a.lowerClosed && b.lowerClosed : low > 0 ? a.lowerClosed : b.lowerClosed,
    upper: high <= 0 ? a.upper : b.upper,
    upperClosed: high === 0 ? a.upperClosed && b.upperClosed : high < 0 ? a.upperClosed : b.upperClosed,
  };
}

export function intersects(a: Interval, b: Interval): boolean {
  return !isEmpty(intersection(a, b));
}

/** The interval of all a + b: an end is attained only where both ends are. */
export function add(a: Interval, b: Interval): Interval {
  return {
    lower: addRational(a.lower, b.lower),
    upper: addRational(a.upper, b.upper),
    lowerClosed: a.lowerClosed && b.lowerClosed,
    upperClosed: a.upperClosed && b.upperClosed,
  };
}

export function negate({ lower, upper, lowerClosed, upperClosed }: Interval): Interval {
  const nothing = (value: Rational): Rational => subtract(zero, value);
  return { lower: nothing(upper), upper: nothing(lower), lowerClosed: upperClosed, upperClosed: lowerClosed };
}

/** The interval of all factor × a. */
export function scale(interval: Interval, factor: Rational): Interval {
  if (factor.numerator === 0n) return point(zero);
  const { lower, upper, lowerClosed, upperClosed } = factor.numerator < 0n ? negate(interval) : interval;
  const size = factor.numerator < 0n ? subtract(zero, factor) : factor;
  return { lower: multiply(lower, size), upper: multiply(upper, size), lowerClosed, upperClosed };
}

/** How far a value lies outside the interval; zero inside and at its ends. */
export function distance(interval: Interval, value: Rational): Rational {
  if (compare(value, interval.lower) < 0) return subtract(interval.lower, value);
  if (compare(value, interval.upper) > 0) return subtract(value, interval.upper);
  return zero;
}

function isAbove(value: Rational, end: Rational, closedEnd: boolean): boolean {
  const order = compare(value, end);
  return order > 0 || (order === 0 && closedEnd);
}

function isBelow(value: Rational, end: Rational, closedEnd: boolean): boolean {
  const order = compare(value, end);
  return order < 0 || (order === 0 && closedEnd);
}
