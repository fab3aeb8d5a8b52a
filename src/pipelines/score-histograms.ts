import { histogram } from "../metrics/histogram.ts";
import type { Coordinates, Curve } from "../paper/experiment.ts";

export interface ScoreGroup {
  /** `in-distribution`, `out-of-distribution`. */
  readonly group: string;
  readonly scores: ArrayLike<number>;
}

/**
 * The curves named `histogram` of several groups of images: the share of each group's scores in bins that all groups
 * have in common, from the least of all scores to the greatest. Empty where all scores are one number, or a group has none.
 * Throws a RangeError for a score that is not finite.
 *
 * @param at what the groups share, such as `{ level: 2 }`; a measurement `threshold` there is drawn with them
 * @example
 * const groups = [{ group: "in", scores: [0, 1] }, { group: "out", scores: [3, 4] }];
 * scoreHistograms({}, groups, 2)[0]?.points; // => [[1, 1], [3, 0]]
 */
export function scoreHistograms(at: Coordinates, groups: readonly ScoreGroup[], bins = 40): readonly Curve[] {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { group, scores } of groups) {
    if (scores.length === 0) return [];
    for (let index = 0; index < scores.length; index++) {
      const score = scores[index] as number;
      if (!Number.isFinite(score)) throw new RangeError(`scoreHistograms: ${group}: score ${index} is ${score}`);
      lowest = Math.min(lowest, score);
      highest = Math.max(highest, score);
    }
  }
  if (!(lowest < highest)) return [];
  return groups.map(({ group, scores }) => {
    const { middles, shares } = histogram(scores, { lowest, highest, bins });
    const points = Array.from(middles, (middle, bin): readonly [number, number] => [middle, shares[bin] as number]);
    return { name: "histogram", at: { ...at, group }, x: "score", y: "share of images", points };
  });
}
