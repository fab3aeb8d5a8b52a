import type { CheckResult, Detail } from "./check-result.ts";
import type { ClassCounts } from "./confusion/bound.ts";
import { type ConfusionScore, scoreText } from "./confusion/confusion-score.ts";
import type { MatrixSearch } from "./confusion/find-matrix.ts";
import { matrixPower, scoreNearMisses } from "./confusion/matrix-hints.ts";
import { conventionAssumption } from "./confusion/printed-score.ts";
import { scoreChoices } from "./confusion/score-choices.ts";
import { scoreConflict } from "./confusion/score-conflict.ts";
import { type ConfusionInput, searchMatrix } from "./confusion/search-matrix.ts";
import { listText } from "./exact-text.ts";

export type { ConfusionScore } from "./confusion/confusion-score.ts";
export type { ConfusionInput } from "./confusion/search-matrix.ts";

/**
 * Whether one confusion matrix of a test set, TP in 0 … P and TN in 0 … N, gives all printed scores. Exact, in
 * integers: each score leaves an interval of TN for each TP (see `findMatrix`). Answers with such a matrix, or with
 * the smallest set of scores that no matrix gives. Alternatives: truncation, floor and ceiling for all scores at once,
 * undefined scores (0/0) printed as 0; percent or fraction where `scale` is `either`; and where it is absent and some
 * scores are above one, the others as fractions of one (accuracy 93.67 beside a correlation of 0.85).
 * Throws a RangeError for counts that are no counts, and for no scores.
 *
 * @example
 * const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * checkConfusion({
 *   positives: 100,
 *   negatives: 200,
 *   scores: [score("accuracy", "0.9567"), score("sensitivity", "0.8545"), score("specificity", "0.9734")],
 * }).outcome; // => "inconsistent"
 */
export function checkConfusion(input: ConfusionInput): CheckResult {
  const { positives, negatives } = input;
  const { scores, limit, searched, read } = searchMatrix("checkConfusion", input);
  const { conventions, first, outcome, rescuedBy } = searched;
  const [convention] = conventions;
  const found: MatrixSearch = first.witness ?? { found: "none" };
  const choices = scoreChoices(read(convention), input, limit);
  const names = scores.map(scoreText);
  const refuted = found.found === "none";
  const nearMisses = refuted ? scoreNearMisses(scores, names, input, convention, choices.without) : [];
  const conflict = refuted ? scoreConflict(names, choices.possible) : undefined;
  const explanation = explain(found, input, names, conflict?.scores ?? []);
  return {
    check: "confusion",
    outcome,
    explanation: rescuedBy.length > 0 ? `${explanation} A matrix exists under ${listText(rescuedBy)}.` : explanation,
    assumptions: [
      `All scores are of one confusion matrix with ${positives} positives and ${negatives} negatives.`,
      conventionAssumption(scores, convention),
      "A score that is undefined (0/0, or a division by zero) cannot have been printed as a number.",
    ],
    rescuedBy,
    nearMisses,
    details: {
      positives,
      negatives,
      scores: input.scores.map(scoreDetail),
      readings: conventions.map(({ rule, scale }) => ({ rule, scale })),
      ...findings(found, input, limit),
      ...(conflict === undefined ? {} : { conflict: conflict.scores, conflictIsSmallest: conflict.smallest }),
      power: matrixPower(scores, input, convention),
    },
  };
}

function scoreDetail({ name, value, epsilon, beta }: ConfusionScore): Detail {
  if (epsilon === undefined && beta === undefined) return { name, value: value.text };
  return {
    name,
    value: value.text,
    ...(epsilon === undefined ? {} : { epsilon: epsilon.text }),
    ...(beta === undefined ? {} : { beta: beta.text }),
  };
}

/** The matrix, or where the search for one was cut off. */
function findings(found: MatrixSearch, { positives, negatives }: ClassCounts, searchLimit: number) {
  switch (found.found) {
    case "matrix": {
      const { tp, tn } = found;
      return { witness: { tp, fn: positives - tp, tn, fp: negatives - tn } };
    }
    case "unknown":
      return { searchLimit };
    case "none":
      return {};
  }
}

function explain(
  found: MatrixSearch,
  { positives, negatives }: ClassCounts,
  names: readonly string[],
  conflict: readonly string[],
): string {
  const start = `Printed ${listText(names)} on ${positives} positives and ${negatives} negatives`;
  const all = names.length === 1 ? "it" : "all of them";
  switch (found.found) {
    case "matrix":
      return `${start}: ${found.tp} true positives and ${found.tn} true negatives give ${all}.`;
    case "unknown":
      return `${start}: no matrix was found among the first ${found.looked} counts of true positives, and the search was cut off.`;
    case "none": {
      if (conflict.length > 0 && conflict.length < names.length)
        return `${start}: no confusion matrix gives ${listText(conflict)}.`;
      const smaller =
        names.length > 1 && conflict.length > 0 ? ", though every smaller choice of them is possible" : "";
      return `${start}: no confusion matrix gives ${all}${smaller}.`;
    }
  }
}
