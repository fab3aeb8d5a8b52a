import type { Bound, ClassCounts, HalfPlane, MonotoneBound, RowBound } from "./bound.ts";

/** A matrix that satisfies all bounds, or that there is none, or that the search was cut off. */
export type MatrixSearch =
  | { readonly found: "matrix"; readonly tp: number; readonly tn: number }
  | { readonly found: "none" }
  | { readonly found: "unknown"; readonly looked: number };

type Point = readonly [x: number, y: number];

/** Room for rounding errors of floats, relative to the size of each condition. */
const slack = 1e-11;

/**
 * Is there a confusion matrix, that is TP in 0 … P and TN in 0 … N, that satisfies all bounds? The half-planes cut a
 * polygon out of the rectangle; only the TP in it are looked at, and for each the interval of TN that is left. Floats
 * with room for their errors only discard what is certainly impossible; a matrix is accepted, and a TP at the border
 * rejected, in integers. Looks at `limit` values of TP at most.
 */
export function findMatrix(
  { positives, negatives }: ClassCounts,
  bounds: readonly Bound[],
  limit: number,
): MatrixSearch {
  const polygon = polygonOf(positives, negatives, bounds);
  const room = 1e-6 + 1e-9 * Math.max(positives, negatives);
  const curved = bounds.filter((bound) => bound.kind !== "half-plane");
  const open: (readonly [least: number, most: number])[] = [];
  if (polygon.length > 0) open.push(extent(polygon, 0, room, positives));
  let looked = 0;
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [least, most] = range;
    if (curved.length > 0) {
      if (!mayHaveMatrix(polygon, least, most, negatives, room, curved)) continue;
      if (most - least >= 16) {
        const middle = Math.floor((least + most) / 2);
        open.push([least, middle], [middle + 1, most]);
        if (looked++ >= limit) return { found: "unknown", looked: limit };
        continue;
      }
    }
    // From the middle outwards: where the polygon is wide.
    const middle = Math.floor((least + most) / 2);
    const span = Math.max(middle - least, most - middle);
    for (let step = 0; step <= span; step++) {
      for (let side = step === 0 ? 1 : -1; side <= 1; side += 2) {
        const tp = middle + side * step;
        if (tp < least || tp > most) continue;
        if (looked++ >= limit) return { found: "unknown", looked: limit };
        if (!mayHaveTn(tp, negatives, bounds)) continue;
        const tn = exactTn(BigInt(tp), BigInt(negatives), bounds);
        if (tn !== undefined) return { found: "matrix", tp, tn: Number(tn) };
      }
    }
  }
  return { found: "none" };
}

/** Whether a matrix satisfies all bounds, exactly. */
export function satisfies(tp: number, tn: number, bounds: readonly Bound[]): boolean {
  const [x, y] = [BigInt(tp), BigInt(tn)];
  return bounds.every((bound) => {
    if (bound.kind === "half-plane") return bound.tp * x + bound.tn * y + bound.constant >= 0n;
    if (bound.kind === "monotone") return bound.holds(x, y);
    const [slope, constant] = bound.at(x);
    return slope * y + constant >= 0n;
  });
}

/** What the half-planes leave of the rectangle, a little too wide rather than too narrow; empty where it is nothing. */
function polygonOf(positives: number, negatives: number, bounds: readonly Bound[]): readonly Point[] {
  let polygon: readonly Point[] = [
    [0, 0],
    [positives, 0],
    [positives, negatives],
    [0, negatives],
  ];
  for (const bound of bounds) {
    if (bound.kind !== "half-plane") continue;
    polygon = cut(polygon, bound.float);
    if (polygon.length === 0) break;
  }
  return polygon;
}

/** The integers that a polygon spans along an axis. */
function extent(polygon: readonly Point[], axis: 0 | 1, room: number, limit: number): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const point of polygon) {
    if (point[axis] < least) least = point[axis];
    if (point[axis] > most) most = point[axis];
  }
  return [Math.max(0, Math.ceil(least - room)), Math.min(limit, Math.floor(most + room))];
}

