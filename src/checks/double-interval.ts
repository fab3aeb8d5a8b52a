import { type Decimal, parseDecimal, toRational } from "../numbers/decimal.ts";
import { closed, type Interval } from "../numbers/interval.ts";
import { add, equal, multiply, type Rational, rational } from "../numbers/rational.ts";

/**
 * Whether a printed number looks like a double that was printed in full: 15 to 17 significant digits, the fewest that
 * name the double (as Python, JavaScript and Java print).
 */
export function isPrintedDouble(printed: Decimal): boolean {
  if (printed.halfWidth !== undefined) return false;
  const digits = String(printed.units < 0n ? -printed.units : printed.units).length;
  const value = Number(printed.text.replaceAll(",", ""));
  return digits >= 15 && digits <= 17 && equal(toRational(parseDecimal(String(value))), toRational(printed));
}

/**
 * All numbers whose nearest double is at most `away` doubles from the given one, ends included: a number between two
 * doubles belongs to the nearer. For positive, finite numbers.
 *
 * @example
 * const { lower, upper } = doubleInterval(1, 0);
 * [toNumber(lower) <= 1, toNumber(upper) >= 1]; // => [true, true]
 */
export function doubleInterval(value: number, away: number): Interval {
  const between = (a: number, b: number): Rational =>
    multiply(add(exactDouble(neighbour(value, a)), exactDouble(neighbour(value, b))), rational(1, 2));
  return closed(between(-away, -away - 1), between(away, away + 1));
}

/** The double so many steps above a positive one. */
function neighbour(value: number, steps: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(steps));
  return view.getFloat64(0);
}

function exactDouble(value: number): Rational {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  const exponent = (bits >> 52n) & 0x7ffn;
  const mantissa = (bits & 0xfffffffffffffn) + (exponent === 0n ? 0n : 0x10000000000000n);
  const power = (exponent === 0n ? 1n : exponent) - 1075n;
  return power < 0n ? rational(mantissa, 2n ** -power) : rational(mantissa * 2n ** power);
}
