import type { Decimal } from "../numbers/decimal.ts";
import { type Interval, isEmpty, scale } from "../numbers/interval.ts";
import { divide, multiply, type Rational, rational, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { Truth } from "./decide.ts";
import { type Bounds, firstSquares, greatestSquares, leastSquares } from "./integer-moments.ts";
import { type IntegerRange, integersIn, sizeOf } from "./integers-in.ts";

/** A printed mean and SD of values that are whole multiples of a grain. */
export interface SampleClaim {
  readonly mean: Decimal;
  readonly sd: Decimal;
  readonly count: number;
  /** Of what every value is a whole multiple: 1 for whole numbers, 1/k for means of k items, 100/N for accuracies. */
  readonly grain: Rational;
  /** The least and greatest value, in grains. */
  readonly bounds?: Bounds;
}

/** What is printed as the spread: the SD, the standard error of the mean, or one of the two, the SD being the default. */
export type SpreadKind = "sd" | "sem" | "either";

/** What a printed spread can be. */
export interface SpreadReading {
  readonly name: string;
  /** What is taken from the count in the divisor of the variance. */
  readonly ddof: 0 | 1;
  /** Whether the spread is the SD of the mean: SD/√n. */
  readonly standardError: boolean;
}

/** One possible sum, in grains, and the sums of squares that the printed SD asks for then. */
export interface MomentWindow {
  readonly sum: bigint;
  /** The sums of squares that give the SD and respect parity, least and greatest; undefined where there is none. */
  readonly squares: IntegerRange | undefined;
  /** A sum of squares that integers have (within bounds: that is not ruled out by them). */
  readonly found: bigint | undefined;
}

export interface Moments {
  readonly truth: Truth;
  readonly sums: IntegerRange | undefined;
  /** What n·Σy² − (Σy)² must be, in grains. */
  readonly deviations: Interval;
  /** The windows up to the first that fits; all where `every` is set. */
  readonly windows: readonly MomentWindow[];
}

/** How many possible sums are tried before a claim is left undecided. */
export const sumLimit = 100_000n;

const sampleSd: SpreadReading = { name: "an SD with n − 1", ddof: 1, standardError: false };
const populationSd: SpreadReading = { name: "an SD with n", ddof: 0, standardError: false };

/** The readings of a spread to try, the default first; a declared ddof is the only one. */
export function spreadReadings(ddof: 0 | 1 | undefined, spread: SpreadKind = "sd"): readonly SpreadReading[] {
  const deviations = ddof === undefined ? [sampleSd, populationSd] : [ddof === 1 ? sampleSd : populationSd];
  if (spread === "sd") return deviations;
  const errors = deviations.map((reading) => ({
    ...reading,
    name: `a standard error (${reading.name.replace("an ", "")}, over √n)`,
    standardError: true,
  }));
  return spread === "sem" ? errors : [...deviations, ...errors];
}

/**
 * Whether integers have a sum and a sum of squares that give the printed mean and SD, by the conditions that are quick to
 * test: exact without bounds, necessary with them.
 */
export function momentsOf(claim: SampleClaim, reading: SpreadReading, rule: RoundingRule, every = false): Moments {
  const n = BigInt(claim.count);
  const sums = integersIn(scale(roundingInterval(claim.mean, rule), divide(rational(n), claim.grain)));
  const variance = varianceInterval(claim.sd, rule);
  if (sums === undefined || isEmpty(variance)) return { truth: "false", sums, deviations: variance, windows: [] };
  const windows: MomentWindow[] = [];
  const cut = sizeOf(sums) > sumLimit;
  const last = cut ? sums.least + sumLimit : sums.greatest;
  const deviations = scale(variance, deviationFactor(claim, reading));
  let fits = false;
  for (let sum = sums.least; sum <= last; sum++) {
    const squares = allowed(askedSquares(deviations, n, sum), n, sum, claim.bounds);
    const found = squares === undefined ? undefined : firstSquares(n, sum, squares);
    if (every || windows.length < 1000) windows.push({ sum, squares, found });
    if (found === undefined) continue;
    if (!every) return { truth: "true", sums, deviations, windows: [{ sum, squares, found }] };
    fits = true;
  }
  return { truth: fits ? "true" : cut ? "unknown" : "false", sums, deviations, windows };
}

/** The squares of all SDs that print as the given one; an SD is never negative. */
export function varianceInterval(sd: Decimal, rule: RoundingRule): Interval {
  const { lower, upper, lowerClosed, upperClosed } = roundingInterval(sd, rule);
  const negative = lower.numerator < 0n;
  return {
    lower: negative ? zero : multiply(lower, lower),
    upper: upper.numerator < 0n ? rational(-1) : multiply(upper, upper),
    lowerClosed: negative || lowerClosed,
    upperClosed,
  };
}

/** The exact variance of a sample in the unit of the print, as the reading takes it (of a standard error: its square). */
export function varianceOf(
  { count, grain }: SampleClaim,
  reading: SpreadReading,
  sum: bigint,
  squares: bigint,
): Rational {
  const n = BigInt(count);
  return divide(rational(n * squares - sum * sum), deviationFactor({ count, grain }, reading));
}

/** What turns a printed variance into n·Σy² − (Σy)². */
export function deviationFactor(
  { count, grain }: Pick<SampleClaim, "count" | "grain">,
  { ddof, standardError }: SpreadReading,
): Rational {
  const divisor = rational(count * (count - ddof) * (standardError ? count : 1));
  return divide(divisor, multiply(grain, grain));
}

/** The integers Q with n·Q − sum² in an interval; without fractions, since this is where the time goes. */
function askedSquares({ lower, upper, lowerClosed, upperClosed }: Interval, n: bigint, sum: bigint): IntegerRange {
  const low = lower.numerator + sum * sum * lower.denominator;
  const high = upper.numerator + sum * sum * upper.denominator;
  const below = low / (n * lower.denominator);
  const above = high / (n * upper.denominator);
  const least = below * n * lower.denominator === low && lowerClosed ? below : below + 1n;
  const greatest = above * n * upper.denominator === high && !upperClosed ? above - 1n : above;
  return { least, greatest };
}

/** Cuts a range to what parity, the least and, within bounds, the greatest sum of squares allow. */
function allowed(range: IntegerRange, n: bigint, sum: bigint, bounds: Bounds | undefined): IntegerRange | undefined {
  if (range.least > range.greatest) return undefined;
  const floor = leastSquares(n, sum);
  const top = bounds === undefined ? range.greatest : greatestSquares(n, sum, bounds);
  if (top === undefined) return undefined;
  const low = range.least > floor ? range.least : floor;
  const high = range.greatest < top ? range.greatest : top;
  const least = (low - sum) % 2n === 0n ? low : low + 1n;
  const greatest = (high - sum) % 2n === 0n ? high : high - 1n;
  return least > greatest ? undefined : { least, greatest };
}
