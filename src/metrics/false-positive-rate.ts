import { defined, type Metric, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/**
 * The false positive rate where the true positive rate first reaches a target ("FPR at 95 % TPR"): the smallest over all
 * thresholds at which at least that share of the positives is found. No interpolation between operating points.
 *
 * In [0, 1]. Undefined without positives or without negatives. Throws a RangeError for a target outside (0, 1], for a NaN
 * score and for a label other than 0 and 1.
 *
 * @example
 * falsePositiveRateAtTruePositiveRate([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], 0.95); // => { defined: true, value: 0.5 }
 */
export function falsePositiveRateAtTruePositiveRate(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  truePositiveRate: number,
): Metric {
  if (!(truePositiveRate > 0 && truePositiveRate <= 1))
    throw new RangeError(
      `falsePositiveRateAtTruePositiveRate: true positive rate ${truePositiveRate} lies outside (0, 1]`,
    );
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { truePositives, falsePositives } = operatingPoints(ranked);
  const reached = truePositives.findIndex((count) => count / ranked.positives.length >= truePositiveRate);
  return defined((falsePositives[reached] as number) / ranked.negatives.length);
}
