import type { Interval } from "../../numbers/interval.ts";
import type { Rational } from "../../numbers/rational.ts";
import type { Bound, MonotoneBound, RowBound } from "./bound.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** Room for the rounding of floats, relative to the numbers at hand. */
const slack = 1e-9;

/** Scores with roots, and the odds ratio: roots are compared by their squares, never below zero. */
export function rootBounds(name: ConfusionScoreName, p: bigint, n: bigint, interval: Interval): readonly Bound[] {
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
      const [slope, exact] = at(BigInt(tp));
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
      const order = atLeast ? compare(tp, tn) : -compare(tp, tn);
      return order > 0n || (order === 0n && isClosed);
    },
    mayHold: (tp, tn) => {
      const value = near(tp, tn);
      return atLeast ? !(value < limit - slack) : !(value > limit + slack);
    },
  };
}
