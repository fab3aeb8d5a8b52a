import { studentTQuantile } from "./student-t.ts";

/** An estimate with its standard error, and how well that error itself is known. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
  /** Infinite where the standard error is known rather than estimated. */
  readonly degreesOfFreedom: number;
}

/** An interval of real numbers. */
export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The two-sided confidence interval of an estimate by Student's t: value ± t · standardError.
 * Throws a RangeError unless 0 < level < 1 and df > 0.
 *
 * @example
 * intervalEstimate({ value: 10, standardError: 1, degreesOfFreedom: 4 }, 0.95); // => { lower: 7.22…, upper: 12.77… }
 */
export function intervalEstimate(estimate: Estimate, level: number): Bounds {
  if (!(level > 0 && level < 1)) throw new RangeError(`intervalEstimate: level ${level} is not between 0 and 1`);
  const half = studentTQuantile((1 + level) / 2, estimate.degreesOfFreedom) * estimate.standardError;
  return { lower: estimate.value - half, upper: estimate.value + half };
}
