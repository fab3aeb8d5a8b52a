import type { RankedScores } from "./ranked-scores.ts";

/** What a classifier "score ≥ threshold" gets right and wrong, for every distinct score as threshold. */
export interface OperatingPoints {
  /** Descending. */
  readonly thresholds: Float64Array;
  /** Positives at or above each threshold. */
  readonly truePositives: Float64Array;
  /** Negatives at or above each threshold. */
  readonly falsePositives: Float64Array;
}

/**
 * Counts the true and false positives at every distinct score, from the highest threshold to the lowest; the last point
 * calls everything positive. The point that calls nothing positive is left to the caller.
 */
export function operatingPoints({ positives, negatives }: RankedScores): OperatingPoints {
  const most = positives.length + negatives.length;
  const thresholds = new Float64Array(most);
  const truePositives = new Float64Array(most);
  const falsePositives = new Float64Array(most);
  let positive = positives.length;
  let negative = negatives.length;
  let count = 0;
  while (positive > 0 || negative > 0) {
    const highestPositive = positive > 0 ? (positives[positive - 1] as number) : Number.NEGATIVE_INFINITY;
    const highestNegative = negative > 0 ? (negatives[negative - 1] as number) : Number.NEGATIVE_INFINITY;
    const threshold = Math.max(highestPositive, highestNegative);
    while (positive > 0 && (positives[positive - 1] as number) >= threshold) positive--;
    while (negative > 0 && (negatives[negative - 1] as number) >= threshold) negative--;
    thresholds[count] = threshold;
    truePositives[count] = positives.length - positive;
    falsePositives[count] = negatives.length - negative;
    count++;
  }
  return {
    thresholds: thresholds.subarray(0, count),
    truePositives: truePositives.subarray(0, count),
    falsePositives: falsePositives.subarray(0, count),
  };
}
