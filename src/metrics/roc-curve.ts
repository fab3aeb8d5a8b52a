import type { Curve } from "./curve.ts";
import { defined, type Outcome, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/** x is the false positive rate, y the true positive rate. */
export interface RocCurve extends Curve {
  /** Score at or above which a vertex calls positive; ∞ at (0, 0). Descending. */
  readonly thresholds: Float64Array;
}

/**
 * The ROC curve: false and true positive rate at every distinct score, from (0, 0) to (1, 1), no vertex left out (as
 * scikit-learn's `roc_curve` with `drop_intermediate=False`; `thinCurve` makes it small).
 *
 * Undefined without positives or without negatives. Throws a RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @example
 * const roc = rocCurve([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
 * roc.defined && roc.value.y.join(); // => "0,0.5,0.5,1,1"
 */
export function rocCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): Outcome<RocCurve> {
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { thresholds, truePositives, falsePositives } = operatingPoints(ranked);
  return defined({
    x: prefixed(
      0,
      falsePositives.map((count) => count / ranked.negatives.length),
    ),
    y: prefixed(
      0,
      truePositives.map((count) => count / ranked.positives.length),
    ),
    thresholds: prefixed(Number.POSITIVE_INFINITY, thresholds),
  });
}

function prefixed(first: number, rest: Float64Array): Float64Array {
  const whole = new Float64Array(rest.length + 1);
  whole[0] = first;
  whole.set(rest, 1);
  return whole;
}
