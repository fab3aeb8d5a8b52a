import type { Estimate } from "./interval-estimate.ts";
import { meanEstimate } from "./mean-estimate.ts";
import { welchSatterthwaite } from "./welch-satterthwaite.ts";

/**
 * The difference of two independent means, first minus second, without assuming equal variances (Welch 1947).
 * Throws a RangeError below two values on either side.
 *
 * @example
 * welchDifference([1, 2, 3], [1, 1, 4]).degreesOfFreedom; // => 3.2
 */
export function welchDifference(first: readonly number[], second: readonly number[]): Estimate {
  const one = meanEstimate(first);
  const two = meanEstimate(second);
  const components = [one, two].map(({ standardError, degreesOfFreedom }) => ({
    variance: standardError * standardError,
    degreesOfFreedom,
  }));
  return {
    value: one.value - two.value,
    standardError: Math.hypot(one.standardError, two.standardError),
    degreesOfFreedom: welchSatterthwaite(components),
  };
}
