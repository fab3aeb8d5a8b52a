import { closed, type Interval, intersection } from "../../numbers/interval.ts";
import { add, divide, multiply, one, type Rational, rational, subtract, zero } from "../../numbers/rational.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { fBetaOf, foldMeanRange, type Range, type UndefinedFolds, type WeightedFold } from "./fold-mean.ts";
import { type CurvedRow, type IntegerSearch, type LinearRow, searchIntegers } from "./integer-search.ts";
import { lacksClass, linearSlopes } from "./linear-slopes.ts";
import { type ScoreConvention, scoreInterval } from "./printed-score.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import type { ScoreVariant } from "./search-readings.ts";

/** How a mean over folds is defined. */
export interface FoldVariant extends ScoreVariant {
  readonly undefinedFolds: UndefinedFolds;
  /** Whether F-beta is taken of the mean precision and the mean sensitivity, instead of being averaged. */
  readonly ofMeans?: boolean;
}

/** TP and TN of each fold, by turns, such that the means are as printed; like folds count together where all is linear. */
export function searchFolds(
  folds: readonly WeightedFold[],
  scores: readonly ReadableScore[],
  convention: ScoreConvention,
  variant: FoldVariant,
  limit: number,
  direction?: readonly number[],
): IntegerSearch {
  const linear = scores.every(({ name }) => isLinear(name));
  const groups = linear ? grouped(folds) : folds.map((fold) => ({ fold, times: 1 }));
  const rows: LinearRow[] = [];
  const curves: CurvedRow[] = [];
  for (const score of scores) {
    const interval = withinRange(scoreInterval(score, convention), score.name);
    if (isLinear(score.name)) {
      const row = linearRow(score.name, groups, variant.undefinedFolds);
      if (row === undefined) return { found: "none", looked: 0 };
      rows.push({ ...row, interval });
    } else curves.push({ interval, range: (least, most) => curvedRange(score, folds, variant, least, most) });
  }
  const uppers = groups.flatMap(({ fold, times }) => [fold.positives * times, fold.negatives * times]);
  return searchIntegers({ uppers, rows, curves, limit, ...(direction === undefined ? {} : { direction }) });
}

interface FoldGroup {
  readonly fold: WeightedFold;
  readonly times: number;
}

function isLinear(name: ConfusionScoreName): boolean {
  return linearSlopes(name, { positives: 1, negatives: 1 }) !== undefined;
}

/** The mean of a linear score; undefined where there is none. */
function linearRow(
  name: ConfusionScoreName,
  groups: readonly FoldGroup[],
  undefinedFolds: UndefinedFolds,
): Omit<LinearRow, "interval"> | undefined {
  const missing = groups
    .filter(({ fold }) => lacksClass(name, fold))
    .reduce((sum, { fold, times }) => add(sum, multiply(fold.weight, rational(times))), zero);
  const counted = undefinedFolds === "left-out" ? subtract(one, missing) : one;
  if ((missing.numerator > 0n && undefinedFolds === "no-mean") || counted.numerator === 0n) return undefined;
  const weights: Rational[] = [];
  let constant = zero;
  for (const { fold, times } of groups) {
    const slopes = lacksClass(name, fold) ? undefined : linearSlopes(name, fold);
    const weight = divide(fold.weight, counted);
    weights.push(multiply(slopes?.tp ?? zero, weight), multiply(slopes?.tn ?? zero, weight));
    constant = add(constant, multiply(multiply(slopes?.constant ?? zero, weight), rational(times)));
  }
  return { weights, constant };
}

function curvedRange(
  score: ReadableScore,
  folds: readonly WeightedFold[],
  { undefinedFolds, ofMeans = false }: FoldVariant,
  least: readonly number[],
  most: readonly number[],
): Range {
  const mean = (name: ConfusionScoreName): Range =>
    foldMeanRange({ name, betaSquared: score.betaSquared }, folds, undefinedFolds, least, most);
  if (score.name !== "f-beta" || !ofMeans) return mean(score.name);
  const [precision, sensitivity] = [mean("precision"), mean("sensitivity")];
  return [
    fBetaOf(precision[0], sensitivity[0], score.betaSquared),
    fBetaOf(precision[1], sensitivity[1], score.betaSquared),
  ];
}

function withinRange(interval: Interval, name: ConfusionScoreName): Interval {
  return name === "accuracy" || name === "sensitivity" || name === "specificity"
    ? intersection(interval, closed(zero, one))
    : interval;
}

function grouped(folds: readonly WeightedFold[]): readonly FoldGroup[] {
  const groups = new Map<string, { fold: WeightedFold; times: number }>();
  for (const fold of folds) {
    const key = `${fold.positives}/${fold.negatives}/${fold.weight.denominator}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, { fold, times: 1 });
    else known.times++;
  }
  return [...groups.values()];
}
