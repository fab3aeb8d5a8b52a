import { defined, type Outcome, undefinedBecause } from "./metric.ts";
import { operatingPoints } from "./operating-points.ts";
import { missingClass, type RankedScores, rankScores } from "./ranked-scores.ts";

/**
 * Which thresholds are tried, and in which order, the first of several nearest ones being taken:
 * - `roc-vertices`: every distinct score, and ∞, descending (as `roc_curve` of scikit-learn lists them);
 * - `grid`: 0, step, 2 · step, … below `end`, ascending (as NumPy's `arange(0, end, step)`, in the same doubles).
 */
export type ThresholdCandidates =
  | { readonly kind: "roc-vertices" }
  | { readonly kind: "grid"; readonly step: number; readonly end: number };

/** A threshold, and the rates of calling positive what scores at or above it. */
export interface ThresholdRates {
  readonly threshold: number;
  readonly falsePositiveRate: number;
  readonly truePositiveRate: number;
}

/**
 * The threshold whose point (false positive rate, true positive rate) lies nearest to (0, 1), the corner of a perfect
 * classifier, by Euclidean distance. Not Youden's rule, which takes the greatest TPR − FPR, and not the best accuracy:
 * both rates weigh the same whatever the class sizes.
 *
 * A grid's nearest point may lie farther from the corner than the curve's own nearest vertex. Undefined without positives
 * or without negatives. Throws a RangeError for a NaN score, for a label other than 0 and 1, and for a grid whose step is
 * not positive or that ends at or below 0 or has more than a million points.
 *
 * @example
 * thresholdNearestCorner([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1], { kind: "roc-vertices" });
 * // => { defined: true, value: { threshold: 0.8, falsePositiveRate: 0, truePositiveRate: 0.5 } }
 */
export function thresholdNearestCorner(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  candidates: ThresholdCandidates,
): Outcome<ThresholdRates> {
  const ranked = rankScores(scores, labels);
  const missing = missingClass(ranked);
  if (missing !== undefined) return undefinedBecause(missing);
  const { thresholds, truePositives, falsePositives } = candidatePoints(ranked, candidates);
  const positives = ranked.positives.length;
  const negatives = ranked.negatives.length;
  let nearest = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (let point = 0; point < thresholds.length; point++) {
    // The squared distance times the squared number of pairs: whole numbers, so that equal distances are equal.
    const missed = (positives - (truePositives[point] as number)) * negatives;
    const alarmed = (falsePositives[point] as number) * positives;
    const distance = missed * missed + alarmed * alarmed;
    if (distance < smallest) {
      smallest = distance;
      nearest = point;
    }
  }
  return defined({
    threshold: thresholds[nearest] as number,
    falsePositiveRate: (falsePositives[nearest] as number) / negatives,
    truePositiveRate: (truePositives[nearest] as number) / positives,
  });
}

interface Points {
  readonly thresholds: ArrayLike<number>;
  readonly truePositives: ArrayLike<number>;
  readonly falsePositives: ArrayLike<number>;
}

function candidatePoints(ranked: RankedScores, candidates: ThresholdCandidates): Points {
  if (candidates.kind === "roc-vertices") {
    const { thresholds, truePositives, falsePositives } = operatingPoints(ranked);
    return {
      thresholds: [Number.POSITIVE_INFINITY, ...thresholds],
      truePositives: [0, ...truePositives],
      falsePositives: [0, ...falsePositives],
    };
  }
  const thresholds = gridPoints(candidates.step, candidates.end);
  return {
    thresholds,
    truePositives: countsAtOrAbove(ranked.positives, thresholds),
    falsePositives: countsAtOrAbove(ranked.negatives, thresholds),
  };
}

function gridPoints(step: number, end: number): Float64Array {
  const count = Math.ceil(end / step);
  if (!(step > 0 && end > 0 && count <= 1_000_000))
    throw new RangeError(
      `thresholdNearestCorner: a grid from 0 to ${end} in steps of ${step} has no or too many points`,
    );
  return Float64Array.from({ length: count }, (_, index) => index * step);
}

/** How many of the ascending values lie at or above each of the ascending thresholds. */
function countsAtOrAbove(values: Float64Array, thresholds: Float64Array): Float64Array {
  let below = 0;
  return thresholds.map((threshold) => {
    while (below < values.length && (values[below] as number) < threshold) below++;
    return values.length - below;
  });
}
