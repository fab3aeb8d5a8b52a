import { contains, type Interval } from "../../numbers/interval.ts";
import { zero } from "../../numbers/rational.ts";
import type { ClassCounts } from "./bound.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { findMatrix, type MatrixSearch, satisfies } from "./find-matrix.ts";
import { type ScoreConvention, scoreInterval } from "./printed-score.ts";
import { type ScoreBounds, scoreBounds } from "./score-bounds.ts";

/** The search for one confusion matrix that gives all scores under a convention; each must be defined. */
export function matrixOfScores(
  scores: readonly ReadableScore[],
  counts: ClassCounts,
  convention: ScoreConvention,
  limit: number,
): MatrixSearch {
  return search(read(scores, counts, convention), counts, limit);
}

/**
 * The same where scores that are undefined may have been printed as 0: a detector that calls all, or nothing, positive
 * leaves quotients 0/0, and so does a test set without positives, or without negatives.
 */
export function matrixWithZeros(
  scores: readonly ReadableScore[],
  counts: ClassCounts,
  convention: ScoreConvention,
  limit: number,
): MatrixSearch {
  const { positives, negatives } = counts;
  const known = read(scores, counts, convention);
  for (const [tp, tn] of [
    [0, negatives],
    [positives, 0],
  ] as const)
    if (
      known.every(({ interval, bounds }) =>
        satisfies(tp, tn, bounds.domain) ? satisfies(tp, tn, bounds.value) : contains(interval, zero),
      )
    )
      return { found: "matrix", tp, tn };
  if (positives > 0 && negatives > 0) return { found: "none" };
  // Without a class a score may be undefined for every matrix.
  const defined = known.filter(({ interval, bounds }) => !(neverDefined(bounds, counts) && contains(interval, zero)));
  return search(defined, counts, limit);
}

interface ReadScore {
  readonly interval: Interval;
  readonly bounds: ScoreBounds;
}

function read(
  scores: readonly ReadableScore[],
  counts: ClassCounts,
  convention: ScoreConvention,
): readonly ReadScore[] {
  return scores.map((score) => {
    const interval = scoreInterval(score, convention);
    return { interval, bounds: scoreBounds(score.name, counts, interval, score.betaSquared) };
  });
}

function search(scores: readonly ReadScore[], counts: ClassCounts, limit: number): MatrixSearch {
  return findMatrix(
    counts,
    scores.flatMap(({ bounds }) => [...bounds.value, ...bounds.domain]),
    limit,
  );
}

/** Whether a condition on the domain fails at every corner, and so everywhere. */
function neverDefined({ domain }: ScoreBounds, { positives, negatives }: ClassCounts): boolean {
  return domain.some((plane) =>
    [0, positives].every((tp) => [0, negatives].every((tn) => !satisfies(tp, tn, [plane]))),
  );
}
