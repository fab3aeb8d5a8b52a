import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import type { ClassCounts } from "./confusion/bound.ts";
import { type ConfusionScore, readableScores } from "./confusion/confusion-score.ts";
import type { MatrixSearch } from "./confusion/find-matrix.ts";
import { matrixPower, scoreNearMisses } from "./confusion/matrix-hints.ts";
import { matrixOfScores, matrixWithZeros } from "./confusion/matrix-of-scores.ts";
import { conventionAssumption, type ScoreScale } from "./confusion/printed-score.ts";
import { type ScoreVariant, searchReadings } from "./confusion/search-readings.ts";
import type { Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";

export type { ConfusionScore } from "./confusion/confusion-score.ts";

export interface ConfusionInput extends ClassCounts {
  readonly scores: readonly ConfusionScore[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
  /** Absent: percentages where a share above one is printed, else fractions. */
  readonly scale?: ScoreScale;
  /** How many values of TP one search may look at; absent: five million. */
  readonly searchLimit?: number;
}

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
  const { positives, negatives, searchLimit = 5_000_000 } = input;
  const scores = readableScores("checkConfusion", input.scores);
  validate(input);
  const plain: ScoreVariant = {};
  const { conventions, first, outcome, rescuedBy, conflict } = searchReadings({
    scores,
    rules: input.rules,
    scale: input.scale,
    variants: [plain, { words: "undefined scores (0/0) printed as 0" }],
    find: (members, convention, variant) => {
      const find = variant.words === undefined ? matrixOfScores : matrixWithZeros;
      const search = find(members, input, convention, searchLimit);
      return { truth: truthOfSearch(search), witness: search };
    },
  });
  const [byDefault] = conventions;
  const found = first.witness ?? { found: "none" };
  const names = scores.map(({ text }) => text);
  return {
    check: "confusion",
    outcome,
    explanation: [
      explain(found, input, names, conflict?.scores ?? []),
      rescuedBy.length > 0 ? `A matrix exists under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `All scores are of one confusion matrix with ${positives} positives and ${negatives} negatives.`,
      conventionAssumption(scores, byDefault),
      "A score that is undefined (0/0, or a division by zero) cannot have been printed as a number.",
    ],
    rescuedBy,
    nearMisses: found.found === "none" ? scoreNearMisses(scores, input, byDefault, searchLimit) : [],
    details: {
      positives,
      negatives,
      scores: input.scores.map(({ name, value, epsilon, beta }) => ({
        name,
        value: value.text,
        ...(epsilon === undefined ? {} : { epsilon: epsilon.text }),
        ...(beta === undefined ? {} : { beta: beta.text }),
      })),
      readings: conventions.map(({ rule, scale }) => ({ rule, scale })),
      ...(found.found === "matrix"
        ? { witness: { tp: found.tp, fn: positives - found.tp, tn: found.tn, fp: negatives - found.tn } }
        : {}),
      ...(found.found === "unknown" ? { searchLimit } : {}),
      ...(conflict === undefined ? {} : { conflict: conflict.scores, conflictIsSmallest: conflict.smallest }),
      power: matrixPower(scores, input, byDefault),
    },
  };
}

function validate({ positives, negatives }: ConfusionInput): void {
  for (const [word, count] of [
    ["positives", positives],
    ["negatives", negatives],
  ] as const)
    if (!Number.isSafeInteger(count) || count < 0 || count > 1e12)
      throw new RangeError(`checkConfusion: ${word} is ${count}; give a whole number from 0 to 10^12`);
  if (positives + negatives === 0) throw new RangeError("checkConfusion: the test set is empty");
}

function truthOfSearch({ found }: MatrixSearch): Truth {
  return found === "matrix" ? "true" : found === "none" ? "false" : "unknown";
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
