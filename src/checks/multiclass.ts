import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { classShare } from "./confusion/class-share.ts";
import { type ConfusionScore, type ReadableScore, readableScores, scoreText } from "./confusion/confusion-score.ts";
import { conventionAssumption, type ScoreScale } from "./confusion/printed-score.ts";
import { chosen, scoreConflict } from "./confusion/score-conflict.ts";
import { type ClassAveraging, type ClassVariant, searchClasses } from "./confusion/search-classes.ts";
import { searchReadings } from "./confusion/search-readings.ts";
import { listText } from "./exact-text.ts";

export interface MulticlassInput {
  /** The number of examples of each class in the test set; with folds, one list for each fold (and repeat). */
  readonly folds: readonly (readonly number[])[];
  readonly average: ClassAveraging;
  /** Over the folds: a score for each, then the mean; or one score of all counts together. Absent: of all counts. */
  readonly aggregation?: "mean-of-scores" | "score-of-means";
  readonly scores: readonly ConfusionScore[];
  readonly rules?: readonly RoundingRule[];
  readonly scale?: ScoreScale;
  /** How many partial choices one search may look at; absent: 200,000. */
  readonly searchLimit?: number;
}

/**
 * Whether a confusion matrix of several classes gives all printed averages. Every class is compared with the rest; the
 * unknowns are each class's missed and false examples, which are as many in all, and each class's together at most all
 * errors: then a matrix exists. Micro averages depend on the number of errors only. Macro and weighted sensitivity,
 * specificity and accuracy are decided by exact sums, then by an integer search; precision, F-beta and others by the
 * search: undecidable past its limit. `accuracy` is the share of all examples that are right; alternatives: the mean
 * accuracy of the classes against the rest; undefined class scores (0/0) counted as 0; F-beta of the averaged precision
 * and sensitivity; truncation, floor, ceiling. Matthews' correlation and kappa of several classes are no averages: undecided.
 * Throws a RangeError for no examples, or fewer than two classes.
 *
 * @example
 * const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * checkMulticlass({
 *   folds: [[10, 100, 80]],
 *   average: "micro",
 *   scores: [score("sensitivity", "0.2737"), score("precision", "0.2842")],
 * }).outcome; // => "inconsistent"
 */
export function checkMulticlass(input: MulticlassInput): CheckResult {
  const { average, searchLimit = 200_000 } = input;
  const scores = readableScores("checkMulticlass", input.scores);
  validate(input);
  const folds = input.aggregation === "mean-of-scores" ? input.folds : [together(input.folds)];
  const variants = variantsOf(scores, folds, average);
  const { conventions, first, outcome, rescuedBy } = searchReadings({
    scores,
    rules: input.rules,
    scale: input.scale,
    variants,
    find: (convention, variant) => searchClasses(folds, average, scores, convention, variant, searchLimit),
  });
  const names = scores.map((score) => `${average} ${scoreText(score)}`);
  const conflict =
    first.truth === "false"
      ? scoreConflict(
          names,
          (places) =>
            searchClasses(folds, average, chosen(scores, places), conventions[0], variants[0], searchLimit).truth,
        )
      : undefined;
  const clash = conflict?.scores;
  const set = `${(folds[0] ?? []).length} classes${folds.length > 1 ? ` in ${folds.length} folds` : ` of ${listText((folds[0] ?? []).map(String))} examples`}`;
  return {
    check: "multiclass",
    outcome,
    explanation: [
      `Printed ${listText(names)} on ${set}: ${
        first.truth === "true"
          ? "a confusion matrix gives them"
          : first.truth === "unknown"
            ? "no confusion matrix was found, and not all were searched"
            : `no confusion matrix gives ${clash === undefined || clash.length === names.length ? "them" : listText(clash)}`
      }.`,
      rescuedBy.length > 0 ? `One does under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `Each class is compared with the rest; the ${average} average is taken${folds.length > 1 ? " in each fold, then the mean over the folds" : ""}.`,
      conventionAssumption(scores, conventions[0]),
      "Accuracy is the share of all examples that are right; an undefined class score (0/0) leaves no average.",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      average,
      folds: folds.map((counts) => [...counts]),
      scores: scores.map(({ name, value }) => ({ name, value: value.text })),
      ...(first.witness === undefined ? {} : { witness: first.witness }),
      ...(clash === undefined ? {} : { conflict: clash, conflictIsSmallest: conflict?.smallest ?? false }),
      ...(first.truth === "unknown" ? { searchLimit } : {}),
    },
  };
}

function validate({ folds }: MulticlassInput): void {
  const classes = folds[0]?.length ?? 0;
  if (classes < 2) throw new RangeError("checkMulticlass: there are fewer than two classes");
  for (const [index, counts] of folds.entries()) {
    if (counts.length !== classes)
      throw new RangeError(`checkMulticlass: fold ${index + 1} has ${counts.length} classes, not ${classes}`);
    for (const count of counts)
      if (!Number.isSafeInteger(count) || count < 0)
        throw new RangeError(`checkMulticlass: fold ${index + 1} has a count of ${count}; give whole numbers`);
    if (counts.every((count) => count === 0)) throw new RangeError(`checkMulticlass: fold ${index + 1} is empty`);
  }
}

/** Every combination of the definitions that can matter, the default first. */
function variantsOf(
  scores: readonly ReadableScore[],
  folds: readonly (readonly number[])[],
  average: ClassAveraging,
): readonly [ClassVariant, ...ClassVariant[]] {
  const curved = average !== "micro" && scores.some(({ name }) => classShare(name) === undefined);
  const lacking = average !== "micro" && folds.some((counts) => counts.includes(0));
  const choices = {
    perClass: scores.some(({ name }) => name === "accuracy" || name === "error-rate") ? [false, true] : [false],
    ofMeans: average !== "micro" && scores.some(({ name }) => name === "f-beta") ? [false, true] : [false],
    zeros: curved || lacking ? [false, true] : [false],
  };
  const [plain, ...others] = choices.perClass.flatMap((perClass) =>
    choices.ofMeans.flatMap((ofMeans) => choices.zeros.map((zeros) => ({ perClass, ofMeans, zeros }))),
  );
  const words = ({ perClass, ofMeans, zeros }: ClassVariant): string =>
    [
      ...(perClass ? ["the mean accuracy of the classes against the rest"] : []),
      ...(ofMeans ? ["F-beta of the averaged precision and sensitivity"] : []),
      ...(zeros ? ["undefined class scores (0/0) counted as 0"] : []),
    ].join(" with ");
  return [
    plain ?? { perClass: false, ofMeans: false, zeros: false },
    ...others.map((variant) => ({ ...variant, words: words(variant) })),
  ];
}

function together(folds: readonly (readonly number[])[]): readonly number[] {
  return (folds[0] ?? []).map((_, index) => folds.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
}
