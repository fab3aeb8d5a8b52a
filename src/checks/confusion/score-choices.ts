import type { Truth } from "../decide.ts";
import type { ClassCounts } from "./bound.ts";
import type { MatrixSearch } from "./find-matrix.ts";
import { gives, matrixOfScores, type ReadScore } from "./matrix-of-scores.ts";
import { truthOfSearch } from "./search-matrix.ts";

/** What is asked of some of the scores, by their places, of a reading under which no matrix gives all of them. */
export interface ScoreChoices {
  /** The search for a matrix that gives all scores but one. */
  readonly without: (place: number) => MatrixSearch;
  /** Whether a matrix gives these scores. */
  readonly possible: (places: readonly number[]) => Truth;
}

/** Every matrix that one choice of the scores leads to answers for all other choices that it gives too. */
export function scoreChoices(scores: readonly ReadScore[], counts: ClassCounts, limit: number): ScoreChoices {
  const givenBy: (readonly boolean[])[] = [];
  const search = (isChosen: (place: number) => boolean): MatrixSearch => {
    const result = matrixOfScores(
      scores.filter((_, place) => isChosen(place)),
      counts,
      limit,
    );
    if (result.found === "matrix") givenBy.push(scores.map((score) => gives(score, result.tp, result.tn)));
    return result;
  };
  const rests: MatrixSearch[] = [];
  const without = (place: number): MatrixSearch => {
    rests[place] ??= search((other) => other !== place);
    return rests[place];
  };
  return {
    without,
    possible: (places) => {
      if (givenBy.some((given) => places.every((place) => given[place]))) return "true";
      if (places.length === scores.length) return "false";
      return truthOfSearch(search((place) => places.includes(place)));
    },
  };
}
