import { type Decimal, toRational } from "../numbers/decimal.ts";
import { scale } from "../numbers/interval.ts";
import { floor, multiply, type Rational, rational, toNumber } from "../numbers/rational.ts";
import { type RoundingRule, round, roundingInterval } from "../numbers/rounding.ts";
import { type IntegerRange, integersIn } from "./integers-in.ts";

/**
 * Whether some sum S of whole numbers gives a mean S/n that prints as the given one (Brown and Heathers 2017, "The GRIM
 * test"). Exact for every n; in machine integers where they suffice, some ten million a second.
 *
 * @example
 * fitsGrim(parseDecimal("5.27"), 43, "half-either"); // => false
 */
export function fitsGrim(mean: Decimal, n: number, rule: RoundingRule): boolean {
  const { decimals, halfWidth } = mean;
  const units = Number(mean.units);
  const unitsPerWhole = 2 * 10 ** decimals;
  if (halfWidth !== undefined || decimals < 0 || decimals > 15 || (Math.abs(units) + 1) * n > 2 ** 51)
    return sumsOf(mean, n, rule) !== undefined;
  // In half units: the ends of the rounding interval times n, and what one whole sum is. A quotient of integers below
  // 2^53 is never rounded across an integer.
  const ends = endsInHalfUnits(units, rule);
  const low = ((2 * units + ends.lower) * n) / unitsPerWhole;
  const high = ((2 * units + ends.upper) * n) / unitsPerWhole;
  const least = ends.lowerClosed ? Math.ceil(low) : Math.floor(low) + 1;
  const greatest = ends.upperClosed ? Math.floor(high) : Math.ceil(high) - 1;
  return least <= greatest;
}

/** The sums of n whole numbers whose mean prints as the given one; undefined where there is none. */
export function sumsOf(mean: Decimal, n: number, rule: RoundingRule): IntegerRange | undefined {
  return integersIn(scale(roundingInterval(mean, rule), rational(n)));
}

/** A percentage as the fraction that it stands for: two decimals more. */
export function asFraction(percentage: Decimal): Decimal {
  return { ...percentage, decimals: percentage.decimals + 2 };
}

/** The printed means nearest to the given one that n whole numbers can have, the nearer first. */
export function nearestMeans(mean: Decimal, n: number, rule: RoundingRule): readonly Decimal[] {
  const sum = floor(multiply(toRational(mean), rational(n)));
  const printed = [sum, sum + 1n].map((candidate) => round(rational(candidate, BigInt(n)), mean.decimals, rule));
  const away = ({ units }: Decimal): bigint => (units < mean.units ? mean.units - units : units - mean.units);
  return printed.sort((a, b) => Number(away(a) - away(b)));
}

/**
 * The chance that a mean with arbitrary last digits is flagged: max(0, 1 − n/10^decimals), as in the GRIM paper; with a half
 * width of its own, 1 − n times its whole width.
 *
 * @example
 * grimProbability(parseDecimal("5.30"), 94); // => 0.06
 */
export function grimProbability(mean: Decimal, n: number): number {
  const steps = 10 ** mean.decimals;
  const fitting = mean.halfWidth === undefined ? n : 2 * toNumber(mean.halfWidth) * n;
  return fitting >= steps ? 0 : (steps - fitting) / steps;
}

/**
 * The exact share of printed means with as many decimals that are flagged under a rounding rule. Below the chance of
 * `grimProbability` under `half-either`, which admits both neighbours of a tie: for n = 80 and two decimals it is 0.
 *
 * @example
 * grimPower(parseDecimal("5.30"), 80, "half-either"); // => 0
 */
export function grimPower(mean: Decimal, n: number, rule: RoundingRule): number {
  const steps = 10 ** mean.decimals;
  if (mean.halfWidth !== undefined) return powerWithin(mean.halfWidth, steps, n);
  if (n >= steps) return 0;
  const common = greatestCommonDivisor(steps, n);
  const ties = rule === "half-either" && n % (2 * common) === 0 ? common : 0;
  return (steps - n - ties) / steps;
}

/**
 * Of x = 0 … steps − 1 those fit that lie within the half width of some S·steps/n. x·n − S·steps takes every multiple of
 * the common measure equally often; where the half widths of two S overlap, every x fits, and the count exceeds them all.
 */
function powerWithin(halfWidth: Rational, steps: number, n: number): number {
  const common = greatestCommonDivisor(steps, n);
  const reached = floor(multiply(halfWidth, rational(n, common)));
  const fitting = common * (2 * Number(reached) + 1);
  return fitting >= steps ? 0 : (steps - fitting) / steps;
}

/** What the ends of a rounding interval are, in half units of the last digit from the printed number. */
function endsInHalfUnits(
  units: number,
  rule: RoundingRule,
): {
  readonly lower: number;
  readonly upper: number;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
} {
  switch (rule) {
    case "half-either":
      return nearest;
    case "half-up":
      return tiesUp;
    case "half-down":
      return tiesDown;
    case "half-even":
      return units % 2 === 0 ? nearest : inside;
    case "floor":
      return upwards;
    case "ceiling":
      return downwards;
    case "truncate":
      return units > 0 ? upwards : units < 0 ? downwards : around;
  }
}

const nearest = { lower: -1, upper: 1, lowerClosed: true, upperClosed: true };
const tiesUp = { ...nearest, upperClosed: false };
const tiesDown = { ...nearest, lowerClosed: false };
const inside = { ...nearest, lowerClosed: false, upperClosed: false };
const upwards = { lower: 0, upper: 2, lowerClosed: true, upperClosed: false };
const downwards = { lower: -2, upper: 0, lowerClosed: false, upperClosed: true };
const around = { lower: -2, upper: 2, lowerClosed: false, upperClosed: false };

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}
