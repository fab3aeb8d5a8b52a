import type { Interval } from "../../numbers/interval.ts";
import type { Rational } from "../../numbers/rational.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** How many examples of each class a test set has. */
export interface ClassCounts {
  readonly positives: number;
  readonly negatives: number;
}

/** tp · TP + tn · TN + constant ≥ 0, in integers; the floats serve the search and decide nothing. */
export interface HalfPlane {
  readonly kind: "half-plane";
  readonly tp: bigint;
  readonly tn: bigint;
  readonly constant: bigint;
  readonly float: readonly [tp: number, tn: number, constant: number];
}

/** At a fixed TP linear in TN: slope · TN + constant ≥ 0. */
export interface RowBound {
  readonly kind: "row";
  /** Whether the condition, once it holds, holds for all greater TP and TN (`rising`), or for all smaller ones. */
  readonly rising: boolean;
  readonly at: (tp: bigint) => readonly [slope: bigint, constant: bigint];
  readonly near: (tp: number) => readonly [slope: number, constant: number];
}

/** Monotone in TP and in TN: holds for all greater ones once it holds (`rising`), or for all smaller ones. */
export interface MonotoneBound {
  readonly kind: "monotone";
  readonly rising: boolean;
  readonly holds: (tp: bigint, tn: bigint) => boolean;
  /** Never false where `holds` is true. */
  readonly mayHold: (tp: number, tn: number) => boolean;
}

export type Bound = HalfPlane | RowBound | MonotoneBound;

/** Where a score is defined, and where it lies in an interval given that it is. */
export interface ScoreBounds {
  readonly domain: readonly HalfPlane[];
  readonly value: readonly Bound[];
}

type Linear = readonly [tp: bigint, tn: bigint, constant: bigint];

/** Room for the rounding of floats, relative to the numbers at hand. */
const slack = 1e-9;

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

