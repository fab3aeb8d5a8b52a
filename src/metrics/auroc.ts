import { defined, type Metric, undefinedBecause } from "./metric.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/**
 * The area under the ROC curve: the probability that a positive drawn at random scores higher than a negative, ties
 * counting one half (Mann–Whitney; equal to the trapezoid area under the curve and to scikit-learn's `roc_auc_score`).
 *
 * In [0, 1]. Exact but for one rounding: pairs are counted in integers, up to 2^52 of them. Undefined without positives or
 * without negatives. Throws a RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @param scores higher means more positive
 * @param labels 1 positive, 0 negative
 * @example
 * auroc([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => { defined: true, value: 0.75 }
 */
export function auroc(scores: ArrayLike<number>, labels: ArrayLike<number>): Metric {
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { positives, negatives } = ranked;
  let below = 0;
  let notAbove = 0;
  let twiceWins = 0;
  for (let index = 0; index < positives.length; index++) {
    const score = positives[index] as number;
    while (below < negatives.length && (negatives[below] as number) < score) below++;
    if (notAbove < below) notAbove = below;
    while (notAbove < negatives.length && (negatives[notAbove] as number) <= score) notAbove++;
    twiceWins += below + notAbove;
  }
  return defined(twiceWins / (2 * positives.length * negatives.length));
}
