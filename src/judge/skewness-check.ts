import { mean, quantileSorted, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { type Stream, stream } from "../random/stream.ts";
import type { Bounds } from "../stats/interval-estimate.ts";
import { type Comparison, type Decision, decideByIntervals } from "./decision-rule.ts";
import type { SkewnessCheck, TestDetail } from "./judgement.ts";

const FEWEST_RUNS = 8;
const NOTABLE_SKEWNESS = 1;
const RESAMPLES = 1999;

/**
 * A second opinion where Student's t is in doubt: from 8 runs on, when their skewness exceeds 1 in size, the interval of
 * our mean is taken by the studentised bootstrap instead, and joined with the rest of the standard error by the method
 * of variance estimates recovery (Zou and Donner 2008). Undefined where runs are fewer or not skewed.
 * The verdict of the t tests stands; the check is printed beside it.
 */
export function skewnessCheck(
  values: readonly number[],
  comparison: Comparison,
  { equivalence, refutation }: Decision,
): SkewnessCheck | undefined {
  if (values.length < FEWEST_RUNS || refutation === undefined) return undefined;
  const deviation = sampleStandardDeviation([...values]);
  if (deviation === 0) return undefined;
  const skewness = sampleSkewness([...values]);
  if (Math.abs(skewness) <= NOTABLE_SKEWNESS) return undefined;
  const statistics = studentised(values, stream("judge", "skewness check"));
  const ownError = deviation / Math.sqrt(values.length);
  const interval = (test: TestDetail): Bounds => {
    const rest = test.critical * Math.sqrt(Math.max(0, test.standardError ** 2 - ownError ** 2));
    const tail = (1 - test.level) / 2;
    const below = Math.max(0, quantileSorted(statistics, 1 - tail)) * ownError;
    const above = Math.max(0, -quantileSorted(statistics, tail)) * ownError;
    return {
      lower: comparison.difference - Math.hypot(below, rest),
      upper: comparison.difference + Math.hypot(above, rest),
    };
  };
  const equivalenceInterval = equivalence && interval(equivalence);
  const refutationInterval = interval(refutation);
  return {
    skewness,
    ...(equivalenceInterval !== undefined && { equivalenceInterval }),
    refutationInterval,
    verdict: decideByIntervals(comparison, equivalenceInterval, refutationInterval),
  };
}

/** t statistics of resamples around the observed mean, in ascending order; resamples without spread have none. */
function studentised(values: readonly number[], source: Stream): number[] {
  const centre = mean([...values]);
  const statistics: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const drawn = values.map(() => values[source.integer(values.length)] as number);
    const deviation = sampleStandardDeviation(drawn);
    if (deviation > 0) statistics.push(((mean(drawn) - centre) * Math.sqrt(values.length)) / deviation);
  }
  return statistics.sort((one, two) => one - two);
}
