import { compare, type Rational, subtract, zero } from "../numbers/rational.ts";

/** One item's bound on one threshold of an ascending series. */
export interface Bound {
  /** Which threshold, counted from the lowest. */
  readonly threshold: number;
  readonly value: Rational;
  /** The item that the bound comes from. */
  readonly label: string;
  /** Bounds of the same side speak of one half-open step: there a threshold cannot lie on both. */
  readonly side: "above" | "below";
}

export interface Threshold {
  readonly lower?: Bound;
  readonly upper?: Bound;
}

/** Items that no thresholds satisfy together: a pair, or one alone. */
export type Conflict = readonly [Bound] | readonly [Bound, Bound];

export interface Thresholds {
  /** For each threshold the tightest bounds. */
  readonly thresholds: readonly Threshold[];
  /** All smallest contradicting sets of items, the widest contradiction first; empty where thresholds exist. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Which ascending thresholds satisfy all bounds. A lower bound on one binds every later threshold, an upper bound every
 * earlier one; on a line a contradiction is always between two bounds, so the smallest conflicts are pairs (or one item
 * whose threshold would have to be negative, where `nonNegative`).
 */
export function fitThresholds(
  count: number,
  atLeast: readonly Bound[],
  atMost: readonly Bound[],
  nonNegative: boolean,
): Thresholds {
  const thresholds = Array.from({ length: count }, (_, index) => {
    const lower = extreme(
      atLeast.filter(({ threshold }) => threshold <= index),
      1,
    );
    const upper = extreme(
      atMost.filter(({ threshold }) => threshold >= index),
      -1,
    );
    return { ...(lower === undefined ? {} : { lower }), ...(upper === undefined ? {} : { upper }) };
  });
  const alone = atMost.filter(({ value }) => nonNegative && compare(value, zero) < 0).map((upper): Conflict => [upper]);
  const pairs = atLeast.flatMap((lower) =>
    atMost.filter((upper) => contradict(lower, upper)).map((upper): readonly [Bound, Bound] => [lower, upper]),
  );
  const widestFirst = [...pairs].sort((a, b) => compareGaps(b, a));
  return { thresholds, conflicts: [...alone, ...widestFirst] };
}

function extreme(bounds: readonly Bound[], sign: 1 | -1): Bound | undefined {
  const [first, ...rest] = bounds;
  if (first === undefined) return undefined;
  return rest.reduce((best, next) => (sign * compare(next.value, best.value) > 0 ? next : best), first);
}

function contradict(lower: Bound, upper: Bound): boolean {
  if (lower.threshold > upper.threshold) return false;
  const order = compare(lower.value, upper.value);
  return order > 0 || (order === 0 && lower.side === upper.side);
}

/** Orders pairs by how far the lower bound lies above the upper one. */
function compareGaps([lowerA, upperA]: readonly [Bound, Bound], [lowerB, upperB]: readonly [Bound, Bound]): number {
  return compare(subtract(lowerA.value, upperA.value), subtract(lowerB.value, upperB.value));
}
