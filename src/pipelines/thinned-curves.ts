import type { Curve as Vertices } from "../metrics/curve.ts";
import type { Outcome } from "../metrics/metric.ts";
import { thinCurve } from "../metrics/thin-curve.ts";
import type { Curve } from "../paper/experiment.ts";

/** A curve of rates with at most so many vertices, as a record keeps it; none where it is undefined. */
export function thinnedCurves(
  curve: Omit<Curve, "points">,
  outcome: Outcome<Vertices>,
  vertices: number,
): readonly Curve[] {
  if (!outcome.defined) return [];
  const { x, y } = thinCurve(outcome.value, vertices);
  return [{ ...curve, points: Array.from(x, (rate, at) => roundedPoint([rate, y[at] as number])) }];
}

/** Rates and scores to five decimals. */
export function roundedPoint([x, y]: readonly [number, number]): readonly [number, number] {
  const rounded = (value: number): number => Math.round(value * 1e5) / 1e5;
  return [rounded(x), rounded(y)];
}
