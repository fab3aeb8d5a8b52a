import { noncentralTCdf } from "../stats/noncentral-t.ts";
import { studentTQuantile } from "../stats/student-t.ts";

/** No design needs more: already at noncentrality 6 every two-sided test at 0.05 with 2 df or more has power above ⅓. */
const LARGEST_NONCENTRALITY = 6;

/**
 * The difference, in standard deviations, that a comparison of two groups of `runs` runs each would detect with a power
 * of one third (two-sided t test at 0.05): the smallest effect that the paper's own design could be said to be about.
 *
 * Simonsohn's "small telescopes" (2015). Throws a RangeError below two runs.
 *
 * @example
 * thirdPowerDifference(5); // => 1.096…
 */
export function thirdPowerDifference(runs: number): number {
  if (!(runs >= 2)) throw new RangeError(`thirdPowerDifference: needs at least 2 runs, got ${runs}`);
  const degreesOfFreedom = 2 * runs - 2;
  const critical = studentTQuantile(0.975, degreesOfFreedom);
  const power = (noncentrality: number): number =>
    1 -
    noncentralTCdf(critical, degreesOfFreedom, noncentrality) +
    noncentralTCdf(-critical, degreesOfFreedom, noncentrality);
  let low = 0;
  let high = LARGEST_NONCENTRALITY;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (power(middle) < 1 / 3) low = middle;
    else high = middle;
  }
  return high * Math.sqrt(2 / runs);
}
