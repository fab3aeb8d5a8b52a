import { toRational } from "../numbers/decimal.ts";
import { closed, type Interval, intersection } from "../numbers/interval.ts";
import { add, multiply, one, type Rational, rational, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import type { ClassCounts } from "./confusion/bounds.ts";
import { type FoldedSet, foldLayouts } from "./confusion/fold-layouts.ts";
import { type CurvedRow, type IntegerSearch, type LinearRow, searchIntegers } from "./confusion/integer-search.ts";
import {
  conventionAssumption,
  conventionWords,
  type PrintedScore,
  type ScoreConvention,
  type ScoreScale,
  scoreConventions,
  scoreInterval,
} from "./confusion/printed-score.ts";
import { type ConfusionScoreName, unboundedScores } from "./confusion/score-names.ts";
import { scoreOf } from "./confusion/score-value.ts";
import { smallestConflict } from "./confusion/smallest-conflict.ts";
import { type ConfusionScore, checkConfusion } from "./confusion.ts";
import { decide, type Truth } from "./decide.ts";
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
 * one that fits is enough.
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
  const { sets, aggregation, scores, searchLimit = 200_000, layoutLimit = 5_000 } = input;
  if (sets.length === 0) throw new RangeError("checkConfusionSets: there are no sets");
  if (scores.length === 0) throw new RangeError("checkConfusionSets: there are no scores to check");
  sets.forEach(validate);
  if (aggregation === "score-of-means") return ofSums(input);
  const layouts = product(
    sets.map((set) => foldLayouts(set, layoutLimit)),
    sets,
    layoutLimit,
  );
  const printed = scores.map((score) => ({ ...score, unbounded: unboundedScores.has(score.name) }));
  const [byDefault, ...others] = scoreConventions(printed, input.rules, input.scale);
  const find = (convention: ScoreConvention, members: readonly ConfusionScore[]): Found => {
    if (layouts === undefined) return { truth: "unknown" };
    let truth: Truth = "false";
    let left = searchLimit;
    for (const layout of layouts) {
      // No division may use up what the others need.
      const share = layouts.length === 1 ? left : Math.min(left, Math.ceil(searchLimit / 20));
      const found = searchLayout(layout, members, convention, share);
      left -= found.looked;
      if (found.found === "values") return { truth: "true", witness: found.values.map(String) };
      if (found.found === "unknown") truth = "unknown";
      if (left <= 0) return { truth: "unknown" };
    }
    return { truth };
  };
  const first = find(byDefault, scores);
  const { outcome, rescuedBy } = decide(
    first.truth,
    first.truth === "true"
      ? []
      : others.map((other) => ({ name: conventionWords(other, byDefault), truth: find(other, scores).truth })),
  );
  const names = scores.map(({ name, value }) => `${name.replaceAll("-", " ")} ${value.text}`);
  const conflict =
    first.truth === "false"
      ? smallestConflict(
          scores.length,
          (members) =>
            find(
              byDefault,
              members.flatMap((index) => scores[index] ?? []),
            ).truth,
        )
      : undefined;
  const clash = conflict?.members.map((index) => names[index] ?? "");
  const parts = sets.length === 1 ? "the folds" : `${sets.length} sets`;
  return {
    check: "confusion-sets",
    outcome,
    explanation: [
      first.truth === "true"
        ? `Printed means ${listText(names)}: there are confusion matrices of ${parts} with these means.`
        : first.truth === "unknown"
          ? `Printed means ${listText(names)}: the search for confusion matrices of ${parts} was cut off.`
          : `Printed means ${listText(names)}: no confusion matrices of ${parts} have ${clash === undefined || clash.length === names.length ? "them" : `the means ${listText(clash)}`}.`,
      rescuedBy.length > 0 ? `They exist under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `Each score is a mean over ${sets.length > 1 ? "the sets, of each set's mean over its folds" : "the folds"}.`,
      conventionAssumption(printed, byDefault),
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
      ...(clash === undefined ? {} : { conflict: clash, conflictIsSmallest: conflict?.smallest ?? false }),
      ...(first.truth === "unknown" ? { searchLimit, layoutLimit } : {}),
    },
  };
}

interface Found {
  readonly truth: Truth;
  readonly witness?: Detail;
}

interface WeightedFold extends ClassCounts {
  readonly weight: Rational;
}

function validate({ positives, negatives, folds, foldCount, repeats = 1 }: FoldedSet, index: number): void {
  for (const count of [positives, negatives, repeats, foldCount ?? 1])
    if (!Number.isSafeInteger(count) || count < 0)
      throw new RangeError(`checkConfusionSets: set ${index + 1} has a count of ${count}; give whole numbers`);
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

/** tp and tn of each fold, by turns; folds that are alike count together where all scores are linear. */
function searchLayout(
  folds: readonly WeightedFold[],
  scores: readonly ConfusionScore[],
  convention: ScoreConvention,
  limit: number,
): IntegerSearch {
  const linear = scores.every(({ name }) => slopes(name, { positives: 1, negatives: 1 }) !== undefined);
  const groups = linear ? grouped(folds) : folds.map((fold) => ({ fold, times: 1 }));
  // A score that is undefined in a fold has no mean.
  if (scores.some(({ name }) => folds.some((fold) => neverDefined(name, fold))))
    return { found: "none", proof: "search", looked: 0 };
  const rows: LinearRow[] = [];
  const curves: CurvedRow[] = [];
  for (const score of scores) {
    const printed: PrintedScore = { ...score, unbounded: unboundedScores.has(score.name) };
    const interval = withinRange(scoreInterval(printed, convention), score.name);
    const terms = groups.map(({ fold }) => slopes(score.name, fold));
    if (terms.every((term) => term !== undefined)) {
      const weights = groups.flatMap(({ fold }, index) => [
        multiply(terms[index]?.tp ?? zero, fold.weight),
        multiply(terms[index]?.tn ?? zero, fold.weight),
      ]);
      const constant = groups.reduce(
        (sum, { fold, times }, index) =>
          add(sum, multiply(multiply(terms[index]?.constant ?? zero, fold.weight), rational(times))),
        zero,
      );
      rows.push({ weights, constant, interval });
    } else curves.push({ interval, range: meanRange(score, folds) });
  }
  const uppers = groups.flatMap(({ fold, times }) => [fold.positives * times, fold.negatives * times]);
  return searchIntegers({ uppers, rows, curves, limit });
}

function withinRange(interval: Interval, name: ConfusionScoreName): Interval {
  return name === "accuracy" || name === "sensitivity" || name === "specificity"
    ? intersection(interval, closed(zero, one))
    : interval;
}

function grouped(folds: readonly WeightedFold[]): readonly { readonly fold: WeightedFold; readonly times: number }[] {
  const groups = new Map<string, { fold: WeightedFold; times: number }>();
  for (const fold of folds) {
    const key = `${fold.positives}/${fold.negatives}/${fold.weight.denominator}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { fold, times: 1 });
    else known.times++;
  }
  return [...groups.values()];
}

