import { roundingSpan } from "../../numbers/rounding.ts";
import {
  isAboveOne,
  type PrintedScore,
  plainPowersOfTen,
  type ScoreConvention,
  scoreInterval,
} from "./printed-score.ts";

/** All numbers from lower/over to upper/over. */
interface WholeRange<Whole extends number | bigint> {
  readonly lower: Whole;
  readonly upper: Whole;
  readonly over: Whole;
  readonly lowerClosed: boolean;
  readonly upperClosed: boolean;
}

/** A score's interval with whole ends over one denominator: plain numbers where these are exact, else big ones. */
export type ScoreRange = WholeRange<number> | WholeRange<bigint>;

/** What `scoreInterval` gives, by fewer steps for scores of up to 14 digits. */
export function scoreRange(score: PrintedScore, convention: ScoreConvention): ScoreRange {
  const plain = plainRange(score, convention);
  if (plain !== undefined) return plain;
  const { lower, upper, lowerClosed, upperClosed } = scoreInterval(score, convention);
  return {
    lower: lower.numerator * upper.denominator,
    upper: upper.numerator * lower.denominator,
    over: lower.denominator * upper.denominator,
    lowerClosed,
    upperClosed,
  };
}

/** Whether two ranges are the same; those over different denominators count as different. */
export function sameRange(a: ScoreRange, b: ScoreRange): boolean {
  return (
    a.lower === b.lower &&
    a.upper === b.upper &&
    a.over === b.over &&
    a.lowerClosed === b.lowerClosed &&
    a.upperClosed === b.upperClosed
  );
}

export function containsZero({ lower, upper, lowerClosed, upperClosed }: ScoreRange): boolean {
  return (lowerClosed ? lower <= 0 : lower < 0) && (upperClosed ? upper >= 0 : upper > 0);
}

/** Undefined where an end may have more digits than plain numbers hold. */
function plainRange(score: PrintedScore, { rule, scale }: ScoreConvention): WholeRange<number> | undefined {
  const { value, epsilon } = score;
  const percent = scale === "percent" || (scale === "mixed" && isAboveOne(score));
  const shift = percent && score.unbounded !== true ? 2 : 0;
  const digits = value.decimals + shift;
  const finest = epsilon === undefined ? digits : Math.max(digits, epsilon.decimals + shift);
  if (digits < 0 || finest > 14 || (epsilon === undefined && value.halfWidth !== undefined)) return undefined;
  const over = powerOfTen(finest);
  const middle = Number(value.units) * powerOfTen(finest - digits);
  if (!(Math.abs(middle) < 2 ** 50)) return undefined;
  if (epsilon === undefined) {
    const { below, above, lowerClosed, upperClosed } = roundingSpan(value.units, rule);
    return { lower: 2 * middle - below, upper: 2 * middle + above, over: 2 * over, lowerClosed, upperClosed };
  }
  const half = Number(epsilon.units) * powerOfTen(finest - shift - epsilon.decimals);
  if (!(half < 2 ** 50)) return undefined;
  return { lower: middle - half, upper: middle + half, over, lowerClosed: true, upperClosed: true };
}

function powerOfTen(exponent: number): number {
  return plainPowersOfTen[exponent] ?? Number.NaN;
}
