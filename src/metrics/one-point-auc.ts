import { defined, type Metric, undefinedBecause } from "./metric.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/**
 * The area under a ROC "curve" of one vertex: the polygon (0, 0), (false positive rate, true positive rate), (1, 1).
 *
 * This is what comes out when hard decisions instead of scores are given to an AUC routine; it equals the balanced
 * accuracy, (1 + TPR − FPR) / 2, and is usually well below the area under the whole curve. Throws a RangeError for rates
 * outside [0, 1].
 *
 * @example
 * onePointAuc(0.2, 0.7); // => 0.75
 */
export function onePointAuc(falsePositiveRate: number, truePositiveRate: number): number {
  for (const rate of [falsePositiveRate, truePositiveRate])
    if (!(rate >= 0 && rate <= 1)) throw new RangeError(`onePointAuc: rate ${rate} lies outside [0, 1]`);
  return (1 + truePositiveRate - falsePositiveRate) / 2;
}

/**
 * The one-point AUC of a classifier's own decisions: positive where the score is at or above the threshold.
 *
 * The default threshold, 0, is a one-class SVM's own when the score is its decision function negated: the library then
 * calls an outlier what lies at or below zero. Undefined without positives or without negatives.
 *
 * @example
 * onePointAucOfDecisions([-1, 2, -3, 4], [0, 0, 1, 1]); // => { defined: true, value: 0.5 }
 */
export function onePointAucOfDecisions(scores: ArrayLike<number>, labels: ArrayLike<number>, threshold = 0): Metric {
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  return defined(onePointAuc(shareAtOrAbove(ranked.negatives, threshold), shareAtOrAbove(ranked.positives, threshold)));
}

function shareAtOrAbove(scores: Float64Array, threshold: number): number {
  let count = 0;
  for (const score of scores) if (score >= threshold) count++;
  return count / scores.length;
}