function linearFraction(
  name: ConfusionScoreName,
  p: bigint,
  n: bigint,
  { numerator: u, denominator: v }: Rational,
): readonly [Linear, Linear] | undefined {
  const constant = (value: bigint): Linear => [0n, 0n, value];
  const tp: Linear = [1n, 0n, 0n];
  const tn: Linear = [0n, 1n, 0n];
  const fn: Linear = [-1n, 0n, p];
  const fp: Linear = [0n, -1n, n];
  const calledPositive: Linear = [1n, -1n, n];
  const calledNegative: Linear = [-1n, 1n, p];
  switch (name) {
    case "accuracy":
      return [[1n, 1n, 0n], constant(p + n)];
    case "error-rate":
      return [[-1n, -1n, p + n], constant(p + n)];
    case "balanced-accuracy":
      return [[n, p, 0n], constant(2n * p * n)];
    case "informedness":
      return [[n, p, -p * n], constant(p * n)];
    case "sensitivity":
      return [tp, constant(p)];
    case "fnr":
      return [fn, constant(p)];
    case "specificity":
      return [tn, constant(n)];
    case "fpr":
      return [fp, constant(n)];
    case "precision":
      return [tp, calledPositive];
    case "fdr":
      return [fp, calledPositive];
    case "npv":
      return [tn, calledNegative];
    case "for":
      return [fn, calledNegative];
    case "f-beta":
      return [
        [u + v, 0n, 0n],
        [v, -v, u * p + v * n],
      ];
    case "kappa":
      return [
        [2n * n, 2n * p, -2n * p * n],
        [n - p, p - n, n * n + p * p],
      ];
    case "jaccard":
      return [tp, [0n, -1n, p + n]];
    case "positive-likelihood-ratio":
      return [
        [n, 0n, 0n],
        [0n, -p, p * n],
      ];
    case "negative-likelihood-ratio":
      return [
        [-n, 0n, p * n],
        [0n, p, 0n],
      ];
    default:
      return undefined;
  }
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

/** Scores with roots, and the odds ratio: roots are compared by their squares, never below zero. */
function rootBounds(name: ConfusionScoreName, p: bigint, n: bigint, interval: Interval): readonly Bound[] {
  const { lower, upper, lowerClosed, upperClosed } = interval;
  if (name === "mcc" || name === "markedness")
    return [signedBound(name, p, n, lower, lowerClosed, true), signedBound(name, p, n, upper, upperClosed, false)];
  const bounds: Bound[] = [];
  if (lower.numerator > 0n || (lower.numerator === 0n && !lowerClosed))
    bounds.push(rowBound(name, p, n, lower, lowerClosed, 1n));
  const never = upper.numerator < 0n || (upper.numerator === 0n && !upperClosed);
  bounds.push(never ? impossible : rowBound(name, p, n, upper, upperClosed, -1n));
  return bounds;
}

const impossible: RowBound = { kind: "row", rising: true, at: () => [0n, -1n], near: () => [0, -1] };

/** At least the limit (sign 1) or at most (sign −1), the limit not below zero. */
function rowBound(
  name: ConfusionScoreName,
  p: bigint,
  n: bigint,
  { numerator: u, denominator: v }: Rational,
  isClosed: boolean,
  sign: bigint,
): RowBound {
  const strict = isClosed ? 0n : 1n;
  const [uu, vv] = [u * u, v * v];
  const at = (tp: bigint): readonly [bigint, bigint] => {
    switch (name) {
      // TP² / (P · (TP + N − TN)) against the squared limit
      case "fowlkes-mallows":
        return [sign * uu * p, sign * (tp * tp * vv - uu * p * (tp + n)) - strict];
      // TP · TN / (P · N) against the squared limit
      case "g-mean":
        return [sign * tp * vv, -sign * uu * p * n - strict];
      // TP · TN / ((P − TP) · (N − TN)) against the limit
      default:
        return [sign * (tp * v + u * (p - tp)), -sign * u * (p - tp) * n - strict];
    }
  };
  return {
    kind: "row",
    rising: sign > 0n,
    at,
    near: (tp) => {
      const [slope, constant] = at(BigInt(tp));
      const size = Math.max(Math.abs(Number(slope)) * Number(n), Math.abs(Number(constant)), 1);
      return [Number(slope) / size, Number(constant) / size];
    },
  };
}

/**
 * Matthews' correlation and markedness share the numerator z = (P + N)·TP − P·q, where q = TP + N − TN are called
 * positive; the denominators are √(P·N·q·(P + N − q)) and q·(P + N − q). Both grow with TN at a fixed TP: informedness
 * and markedness do, and the correlation is their geometric mean with their common sign.
 */
function signedBound(
  name: "mcc" | "markedness",
  p: bigint,
  n: bigint,
  { numerator: u, denominator: v }: Rational,
  isClosed: boolean,
  atLeast: boolean,
): MonotoneBound {
  const all = p + n;
  const compare = (tp: bigint, tn: bigint): bigint => {
    const q = tp + n - tn;
    const left = (all * tp - p * q) * v;
    const spread = q * (all - q);
    if (name === "markedness") return left - u * spread;
    const leftSquare = left < 0n ? -left * left : left * left;
    const rightSquare = (u < 0n ? -u * u : u * u) * p * n * spread;
    return leftSquare - rightSquare;
  };
  const [pNear, nNear, allNear, limit] = [Number(p), Number(n), Number(all), Number(u) / Number(v)];
  const near = (tp: number, tn: number): number => {
    const q = tp + nNear - tn;
    const z = allNear * tp - pNear * q;
    const spread = q * (allNear - q);
    return name === "markedness" ? z / spread : z / Math.sqrt(pNear * nNear * spread);
  };
  return {
    kind: "monotone",
    rising: atLeast,
    holds: (tp, tn) => {
      const order = atLeast ? compare(tp, tn) : -compare(tp, tn);
      return order > 0n || (order === 0n && isClosed);
    },
    mayHold: (tp, tn) => {
      const value = near(tp, tn);
      return atLeast ? !(value < limit - slack) : !(value > limit + slack);
    },
  };
}
