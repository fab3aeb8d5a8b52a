/** A curve through its vertices, x never falling. */
export interface Curve {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * The area between a curve and the x axis, by trapezoids.
 *
 * @example
 * areaUnderCurve({ x: Float64Array.of(0, 1), y: Float64Array.of(0, 1) }); // => 0.5
 */
export function areaUnderCurve({ x, y }: Curve): number {
  let twice = 0;
  for (let vertex = 1; vertex < x.length; vertex++)
    twice += ((x[vertex] as number) - (x[vertex - 1] as number)) * ((y[vertex] as number) + (y[vertex - 1] as number));
  return twice / 2;
}
