import type { Curve } from "./curve.ts";
import { defined, type Outcome, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { rankScores } from "./ranked-scores.ts";

/** x is the recall, y the precision. */
export interface PrecisionRecallCurve extends Curve {
  /** Score at or above which a vertex calls positive; ∞ at recall 0. Descending. */
  readonly thresholds: Float64Array;
}

/**
 * Precision against recall at every distinct score, from the highest threshold to the lowest, after the vertex (0, 1) that
 * stands by convention for calling nothing positive (as scikit-learn's `precision_recall_curve`, in the other order).
 *
 * Undefined without positives. Throws a RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @example
 * const curve = precisionRecallCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * curve.defined && curve.value.x.join(); // => "0,0.5,0.5,1,1"
 */
export function precisionRecallCurve(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
): Outcome<PrecisionRecallCurve> {
  const ranked = rankScores(scores, labels);
  if (ranked.positives.length === 0) return undefinedBecause("there is no positive among the labels");
  const { thresholds: cuts, truePositives, falsePositives } = operatingPoints(ranked);
  const x = new Float64Array(cuts.length + 1);
  const y = new Float64Array(cuts.length + 1);
  const thresholds = new Float64Array(cuts.length + 1);
  y[0] = 1;
  thresholds[0] = Number.POSITIVE_INFINITY;
  for (let point = 0; point < cuts.length; point++) {
    const right = truePositives[point] as number;
    x[point + 1] = right / ranked.positives.length;
    y[point + 1] = right / (right + (falsePositives[point] as number));
    thresholds[point + 1] = cuts[point] as number;
  }
  return defined({ x, y, thresholds });
}
