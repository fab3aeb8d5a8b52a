import type { Detail } from "../check-result.ts";
import { exactText } from "../exact-text.ts";
import type { ClassCounts } from "./bound.ts";
import type { ReadableScore } from "./confusion-score.ts";
import type { MatrixSearch } from "./find-matrix.ts";
import { printableValues, type ScoreConvention } from "./printed-score.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import { scoreValue } from "./score-value.ts";

/** Which one score, had it been printed otherwise, would make the rest possible. */
export function scoreNearMisses(
  scores: readonly ReadableScore[],
  names: readonly string[],
  counts: ClassCounts,
  convention: ScoreConvention,
  without: (place: number) => MatrixSearch,
): readonly string[] {
  if (scores.length < 2) return [];
  const guesses: string[] = [];
  for (const [index, score] of scores.entries()) {
    const rest = without(index);
    if (rest.found !== "matrix") continue;
    const percent = convention.scale === "percent" && score.unbounded !== true;
    const value = scoreValue(score.name, counts, rest, score.betaSquared, score.value.decimals, percent);
    const otherwise = value === undefined ? "" : `, for which it is about ${value}`;
    guesses.push(
      `A guess: only ${names[index]} is wrong; the others hold for ${rest.tp} true positives and ${rest.tn} true negatives${otherwise}.`,
    );
  }
  return guesses;
}

/** There are only so many matrices: of all that could be printed with these digits, at most this share can be true. */
export function matrixPower(
  scores: readonly ReadableScore[],
  { positives, negatives }: ClassCounts,
  { scale }: ScoreConvention,
): Detail {
  const matrices = (BigInt(positives) + 1n) * (BigInt(negatives) + 1n);
  let printable = 1n;
  for (const score of scores)
    if (score.unbounded !== true)
      printable *= printableValues(score, scale === "percent", signed.has(score.name) ? 2n : 1n);
  const share = matrices >= printable ? "1" : exactText({ numerator: matrices, denominator: printable });
  return { matrices: String(matrices), printableTuples: String(printable), possibleShareAtMost: share };
}

const signed: ReadonlySet<ConfusionScoreName> = new Set(["mcc", "kappa", "informedness", "markedness"]);
