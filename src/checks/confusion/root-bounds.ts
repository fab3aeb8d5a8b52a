import type { ClassCounts, CurvedBound, MonotoneBound, RowBound } from "./bound.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import type { ScoreRange } from "./score-range.ts";

/** Room for the rounding of floats, relative to the numbers at hand. */
const slack = 1e-9;

/**
 * With fewer examples than this the products of two counts are exact as floats: a correlation or markedness is then off
 * by a few roundings of a number of at most one, far less than the slack.
 */
const exactBelow = 9e7;

/** Scores with roots, and the odds ratio: roots are compared by their squares, never below zero. */
export function rootBounds(name: ConfusionScoreName, counts: ClassCounts, range: ScoreRange): readonly CurvedBound[] {
  const [p, n] = [BigInt(counts.positives), BigInt(counts.negatives)];
  const { lowerClosed, upperClosed } = range;
  const lower: Limit = { numerator: BigInt(range.lower), denominator: BigInt(range.over), isClosed: lowerClosed };
  const upper: Limit = { numerator: BigInt(range.upper), denominator: lower.denominator, isClosed: upperClosed };
  if (name === "mcc" || name === "markedness")
    return [signedBound(name, p, n, lower, true), signedBound(name, p, n, upper, false)];
  const bounds: CurvedBound[] = [];
  if (lower.numerator > 0n || (lower.numerator === 0n && !lowerClosed)) bounds.push(rowBound(name, p, n, lower, 1n));
  const never = upper.numerator < 0n || (upper.numerator === 0n && !upperClosed);
  bounds.push(never ? impossible : rowBound(name, p, n, upper, -1n));
  return bounds;
}

/** An end of a range, and whether it belongs to it. */
interface Limit {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly isClosed: boolean;
}

const impossible: RowBound = { kind: "row", rising: true, at: () => [0n, -1n], near: () => [0, -1] };

/** At least the limit (sign 1) or at most (sign −1), the limit not below zero. */
function rowBound(
  name: ConfusionScoreName,
  p: bigint,
  n: bigint,
  { numerator: u, denominator: v, isClosed }: Limit,
  sign: bigint,
): RowBound {
  const strict = isClosed ? 0n : 1n;
  const [uu, vv] = [u * u, v * v];
  const at = (truePositives: number): readonly [bigint, bigint] => {
    const tp = BigInt(truePositives);
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
      const [slope, exact] = at(tp);
      // Where the score is undefined an open end would fail beside points at which it holds.
      const constant = exact + strict;
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
  { numerator: u, denominator: v, isClosed }: Limit,
  atLeast: boolean,
): MonotoneBound {
  const all = p + n;
  const compare = (truePositives: number, trueNegatives: number): bigint => {
    const [tp, tn] = [BigInt(truePositives), BigInt(trueNegatives)];
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
    const rest = allNear - q;
    // The smaller of the two numbers called positive and negative keeps the difference from cancelling.
    const z = q <= rest ? allNear * tp - pNear * q : pNear * rest - allNear * (pNear - tp);
    const spread = q * rest;
    return name === "markedness" ? z / spread : z / Math.sqrt(pNear * nNear * spread);
  };
  return {
    kind: "monotone",
    rising: atLeast,
    holds: (tp, tn) => {
      if (allNear < exactBelow) {
        const gap = near(tp, tn) - limit;
        if (Math.abs(gap) > slack) return gap > 0 === atLeast;
      }
      const order = atLeast ? compare(tp, tn) : -compare(tp, tn);
      return order > 0n || (order === 0n && isClosed);
    },
    mayHold: (tp, tn) => {
      const value = near(tp, tn);
      return atLeast ? !(value < limit - slack) : !(value > limit + slack);
    },
  };
}
