import { defined, type Metric, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/**
 * The accuracy at the best threshold, which is chosen on the very scores that are judged (calling nothing positive is
 * among the choices): an upper bound for what a threshold fixed beforehand reaches, at least the share of the larger class.
 *
 * In [0.5, 1]. Undefined without positives or without negatives, where it would be 1 whatever the scores. Throws a
 * RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @example
 * bestAccuracy([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => { defined: true, value: 0.75 }
 */
export function bestAccuracy(scores: ArrayLike<number>, labels: ArrayLike<number>): Metric {
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { truePositives, falsePositives } = operatingPoints(ranked);
  const negatives = ranked.negatives.length;
  let right = negatives;
  for (let point = 0; point < truePositives.length; point++)
    right = Math.max(right, (truePositives[point] as number) + negatives - (falsePositives[point] as number));
  return defined(right / (ranked.positives.length + negatives));
}
