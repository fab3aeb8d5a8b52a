import { type Bounds, intervalEstimate } from "./interval-estimate.ts";

/** A sample known by its summary only. */
export interface SampleSummary {
  readonly mean: number;
  /** With divisor n − 1. */
  readonly standardDeviation: number;
  readonly count: number;
}

/**
 * Where the mean of `futureCount` further runs will lie, judged from a first sample alone: mean ± t · s · √(1/n + 1/k).
 * Spence and Stanley (2016), after Patil, Peng and Leek (2016). Throws a RangeError below two values in the sample or
 * one future run.
 *
 * @example
 * predictionInterval({ mean: 0, standardDeviation: 1, count: 5 }, 5, 0.95).upper; // => 1.75597…
 */
export function predictionInterval(sample: SampleSummary, futureCount: number, level: number): Bounds {
  if (!(sample.count >= 2))
    throw new RangeError(`predictionInterval: needs a sample of 2 or more, got ${sample.count}`);
  if (!(futureCount >= 1)) throw new RangeError(`predictionInterval: ${futureCount} future runs are fewer than one`);
  return intervalEstimate(
    {
      value: sample.mean,
      standardError: sample.standardDeviation * Math.sqrt(1 / sample.count + 1 / futureCount),
      degreesOfFreedom: sample.count - 1,
    },
    level,
  );
}
