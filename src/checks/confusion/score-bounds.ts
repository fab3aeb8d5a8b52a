import type { Interval } from "../../numbers/interval.ts";
import type { Rational } from "../../numbers/rational.ts";
import type { Bound, ClassCounts, HalfPlane } from "./bound.ts";
import { linearFraction } from "./linear-fraction.ts";
import { rootBounds } from "./root-bounds.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** Where a score is defined, and where it lies in an interval given that it is. */
export interface ScoreBounds {
  readonly domain: readonly HalfPlane[];
  readonly value: readonly Bound[];
}

/**
 * The conditions on TP and TN, in integers, under which a score of a confusion matrix lies in an interval. Most scores
 * are quotients of linear terms, kappa among them: TP·TN − FP·FN = N·TP + P·TN − P·N. Each end is then a half-plane.
 */
export function scoreBounds(
  name: ConfusionScoreName,
  counts: ClassCounts,
  interval: Interval,
  betaSquared: Rational,
): ScoreBounds {
  const p = BigInt(counts.positives);
  const n = BigInt(counts.negatives);
  const fraction = linearFraction(name, p, n, betaSquared);
  const plane = (tp: bigint, tn: bigint, constant: bigint): HalfPlane => halfPlane(tp, tn, constant, counts);
  if (fraction !== undefined) {
    const [top, bottom] = fraction;
    const end = ({ numerator, denominator }: Rational, sign: bigint, isClosed: boolean): HalfPlane =>
      plane(
        sign * (top[0] * denominator - bottom[0] * numerator),
        sign * (top[1] * denominator - bottom[1] * numerator),
        sign * (top[2] * denominator - bottom[2] * numerator) - (isClosed ? 0n : 1n),
      );
    return {
      domain: [plane(bottom[0], bottom[1], bottom[2] - 1n)],
      value: [end(interval.lower, 1n, interval.lowerClosed), end(interval.upper, -1n, interval.upperClosed)],
    };
  }
  return { domain: domainOf(name, p, n, plane), value: rootBounds(name, p, n, interval) };
}

function halfPlane(tp: bigint, tn: bigint, constant: bigint, { positives, negatives }: ClassCounts): HalfPlane {
  const [a, b, c] = [Number(tp), Number(tn), Number(constant)];
  const size = Math.max(Math.abs(a) * positives, Math.abs(b) * negatives, Math.abs(c), Number.MIN_VALUE);
  return { kind: "half-plane", tp, tn, constant, float: [a / size, b / size, c / size] };
}

function domainOf(
  name: ConfusionScoreName,
  p: bigint,
  n: bigint,
  plane: (tp: bigint, tn: bigint, constant: bigint) => HalfPlane,
): readonly HalfPlane[] {
  const anyPositive = plane(0n, 0n, p - 1n);
  const anyNegative = plane(0n, 0n, n - 1n);
  const anyCalledPositive = plane(1n, -1n, n - 1n);
  const anyCalledNegative = plane(-1n, 1n, p - 1n);
  switch (name) {
    case "mcc":
      return [anyPositive, anyNegative, anyCalledPositive, anyCalledNegative];
    case "markedness":
      return [anyCalledPositive, anyCalledNegative];
    case "fowlkes-mallows":
      return [anyPositive, anyCalledPositive];
    case "g-mean":
      return [anyPositive, anyNegative];
    case "odds-ratio":
      return [plane(-1n, 0n, p - 1n), plane(0n, -1n, n - 1n)];
    default:
      throw new RangeError(`scoreBounds: ${name} is not a score of a confusion matrix`);
  }
}
