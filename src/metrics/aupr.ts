import { areaUnderCurve } from "./curve.ts";
import { defined, type Metric } from "./metric.ts";
import { precisionRecallCurve } from "./precision-recall-curve.ts";

/**
 * Average precision, the area under the precision–recall *steps*: Σ (recall gained) × (precision there), without
 * interpolation (scikit-learn's `average_precision_score`).
 *
 * In [0, 1]. Undefined without positives. Throws a RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @example
 * averagePrecision([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => { defined: true, value: 0.8333333333333333 }
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): Metric {
  const curve = precisionRecallCurve(scores, labels);
  if (!curve.defined) return curve;
  const { x, y } = curve.value;
  let area = 0;
  for (let vertex = 1; vertex < x.length; vertex++)
    area += ((x[vertex] as number) - (x[vertex - 1] as number)) * (y[vertex] as number);
  return defined(area);
}

/**
 * The area under the precision–recall curve by *trapezoids*, from the conventional vertex (0, 1) on (scikit-learn's
 * `auc(recall, precision)`). Linear interpolation is too optimistic between points of a precision–recall curve (Davis and
 * Goadrich 2006), which is why it differs from `averagePrecision`; papers print either as "AUPR".
 *
 * In [0, 1]. Undefined without positives. Throws a RangeError for a NaN score and for a label other than 0 and 1.
 *
 * @example
 * auprByTrapezoids([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]); // => { defined: true, value: 0.7916666666666666 }
 */
export function auprByTrapezoids(scores: ArrayLike<number>, labels: ArrayLike<number>): Metric {
  const curve = precisionRecallCurve(scores, labels);
  return curve.defined ? defined(areaUnderCurve(curve.value)) : curve;
}