/** False only where no TP from least to most goes with a TN: a curved bound fails at the best corner of the range. */
function mayHaveMatrix(
  polygon: readonly Point[],
  least: number,
  most: number,
  negatives: number,
  room: number,
  curved: readonly (RowBound | MonotoneBound)[],
): boolean {
  const size = Math.max(most, 1);
  const slice = cut(cut(polygon, [1 / size, 0, (room - least) / size]), [-1 / size, 0, (room + most) / size]);
  if (slice.length === 0) return false;
  const [low, high] = extent(slice, 1, room, negatives);
  return curved.every((bound) => {
    const [tp, tn] = bound.rising ? [most, high] : [least, low];
    if (bound.kind === "monotone") return bound.mayHold(tp, tn);
    const [slope, constant] = bound.near(tp);
    return !(slope * tn + constant + slack < 0);
  });
}

/** The part of a convex polygon in a half-plane (Sutherland and Hodgman), which is moved outwards by the slack. */
function cut(polygon: readonly Point[], [a, b, c]: HalfPlane["float"]): readonly Point[] {
  if (polygon.length === 0) return polygon;
  const kept: Point[] = [];
  let previous = polygon[polygon.length - 1] as Point;
  let before = a * previous[0] + b * previous[1] + c + slack;
  for (const point of polygon) {
    const here = a * point[0] + b * point[1] + c + slack;
    if (here < 0 !== before < 0) {
      const share = before / (before - here);
      kept.push([previous[0] + share * (point[0] - previous[0]), previous[1] + share * (point[1] - previous[1])]);
    }
    if (!(here < 0)) kept.push(point);
    [previous, before] = [point, here];
  }
  return kept;
}

/** False only where no TN goes with this TP. */
function mayHaveTn(tp: number, negatives: number, bounds: readonly Bound[]): boolean {
  let [least, most] = [0, negatives];
  for (const bound of bounds) {
    if (bound.kind === "monotone") continue;
    let [slope, constant] = [0, 0];
    if (bound.kind === "half-plane") {
      slope = bound.float[1];
      constant = bound.float[0] * tp + bound.float[2] + slack;
    } else {
      [slope, constant] = bound.near(tp);
      constant += slack;
    }
    if (slope > 0) least = Math.max(least, -constant / slope);
    else if (slope < 0) most = Math.min(most, constant / -slope);
    else if (constant < 0) return false;
    if (least > most) return false;
  }
  least = Math.ceil(least - 1e-9 * negatives);
  most = Math.floor(most + 1e-9 * negatives);
  for (const bound of bounds) {
    if (bound.kind !== "monotone") continue;
    if (least > most) return false;
    const border = firstChange(least, most, (tn) => bound.mayHold(tp, tn) === bound.rising);
    if (bound.rising) least = border;
    else most = border - 1;
  }
  return least <= most;
}

/** A TN that goes with this TP, from the middle of all that do. */
function exactTn(tp: bigint, negatives: bigint, bounds: readonly Bound[]): bigint | undefined {
  let [least, most] = [0n, negatives];
  for (const bound of bounds) {
    if (bound.kind === "monotone") continue;
    const [slope, constant] = bound.kind === "row" ? bound.at(tp) : [bound.tn, bound.tp * tp + bound.constant];
    if (slope > 0n) {
      const from = constant >= 0n ? 0n : (-constant + slope - 1n) / slope;
      if (from > least) least = from;
    } else if (constant < 0n) return undefined;
    else if (slope < 0n) {
      const to = constant / -slope;
      if (to < most) most = to;
    }
    if (least > most) return undefined;
  }
  for (const bound of bounds) {
    if (bound.kind !== "monotone") continue;
    // Offsets from the least TN are small enough for plain numbers.
    const start = least;
    const border = firstChange(
      0,
      Number(most - start),
      (offset) => bound.holds(tp, start + BigInt(offset)) === bound.rising,
    );
    if (bound.rising) least = start + BigInt(border);
    else most = start + BigInt(border) - 1n;
    if (least > most) return undefined;
  }
  return (least + most) / 2n;
}

/** The first integer of least … most at which a monotone condition holds; most + 1 where it never does. */
function firstChange(least: number, most: number, holds: (value: number) => boolean): number {
  let [low, high] = [least, most + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