function neverDefined(name: ConfusionScoreName, { positives, negatives }: ClassCounts): boolean {
  const needsPositives = [
    "sensitivity",
    "fnr",
    "balanced-accuracy",
    "informedness",
    "mcc",
    "g-mean",
    "fowlkes-mallows",
    "odds-ratio",
    "positive-likelihood-ratio",
    "negative-likelihood-ratio",
  ];
  const needsNegatives = [
    "specificity",
    "fpr",
    "balanced-accuracy",
    "informedness",
    "mcc",
    "g-mean",
    "odds-ratio",
    "positive-likelihood-ratio",
    "negative-likelihood-ratio",
  ];
  return (
    positives + negatives === 0 ||
    (positives === 0 && needsPositives.includes(name)) ||
    (negatives === 0 && needsNegatives.includes(name))
  );
}

interface Slopes {
  readonly tp: Rational;
  readonly tn: Rational;
  readonly constant: Rational;
}

/** A score that is linear in TP and TN; undefined for the others. */
function slopes(name: ConfusionScoreName, { positives, negatives }: ClassCounts): Slopes | undefined {
  const part = (count: number, factor = 1): Rational => (count === 0 ? zero : rational(factor, count));
  const all = positives + negatives;
  switch (name) {
    case "accuracy":
      return { tp: part(all), tn: part(all), constant: zero };
    case "error-rate":
      return { tp: part(all, -1), tn: part(all, -1), constant: one };
    case "sensitivity":
      return { tp: part(positives), tn: zero, constant: zero };
    case "fnr":
      return { tp: part(positives, -1), tn: zero, constant: one };
    case "specificity":
      return { tp: zero, tn: part(negatives), constant: zero };
    case "fpr":
      return { tp: zero, tn: part(negatives, -1), constant: one };
    case "balanced-accuracy":
      return { tp: part(2 * positives), tn: part(2 * negatives), constant: zero };
    case "informedness":
      return { tp: part(positives), tn: part(negatives), constant: rational(-1) };
    default:
      return undefined;
  }
}

/** The mean of a score over folds whose TP and TN lie in ranges: exact ends only where all are known. */
function meanRange({ name, beta }: ConfusionScore, folds: readonly WeightedFold[]): CurvedRow["range"] {
  const squared = beta === undefined ? one : multiply(toRational(beta), toRational(beta));
  const falls = name === "fdr" || name === "for" || name === "negative-likelihood-ratio";
  const floor = name === "kappa" || name === "mcc" || name === "markedness" ? -1 : 0;
  const ceiling = unboundedScores.has(name) ? Number.POSITIVE_INFINITY : 1;
  const weights = folds.map(({ weight }) => Number(weight.numerator) / Number(weight.denominator));
  return (least, most) => {
    let [low, high] = [0, 0];
    for (const [index, fold] of folds.entries()) {
      const [tp, tn] = [2 * index, 2 * index + 1];
      const weight = weights[index] as number;
      const a = scoreOf(name, fold, least[tp] as number, least[tn] as number, squared);
      const b = scoreOf(name, fold, most[tp] as number, most[tn] as number, squared);
      const known = least[tp] === most[tp] && least[tn] === most[tn];
      if (known && !Number.isFinite(a)) return [Number.NaN, Number.NaN];
      // Kappa need not grow with TP: it counts once both numbers are known.
      const open = !known && name === "kappa";
      const [from, to] = falls ? [b, a] : [a, b];
      low += weight * (open || !Number.isFinite(from) ? floor : from);
      high += weight * (open || !Number.isFinite(to) ? ceiling : to);
    }
    return [low, high];
  };
}
