import type { Detail } from "../check-result.ts";
import { exactText } from "../exact-text.ts";
import type { ClassCounts } from "./bound.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { matrixOfScores } from "./matrix-of-scores.ts";
import { printableValues, type ScoreConvention } from "./printed-score.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import { scoreValue } from "./score-value.ts";

/** Which one score, had it been printed otherwise, would make the rest possible. */
export function scoreNearMisses(
  scores: readonly ReadableScore[],
  counts: ClassCounts,
  convention: ScoreConvention,
  limit: number,
): readonly string[] {
  if (scores.length < 2) return [];
  return scores.flatMap((score, index) => {
    const rest = matrixOfScores(scores.toSpliced(index, 1), counts, convention, limit);
    if (rest.found !== "matrix") return [];
    const percent = convention.scale === "percent" && score.unbounded !== true;
    const value = scoreValue(score.name, counts, rest, score.betaSquared, score.value.decimals, percent);
    return [
      `A guess: only ${score.text} is wrong; the others hold for ${rest.tp} true positives and ${rest.tn} true negatives${value === undefined ? "" : `, for which it is about ${value}`}.`,
    ];
  });
}

/** There are only so many matrices: of all that could be printed with these digits, at most this share can be true. */
export function matrixPower(
  scores: readonly ReadableScore[],
  { positives, negatives }: ClassCounts,
  { scale }: ScoreConvention,
): Detail {
  const matrices = (BigInt(positives) + 1n) * (BigInt(negatives) + 1n);
  const printable = scores
    .filter(({ unbounded }) => unbounded !== true)
    .map((score) => printableValues(score, scale === "percent", signed.has(score.name) ? 2n : 1n))
    .reduce((product, values) => product * values, 1n);
  const share = matrices >= printable ? "1" : exactText({ numerator: matrices, denominator: printable });
  return { matrices: String(matrices), printableTuples: String(printable), possibleShareAtMost: share };
}

const signed: ReadonlySet<ConfusionScoreName> = new Set(["mcc", "kappa", "informedness", "markedness"]);
