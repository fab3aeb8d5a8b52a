import { rational } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import type { ClassCounts } from "./confusion/bound.ts";
import { type ConfusionScore, type ReadableScore, readableScores, scoreText } from "./confusion/confusion-score.ts";
import { type FoldedSet, foldLayouts } from "./confusion/fold-layouts.ts";
import type { WeightedFold } from "./confusion/fold-mean.ts";
import { lacksClass, linearSlopes } from "./confusion/linear-slopes.ts";
import { conventionAssumption, type ScoreConvention, type ScoreScale } from "./confusion/printed-score.ts";
import { chosen, scoreConflict } from "./confusion/score-conflict.ts";
import { type FoldVariant, searchFolds } from "./confusion/search-folds.ts";
import { type FoundCounts, searchReadings } from "./confusion/search-readings.ts";
import { checkConfusion } from "./confusion.ts";
import type { Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";

export interface ConfusionSetsInput {
  /** Data sets, each whole (a test set) or in folds. A mean over several is a mean of their means. */
  readonly sets: readonly FoldedSet[];
  /** `mean-of-scores`: a score for each set or fold, then the mean; `score-of-means`: one score of all counts together. */
  readonly aggregation: "mean-of-scores" | "score-of-means";
  readonly scores: readonly ConfusionScore[];
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
  readonly scale?: ScoreScale;
  /** How many partial choices one search, over all divisions into folds, may look at; absent: 200,000. */
  readonly searchLimit?: number;
  /** How many ways of dividing a set into unknown folds are tried; absent: 5,000. */
  readonly layoutLimit?: number;
}

/**
 * Whether confusion matrices of several test sets, or of the folds of one or several data sets, give all printed
 * scores. A score of means needs only the counts together (see `checkConfusion`). Means of accuracy, sensitivity,
 * specificity and what is linear in them are decided by exact sums of intervals, then by an integer search; means of
 * other scores by the search. Undecidable past the stated limits. Unknown folds: each possible division is tried, and
 * one that fits is enough. Alternatives: scores that are undefined in a fold (0/0) counted as 0, or left out of the
 * mean; F-beta of the mean precision and sensitivity; truncation, floor, ceiling.
 * Throws a RangeError for no sets, folds that do not add up, and no scores.
 *
 * @example
 * const score = (name: ConfusionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * checkConfusionSets({
 *   sets: [{ positives: 20, negatives: 80 }, { positives: 50, negatives: 50 }],
 *   aggregation: "mean-of-scores",
 *   scores: [score("accuracy", "0.90"), score("sensitivity", "0.60"), score("specificity", "0.70")],
 * }).outcome; // => "inconsistent"
 */
export function checkConfusionSets(input: ConfusionSetsInput): CheckResult {
  const { sets, aggregation, searchLimit = 200_000, layoutLimit = 5_000 } = input;
  if (sets.length === 0) throw new RangeError("checkConfusionSets: there are no sets");
  const scores = readableScores("checkConfusionSets", input.scores);
  sets.forEach(validate);
  if (aggregation === "score-of-means") return ofSums(input);
  const layouts = product(
    sets.map((set) => foldLayouts(set, layoutLimit)),
    sets,
    layoutLimit,
  );
  const nested = sets.length > 1 && (layouts?.[0]?.length ?? 0) > sets.length;
  const variants = variantsOf(scores, layouts ?? []);
  const search = (
    members: readonly ReadableScore[],
    convention: ScoreConvention,
    variant: FoldVariant,
  ): FoundCounts<Detail> => {
    // Left out of a mean of means, a fold gives the others of its set more weight: that is not searched.
    if (layouts === undefined || (nested && variant.undefinedFolds === "left-out")) return { truth: "unknown" };
    return searchLayouts(layouts, members, convention, variant, searchLimit);
  };
  const { conventions, first, outcome, rescuedBy } = searchReadings({
    scores,
    rules: input.rules,
    scale: input.scale,
    variants,
    find: (convention, variant) => search(scores, convention, variant),
  });
  const names = scores.map(scoreText);
  const conflict =
    first.truth === "false"
      ? scoreConflict(names, (places) => search(chosen(scores, places), conventions[0], variants[0]).truth)
      : undefined;
  const parts = sets.length === 1 ? "the folds" : `${sets.length} sets`;
  const clash = conflict === undefined || conflict.scores.length === names.length ? undefined : conflict.scores;
  return {
    check: "confusion-sets",
    outcome,
    explanation: [
      first.truth === "true"
        ? `Printed means ${listText(names)}: there are confusion matrices of ${parts} with these means.`
        : first.truth === "unknown"
          ? `Printed means ${listText(names)}: the search for confusion matrices of ${parts} was cut off.`
          : `Printed means ${listText(names)}: no confusion matrices of ${parts} have ${clash === undefined ? "them" : `the means ${listText(clash)}`}.`,
      rescuedBy.length > 0 ? `They exist under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `Each score is a mean over ${sets.length > 1 ? "the sets, of each set's mean over its folds" : "the folds"}.`,
      conventionAssumption(scores, conventions[0]),
      "A score that is undefined in a fold (0/0) leaves no mean.",
      ...(sets.some(({ foldCount, stratified }) => foldCount !== undefined && stratified !== true)
        ? ["Folds differ in size by one example at most."]
        : []),
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      scores: scores.map(({ name, value }) => ({ name, value: value.text })),
      sets: sets.length,
      layouts: layouts?.length ?? `more than ${layoutLimit}`,
      ...(first.witness === undefined ? {} : { witness: first.witness }),
      ...(conflict === undefined ? {} : { conflict: conflict.scores, conflictIsSmallest: conflict.smallest }),
      ...(first.truth === "unknown" ? { searchLimit, layoutLimit } : {}),
    },
  };
}

function validate({ positives, negatives, folds, foldCount, repeats = 1 }: FoldedSet, index: number): void {
  for (const count of [positives, negatives, repeats, foldCount ?? 1])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`checkConfusionSets: set ${index + 1} has a count of ${count}; give whole numbers`);
  if ((foldCount ?? 1) > positives + negatives && positives + negatives > 0)
    throw new RangeError(
      `checkConfusionSets: set ${index + 1} has ${foldCount} folds of ${positives + negatives} examples; give at most a fold for each`,
    );
  if (repeats < 1 || (foldCount ?? 1) < 1) throw new RangeError(`checkConfusionSets: set ${index + 1} has no folds`);
  if (folds === undefined) return;
  const sum = (pick: (fold: ClassCounts) => number): number => folds.reduce((total, fold) => total + pick(fold), 0);
  const [p, n] = [sum((fold) => fold.positives), sum((fold) => fold.negatives)];
  if (p !== positives || n !== negatives)
    throw new RangeError(
      `checkConfusionSets: the folds of set ${index + 1} have ${p} positives and ${n} negatives together, not ${positives} and ${negatives}`,
    );
}

function ofSums({ sets, scores, rules, scale, searchLimit }: ConfusionSetsInput): CheckResult {
  const sum = (pick: (set: FoldedSet) => number): number =>
    sets.reduce((total, set) => total + pick(set) * (set.repeats ?? 1), 0);
  const result = checkConfusion({
    positives: sum(({ positives }) => positives),
    negatives: sum(({ negatives }) => negatives),
    scores,
    ...(rules === undefined ? {} : { rules }),
    ...(scale === undefined ? {} : { scale }),
    ...(searchLimit === undefined ? {} : { searchLimit }),
  });
  return {
    ...result,
    check: "confusion-sets",
    assumptions: [
      "Each score is one score of the counts of all sets and folds together.",
      ...result.assumptions.slice(1),
    ],
  };
}

/** Every choice of one layout for each set, its folds weighted; undefined where there are too many. */
function product(
  choices: readonly (readonly (readonly ClassCounts[])[] | undefined)[],
  sets: readonly FoldedSet[],
  limit: number,
): readonly (readonly WeightedFold[])[] | undefined {
  let layouts: readonly (readonly WeightedFold[])[] = [[]];
  for (const choice of choices) {
    if (choice === undefined || layouts.length * choice.length > limit) return undefined;
    layouts = layouts.flatMap((layout) =>
      choice.map((folds) => [
        ...layout,
        ...folds.map((fold) => ({ ...fold, weight: rational(1, sets.length * folds.length) })),
      ]),
    );
  }
  return layouts;
}

/** The definitions that can matter: undefined scores only where a score may be undefined in a fold. */
function variantsOf(
  scores: readonly ReadableScore[],
  layouts: readonly (readonly WeightedFold[])[],
): readonly [FoldVariant, ...FoldVariant[]] {
  const alwaysDefined = ({ name }: ReadableScore): boolean =>
    linearSlopes(name, { positives: 1, negatives: 1 }) === undefined
      ? (name === "f-beta" || name === "jaccard" || name === "kappa") &&
        layouts.every((folds) => folds.every(({ positives, negatives }) => positives > 0 && negatives > 0))
      : layouts.every((folds) => folds.every((fold) => !lacksClass(name, fold)));
  return [
    { undefinedFolds: "no-mean" },
    ...(scores.every(alwaysDefined)
      ? []
      : ([
          { undefinedFolds: "zero", words: "scores that are undefined in a fold (0/0) counted as 0" },
          { undefinedFolds: "left-out", words: "scores that are undefined in a fold (0/0) left out of the mean" },
        ] as const)),
    ...(scores.some(({ name }) => name === "f-beta")
      ? ([{ undefinedFolds: "zero", ofMeans: true, words: "F-beta of the mean precision and sensitivity" }] as const)
      : []),
  ];
}

/** One division into folds that fits is enough. */
function searchLayouts(
  layouts: readonly (readonly WeightedFold[])[],
  scores: readonly ReadableScore[],
  convention: ScoreConvention,
  variant: FoldVariant,
  limit: number,
): FoundCounts<Detail> {
  let truth: Truth = "false";
  let left = limit;
  // What refutes one division mostly refutes the next.
  let direction: readonly number[] | undefined;
  const linear = scores.every(({ name }) => linearSlopes(name, { positives: 1, negatives: 1 }) !== undefined);
  for (const layout of layouts) {
    // Where nothing is undefined, the alternatives are the default, which is asked first.
    if (
      variant.undefinedFolds !== "no-mean" &&
      linear &&
      !scores.some(({ name }) => layout.some((fold) => lacksClass(name, fold)))
    )
      continue;
    // No division may use up what the others need.
    const share = layouts.length === 1 ? left : Math.min(left, Math.ceil(limit / 20));
    const found = searchFolds(layout, scores, convention, variant, share, direction);
    if (found.found === "none") direction = found.direction ?? direction;
    left -= found.looked;
    if (found.found === "values") return { truth: "true", witness: found.values.map(String) };
    if (found.found === "unknown") truth = "unknown";
    if (left <= 0) return { truth: "unknown" };
  }
  return { truth };
}
