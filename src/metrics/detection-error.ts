import { falsePositiveRateAtTruePositiveRate } from "./false-positive-rate.ts";
import { defined, type Metric, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { missingClass, rankScores } from "./ranked-scores.ts";

/**
 * Which of the two definitions in use is meant:
 * - `smallest`: the minimum over all thresholds of (1 − TPR) / 2 + FPR / 2 (Liang, Li and Srikant 2018, their code, and
 *   Lee et al. 2018, whose "detection accuracy" is one minus this);
 * - `at-true-positive-rate`: the same sum at one operating point, (1 − target) / 2 + FPR / 2 where the true positive rate
 *   first reaches the target (the definition in the text of Liang et al., with 0.95).
 */
export type DetectionErrorDefinition =
  | { readonly kind: "smallest" }
  | { readonly kind: "at-true-positive-rate"; readonly truePositiveRate: number };

/**
 * The probability of a wrong call when positives and negatives are equally likely, under the named definition.
 *
 * In [0, 1], `smallest` in [0, 0.5]. Undefined without positives or without negatives. Throws a RangeError for a NaN score,
 * for a label other than 0 and 1 and for a target outside (0, 1].
 *
 * @example
 * detectionError([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], { kind: "smallest" }); // => { defined: true, value: 0.25 }
 */
export function detectionError(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  definition: DetectionErrorDefinition,
): Metric {
  if (definition.kind === "at-true-positive-rate") {
    const { truePositiveRate } = definition;
    const rate = falsePositiveRateAtTruePositiveRate(scores, labels, truePositiveRate);
    return rate.defined ? defined((1 - truePositiveRate + rate.value) / 2) : rate;
  }
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { truePositives, falsePositives } = operatingPoints(ranked);
  let smallest = 0.5;
  for (let point = 0; point < truePositives.length; point++) {
    const missed = 1 - (truePositives[point] as number) / ranked.positives.length;
    const alarmed = (falsePositives[point] as number) / ranked.negatives.length;
    smallest = Math.min(smallest, (missed + alarmed) / 2);
  }
  return defined(smallest);
}
