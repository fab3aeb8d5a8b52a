import type { Bounds, ClassCounts, CurvedBound, HalfPlane } from "./bound.ts";
import { slack } from "./half-plane.ts";
import { cut, extent, type Polygon } from "./polygon.ts";
import { exactTn, mayHaveTn } from "./tn-at.ts";

/** A matrix that satisfies all bounds, or that there is none, or that the search was cut off. */
export type MatrixSearch =
  | { readonly found: "matrix"; readonly tp: number; readonly tn: number }
  | { readonly found: "none" }
  | { readonly found: "unknown"; readonly looked: number };

/**
 * Is there a confusion matrix, that is TP in 0 … P and TN in 0 … N, that satisfies all bounds? The half-planes cut a
 * polygon out of the rectangle; only the TP in it are looked at, and for each the interval of TN that is left. Floats
 * with room for their errors only discard what is certainly impossible; a matrix is accepted, and a TP at the border
 * rejected, in integers. Looks at `limit` values of TP at most.
 */
export function findMatrix(
  { positives, negatives }: ClassCounts,
  { planes, curves }: Bounds,
  limit: number,
): MatrixSearch {
  const polygon = polygonOf(positives, negatives, planes);
  if (polygon.length === 0) return { found: "none" };
  const room = 1e-6 + 1e-9 * Math.max(positives, negatives);
  // Where plain numbers are exact there is no need to look twice.
  const isDear = curves.length > 0 || planes.some(({ big }) => big !== undefined);
  const open = [extent(polygon, 0, room, positives)];
  let looked = 0;
  for (let range = open.pop(); range !== undefined; range = open.pop()) {
    const [least, most] = range;
    if (curves.length > 0) {
      if (!mayHaveMatrix(polygon, least, most, negatives, room, curves)) continue;
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
        if (isDear && !mayHaveTn(tp, negatives, planes, curves)) continue;
        const tn = exactTn(tp, negatives, planes, curves);
        if (tn !== undefined) return { found: "matrix", tp, tn };
      }
    }
  }
  return { found: "none" };
}

/** What the half-planes leave of the rectangle, a little too wide rather than too narrow; empty where it is nothing. */
function polygonOf(positives: number, negatives: number, planes: readonly HalfPlane[]): Polygon {
  let polygon: Polygon = [0, 0, positives, 0, positives, negatives, 0, negatives];
  for (const { plain } of planes) {
    polygon = cut(polygon, plain[0], plain[1], plain[2] + plain[3]);
    if (polygon.length === 0) break;
  }
  return polygon;
}

/** False only where no TP from least to most goes with a TN: a curved bound fails at the best corner of the range. */
function mayHaveMatrix(
  polygon: Polygon,
  least: number,
  most: number,
  negatives: number,
  room: number,
  curves: readonly CurvedBound[],
): boolean {
  const rounding = slack * Math.max(most, 1);
  const slice = cut(cut(polygon, 1, 0, room - least + rounding), -1, 0, room + most + rounding);
  if (slice.length === 0) return false;
  const [low, high] = extent(slice, 1, room, negatives);
  return curves.every((bound) => {
    const [tp, tn] = bound.rising ? [most, high] : [least, low];
    if (bound.kind === "monotone") return bound.mayHold(tp, tn);
    const [slope, constant] = bound.near(tp);
    return !(slope * tn + constant + slack < 0);
  });
}
