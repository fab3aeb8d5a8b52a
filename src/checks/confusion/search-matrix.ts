import type { RoundingRule } from "../../numbers/rounding.ts";
import type { Truth } from "../decide.ts";
import type { ClassCounts } from "./bound.ts";
import { type ConfusionScore, type ReadableScore, readableScores } from "./confusion-score.ts";
import type { MatrixSearch } from "./find-matrix.ts";
import { matrixOfScores, matrixWithZeros, type ReadScore, readScores } from "./matrix-of-scores.ts";
import type { ScoreConvention, ScoreScale } from "./printed-score.ts";
import { type ScoreVariant, type SearchedReadings, searchReadings } from "./search-readings.ts";

export interface ConfusionInput extends ClassCounts {
  readonly scores: readonly ConfusionScore[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
  /** Absent: percentages where a share above one is printed, else fractions. */
  readonly scale?: ScoreScale;
  /** How many values of TP one search may look at; absent: five million. */
  readonly searchLimit?: number;
}

interface SearchedMatrices {
  readonly scores: readonly ReadableScore[];
  readonly limit: number;
  readonly searched: SearchedReadings<MatrixSearch>;
  /** The scores under a convention. */
  readonly read: (convention: ScoreConvention) => readonly ReadScore[];
}

const variants: readonly [ScoreVariant, ScoreVariant] = [{}, { words: "undefined scores (0/0) printed as 0" }];

/** One matrix of a test set that gives all printed scores, sought under every reading; errors name the check. */
export function searchMatrix(check: string, input: ConfusionInput): SearchedMatrices {
  const { positives, negatives, rules, scale, searchLimit: limit = 5_000_000 } = input;
  const scores = readableScores(check, input.scores);
  requireCount(check, "positives", positives);
  requireCount(check, "negatives", negatives);
  if (positives + negatives === 0) throw new RangeError(`${check}: the test set is empty`);
  const counts: ClassCounts = { positives, negatives };
  const known: { readonly convention: ScoreConvention; readonly its: readonly ReadScore[] }[] = [];
  const read = (convention: ScoreConvention): readonly ReadScore[] => {
    for (const { convention: other, its } of known) if (other === convention) return its;
    const its = readScores(scores, counts, convention);
    known.push({ convention, its });
    return its;
  };
  const searched = searchReadings({
    scores,
    rules,
    scale,
    variants,
    find: (convention, { words }): { readonly truth: Truth; readonly witness: MatrixSearch } => {
      const search = words === undefined ? matrixOfScores : matrixWithZeros;
      const witness = search(read(convention), counts, limit);
      return { truth: truthOfSearch(witness), witness };
    },
  });
  return { scores, limit, searched, read };
}

function requireCount(check: string, word: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0 || count > 1e12)
    throw new RangeError(`${check}: ${word} is ${count}; give a whole number from 0 to 10^12`);
}

/** Whether there is a matrix. */
export function truthOfSearch({ found }: MatrixSearch): Truth {
  return found === "matrix" ? "true" : found === "none" ? "false" : "unknown";
}
