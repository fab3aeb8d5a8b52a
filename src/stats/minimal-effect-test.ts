import type { Estimate } from "./interval-estimate.ts";
import { studentTCdf } from "./student-t.ts";

/**
 * Is the estimated value shown to lie outside ±margin? The largest two-sided p-value over all true values inside the
 * margin (Murphy and Myors 1999); 1 where the estimate itself lies inside. A standard error of zero decides exactly.
 *
 * @example
 * minimalEffectTest({ value: 4, standardError: 1, degreesOfFreedom: 4 }, 1.2235548948022066); // => 0.05
 */
export function minimalEffectTest({ value, standardError, degreesOfFreedom }: Estimate, margin: number): number {
  const excess = Math.abs(value) - margin;
  if (excess <= 0) return 1;
  if (standardError === 0) return 0;
  return 2 * studentTCdf(-excess / standardError, degreesOfFreedom);
}
