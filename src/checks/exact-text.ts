import { decimal } from "../numbers/decimal.ts";
import type { Interval } from "../numbers/interval.ts";
import { multiply, powerOfTen, type Rational } from "../numbers/rational.ts";
import { round } from "../numbers/rounding.ts";

/**
 * An exact number in writing: a decimal where it ends, else a fraction in lowest terms.
 *
 * @example
 * exactText(rational(3184, 50)); // => "63.68"
 * exactText(rational(-1, 3)); // => "-1/3"
 */
export function exactText(value: Rational): string {
  const decimals = decimalsOf(value);
  if (decimals === undefined) return `${value.numerator}/${value.denominator}`;
  return decimal(multiply(value, powerOfTen(decimals)).numerator, decimals).text;
}

/** For sentences: exact where it ends within so many decimals, else rounded; never a zero for what is not zero. */
export function shortText(value: Rational, decimals = 3): string {
  const exact = decimalsOf(value);
  if (exact !== undefined && exact <= decimals) return exactText(value);
  const rounded = round(value, decimals, "half-even");
  return rounded.units === 0n && decimals < 60 ? shortText(value, decimals + 2) : rounded.text;
}

/** `63.63 to 63.73`, for sentences. */
export function intervalText({ lower, upper }: Interval, decimals = 3): string {
  return `${shortText(lower, decimals)} to ${shortText(upper, decimals)}`;
}

/** An interval as data: exact ends, and whether each belongs to it. */
export function intervalDetail(interval: Interval): {
  readonly lower: string;
  readonly upper: string;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
} {
  const { lowerClosed, upperClosed } = interval;
  return { lower: exactText(interval.lower), upper: exactText(interval.upper), lowerClosed, upperClosed };
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  let text = words[0] ?? "";
  for (let index = 1; index < words.length; index++)
    text += `${index === words.length - 1 ? " and " : ", "}${words[index]}`;
  return text;
}

/** How many decimals the number has; undefined where they never end. */
function decimalsOf({ denominator }: Rational): number | undefined {
  let [rest, twos, fives] = [denominator, 0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}
