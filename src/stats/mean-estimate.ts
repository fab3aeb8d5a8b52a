import { mean, sampleStandardDeviation } from "simple-statistics";
import type { Estimate } from "./interval-estimate.ts";

/**
 * The mean of independent values with its standard error s / √n and n − 1 degrees of freedom; on the differences of
 * pairs, the estimate of a paired comparison. Throws a RangeError below two values.
 *
 * @example
 * meanEstimate([1, 2, 3]); // => { value: 2, standardError: 0.5773502691896257, degreesOfFreedom: 2 }
 */
export function meanEstimate(values: readonly number[]): Estimate {
  if (values.length < 2) throw new RangeError(`meanEstimate: needs at least 2 values, got ${values.length}`);
  const copy = [...values];
  return {
    value: mean(copy),
    standardError: sampleStandardDeviation(copy) / Math.sqrt(values.length),
    degreesOfFreedom: values.length - 1,
  };
}
