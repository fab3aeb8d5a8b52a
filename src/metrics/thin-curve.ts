import type { Curve } from "./curve.ts";

export interface ThinnedCurve extends Curve {
  /** The kept vertices' places in the whole curve, ascending. */
  readonly kept: Uint32Array;
  /** Greatest distance of any vertex of the whole curve from the thinned one. */
  readonly maximumDistance: number;
}

/**
 * A curve with no more than so many of its own vertices, both ends among them, and how far the whole curve strays from it.
 *
 * Greedy: from each kept vertex on to the farthest one whose chord passes within a tolerance of all between; the tolerance
 * is the smallest that fits (bisected), so that straight runs cost nothing and a curve that needs no thinning loses only
 * vertices on its chords. Throws a RangeError for fewer than two vertices allowed.
 *
 * @example
 * const line = { x: Float64Array.of(0, 0.5, 1), y: Float64Array.of(0, 0.5, 1) };
 * thinCurve(line).kept.join(); // => "0,2"
 */
export function thinCurve(curve: Curve, maximumVertices = 1000): ThinnedCurve {
  if (!(maximumVertices >= 2))
    throw new RangeError(`thinCurve: a curve cannot keep its ends with ${maximumVertices} vertices`);
  let low = roundingTolerance;
  let kept = keptWithin(curve, low);
  if (kept.length > maximumVertices) {
    let high = 2;
    kept = keptWithin(curve, high);
    for (let step = 0; step < bisections; step++) {
      const middle = Math.sqrt(low * high);
      const candidate = keptWithin(curve, middle);
      if (candidate.length <= maximumVertices) {
        kept = candidate;
        high = middle;
      } else low = middle;
    }
  }
  const places = Uint32Array.from(kept);
  return {
    x: Float64Array.from(places, (vertex) => curve.x[vertex] as number),
    y: Float64Array.from(places, (vertex) => curve.y[vertex] as number),
    kept: places,
    maximumDistance: greatestDistance(curve, places),
  };
}

const roundingTolerance = 1e-12;
const bisections = 24;

/** Ascending vertices such that every vertex between two neighbours lies within the tolerance of their chord's line. */
function keptWithin({ x, y }: Curve, tolerance: number): readonly number[] {
  const last = x.length - 1;
  if (last < 1) return last < 0 ? [] : [0];
  const kept = [0];
  let anchor = 0;
  // The directions from the anchor that pass within the tolerance of all vertices seen since.
  let lowest = Number.NEGATIVE_INFINITY;
  let highest = Number.POSITIVE_INFINITY;
  for (let vertex = 1; vertex <= last; vertex++) {
    let direction = directionFrom(x, y, anchor, vertex);
    if (direction < lowest || direction > highest) {
      anchor = vertex - 1;
      kept.push(anchor);
      lowest = Number.NEGATIVE_INFINITY;
      highest = Number.POSITIVE_INFINITY;
      direction = directionFrom(x, y, anchor, vertex);
    }
    const distance = Math.hypot(
      (x[vertex] as number) - (x[anchor] as number),
      (y[vertex] as number) - (y[anchor] as number),
    );
    if (distance > tolerance) {
      const slack = Math.asin(tolerance / distance);
      lowest = Math.max(lowest, direction - slack);
      highest = Math.min(highest, direction + slack);
    }
  }
  kept.push(last);
  return kept;
}

/** In radians; x never falls, hence within ±π/2. */
function directionFrom(x: Float64Array, y: Float64Array, from: number, to: number): number {
  return Math.atan2((y[to] as number) - (y[from] as number), (x[to] as number) - (x[from] as number));
}

function greatestDistance({ x, y }: Curve, kept: Uint32Array): number {
  let greatest = 0;
  for (let chord = 1; chord < kept.length; chord++) {
    const start = kept[chord - 1] as number;
    const end = kept[chord] as number;
    for (let vertex = start + 1; vertex < end; vertex++)
      greatest = Math.max(greatest, distanceToChord(x, y, start, end, vertex));
  }
  return greatest;
}

function distanceToChord(x: Float64Array, y: Float64Array, start: number, end: number, vertex: number): number {
  const alongX = (x[end] as number) - (x[start] as number);
  const alongY = (y[end] as number) - (y[start] as number);
  const fromX = (x[vertex] as number) - (x[start] as number);
  const fromY = (y[vertex] as number) - (y[start] as number);
  const squared = alongX * alongX + alongY * alongY;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (fromX * alongX + fromY * alongY) / squared));
  return Math.hypot(fromX - share * alongX, fromY - share * alongY);
}
