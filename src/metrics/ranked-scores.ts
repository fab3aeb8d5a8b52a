import { sortAscending } from "./sort-ascending.ts";

/** Scores split by label, each part ascending. */
export interface RankedScores {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/**
 * Splits scores by their labels (1 positive, 0 negative) and sorts both parts: all that any ranking metric needs.
 * Plain numbers sort several times faster than indices with a comparator.
 *
 * Throws a RangeError, naming the index, for a NaN score and a label other than 0 and 1, and for lengths that differ.
 *
 * @example
 * rankScores([0.2, 0.9, 0.4], [0, 1, 1]).positives.join(); // => "0.4,0.9"
 */
export function rankScores(scores: ArrayLike<number>, labels: ArrayLike<number>): RankedScores {
  const count = scores.length;
  if (labels.length !== count) throw new RangeError(`metrics: ${count} scores but ${labels.length} labels`);
  const positives = new Float64Array(count);
  const negatives = new Float64Array(count);
  let positive = 0;
  let negative = 0;
  for (let index = 0; index < count; index++) {
    const score = scores[index] as number;
    if (Number.isNaN(score)) throw new RangeError(`metrics: score ${index} is NaN, which has no rank`);
    const label = labels[index];
    if (label === 1) positives[positive++] = score;
    else if (label === 0) negatives[negative++] = score;
    else throw new RangeError(`metrics: label ${index} is ${label}, expected 0 or 1`);
  }
  return {
    positives: sortAscending(positives.subarray(0, positive)),
    negatives: sortAscending(negatives.subarray(0, negative)),
  };
}

/** Why a metric over both classes has no value, if it has none. */
export function missingClass({ positives, negatives }: RankedScores): string | undefined {
  if (positives.length === 0 && negatives.length === 0) return "there are no scores";
  if (positives.length === 0) return "there is no positive among the labels";
  if (negatives.length === 0) return "there is no negative among the labels";
  return undefined;
}
