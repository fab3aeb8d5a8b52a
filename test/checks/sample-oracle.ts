import type { Decimal } from "../../src/numbers/decimal.ts";
import { compare, multiply, powerOfTen, type Rational, rational } from "../../src/numbers/rational.ts";
import { type RoundingRule, round } from "../../src/numbers/rounding.ts";

/** Mean and variance of values/items, by their definitions. */
export function momentsOfSample(
  values: readonly number[],
  items: number,
  ddof: 0 | 1,
): { readonly mean: Rational; readonly variance: Rational } {
  const n = values.length;
  const sum = values.reduce((total, value) => total + value, 0);
  const squaredDeviations = values.reduce((total, value) => total + (n * value - sum) ** 2, 0);
  return {
    mean: rational(sum, n * items),
    variance: rational(squaredDeviations, n * n * (n - ddof) * items * items),
  };
}

/** The square root of a number as a rule prints it, found by comparing squares. */
export function printedRoot(square: Rational, decimals: number, rule: RoundingRule): Decimal {
  // Twice the root in units of the last digit, to its integer below.
  const target = multiply(square, multiply(rational(4), powerOfTen(2 * decimals)));
  let halves = BigInt(Math.floor(Math.sqrt(Number(target.numerator) / Number(target.denominator))));
  const atMost = (candidate: bigint): boolean => compare(rational(candidate * candidate), target) <= 0;
  while (!atMost(halves)) halves--;
  while (atMost(halves + 1n)) halves++;
  const exact = compare(rational(halves * halves), target) === 0;
  // A number with the same place between the half units: the half itself, or a quarter above it.
  return round(rational(exact ? 2n * halves : 2n * halves + 1n, 4n * 10n ** BigInt(decimals)), decimals, rule);
}
