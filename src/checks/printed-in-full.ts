import { type Decimal, unitInLastPlace } from "../numbers/decimal.ts";
import { add, divide, one, rational } from "../numbers/rational.ts";

/** The floating-point format that a number was computed in. */
export type FloatPrecision = "double" | "single";

/** By how many steps of its format a number may be off that was computed in several operations. */
const mostSteps = 8n;

/** Digits behind the binary point, and the size of what a difference was taken from: 1 − x, or 100 − x in percent. */
const formats: Readonly<Record<FloatPrecision, { readonly bits: number; readonly least: number }>> = {
  double: { bits: 52, least: 100 },
  single: { bits: 23, least: 1 },
};

/**
 * A number as code writes it without rounding (`0.9401140684410646` to a CSV file), known to within what floating-point
 * arithmetic may have done to it: eight steps of its format and a unit of its last digit. Its last digits are those of the
 * float, not of the exact result. Every other number is left as it is.
 *
 * @example
 * const float = asComputed(parseDecimal("23.333333333333332")); // 406 of 1740, in percent, as a double
 * checkPercentage({ percent: float, count: 406, total: 1740 }).outcome; // => "consistent"
 */
export function asComputed(printed: Decimal): Decimal {
  const precision = floatPrecision(printed);
  if (precision === undefined) return printed;
  const { bits, least } = formats[precision];
  const exponent = Math.floor(Math.log2(Math.max(least, sizeOf(printed)))) - bits;
  const power = 2n ** BigInt(Math.abs(exponent));
  const slack = exponent < 0 ? rational(mostSteps, power) : rational(mostSteps * power);
  return { ...printed, halfWidth: add(one, divide(slack, unitInLastPlace(printed))) };
}

/**
 * Which floating-point number a printed one looks like, written in full: 15 digits or more are a double's, unless they are
 * just those of a number in single precision; 7 to 9 digits where they are the fewest that name one, as NumPy writes it.
 * Whole numbers are none, nor those with a half width of their own.
 */
export function floatPrecision(printed: Decimal): FloatPrecision | undefined {
  const { units, decimals, halfWidth } = printed;
  if (halfWidth !== undefined || decimals <= 0 || (units < 1_000_000n && units > -1_000_000n)) return undefined;
  const digits = String(units < 0n ? -units : units).length;
  const value = sizeOf(printed);
  const single = Math.fround(value);
  if (digits >= 10) return single === value ? "single" : digits >= 15 ? "double" : undefined;
  return fewestDigits(single) === digits && Number(single.toPrecision(digits)) === value ? "single" : undefined;
}

function fewestDigits(single: number): number {
  for (let digits = 6; digits < 9; digits++)
    if (Math.fround(Number(single.toPrecision(digits))) === single) return digits;
  return 9;
}

/** The absolute value, as the nearest double. */
function sizeOf({ units, decimals }: Decimal): number {
  return Number(`${units < 0n ? -units : units}e${-decimals}`);
}
