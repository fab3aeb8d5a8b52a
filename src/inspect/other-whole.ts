import { type Decimal, toRational } from "../numbers/decimal.ts";
import {
  absolute,
  add,
  compare,
  divide,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
} from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";

/**
 * Of what else a share may be: of fewer than all where data are missing, which makes it greater, of a number that is
 * printed rounded, or of a weighted count; or what was done to it for the sake of a sum.
 */
export function otherWhole(percent: Decimal, count: Decimal, total: Decimal, scale: 1 | 100): string | undefined {
  const { lower, upper } = roundingInterval(percent);
  // percent = scale × count / total
  const of = (whole: Rational): Rational => divide(multiply(rational(scale), toRational(count)), whole);
  const zeros = /0*$/.exec(total.units.toString())?.[0].length ?? 0;
  const half = rational(10n ** BigInt(zeros), 2n);
  const [least, most] = [subtract(toRational(total), half), add(toRational(total), half)];
  if (zeros > 0 && compare(of(most), upper) <= 0 && compare(of(least), lower) >= 0)
    return "a total that is printed rounded";
  const share = of(toRational(total));
  if (compare(share, lower) < 0) return "a share of those with data, fewer than all";
  const moved = multiply(rational(3, 2), powerOfTen(-percent.decimals));
  if (compare(absolute(subtract(share, toRational(percent))), moved) <= 0)
    return "a share that was moved so that all add up to 100";
  const near = add(toRational(count), rational(-1, 2));
  // Below: the share of a count that is half a unit less reaches what is printed.
  return compare(divide(multiply(rational(scale), near), toRational(total)), upper) <= 0
    ? "a count that is weighted, and printed rounded"
    : undefined;
}

/** The chance that a share which is not meant would agree, where shares lie close to one another. */
export function shareChance({ decimals }: Decimal, scale: 1 | 100): number {
  return Math.min(1, 40 / (scale * 10 ** decimals));
}
