import type { Rational } from "../../numbers/rational.ts";
import type { ClassCounts } from "./bound.ts";
import { type ConfusionScoreName, unboundedScores } from "./score-names.ts";
import { scoreOf } from "./score-value.ts";

export interface WeightedFold extends ClassCounts {
  readonly weight: Rational;
}

/** What becomes of a score that is undefined (0/0) in a fold: it leaves no mean, counts as 0, or is left out. */
export type UndefinedFolds = "no-mean" | "zero" | "left-out";

export type Range = readonly [low: number, high: number];

const impossible: Range = [Number.NaN, Number.NaN];

/**
 * The range of the mean of a score over folds of which TP and TN, by turns, lie from `least` to `most`: exact ends,
 * in floats, where all are known. Not a number where there certainly is no mean.
 */
export function foldMeanRange(
  { name, betaSquared }: { readonly name: ConfusionScoreName; readonly betaSquared: Rational },
  folds: readonly WeightedFold[],
  undefinedFolds: UndefinedFolds,
  least: readonly number[],
  most: readonly number[],
): Range {
  const falls = name === "fdr" || name === "for" || name === "negative-likelihood-ratio";
  const floor = name === "kappa" || name === "mcc" || name === "markedness" ? -1 : 0;
  const ceiling = unboundedScores.has(name) ? Number.POSITIVE_INFINITY : 1;
  let [low, high, included] = [0, 0, 0];
  const optional: { readonly weight: number; readonly low: number; readonly high: number }[] = [];
  for (const [index, fold] of folds.entries()) {
    const [tp, tn] = [2 * index, 2 * index + 1];
    const weight = Number(fold.weight.numerator) / Number(fold.weight.denominator);
    const at = (x: readonly number[], y: readonly number[]): number =>
      scoreOf(name, fold, x[tp] as number, y[tn] as number, betaSquared);
    const [first, last] = [at(least, least), at(most, most)];
    if (least[tp] === most[tp] && least[tn] === most[tn]) {
      if (Number.isFinite(first))
        [low, high, included] = [low + weight * first, high + weight * first, included + weight];
      else if (undefinedFolds === "zero") included += weight;
      else if (undefinedFolds === "no-mean") return impossible;
      continue;
    }
    const [from, to] = falls ? [last, first] : [first, last];
    // Kappa need not grow with TP: it counts once both numbers are known.
    const [bottom, top] = [
      name === "kappa" || !Number.isFinite(from) ? floor : from,
      name === "kappa" || !Number.isFinite(to) ? ceiling : to,
    ];
    const defined = [first, last, at(least, most), at(most, least)].every(Number.isFinite);
    if (undefinedFolds === "left-out" && !defined) optional.push({ weight, low: bottom, high: top });
    else {
      const mayBeZero = undefinedFolds === "zero" && !defined;
      low += weight * (mayBeZero ? Math.min(0, bottom) : bottom);
      high += weight * (mayBeZero ? Math.max(0, top) : top);
      included += weight;
    }
  }
  if (undefinedFolds !== "left-out") return [low, high];
  if (included === 0 && optional.length === 0) return impossible;
  return [
    extremeMean(
      low,
      included,
      optional.map(({ weight, low: value }) => ({ weight, value })),
      -1,
    ),
    extremeMean(
      high,
      included,
      optional.map(({ weight, high: value }) => ({ weight, value })),
      1,
    ),
  ];
}

/** The least (sign −1) or greatest mean of what is included and any of the optional values. */
function extremeMean(
  sum: number,
  weight: number,
  optional: readonly { readonly weight: number; readonly value: number }[],
  sign: 1 | -1,
): number {
  let [total, share] = [sum, weight];
  for (const next of [...optional].sort((a, b) => sign * (b.value - a.value)))
    if (share === 0 || sign * next.value > sign * (total / share)) {
      total += next.weight * next.value;
      share += next.weight;
    }
  return total / share;
}

/** F-beta of two means; 0 where both are. */
export function fBetaOf(precision: number, sensitivity: number, { numerator, denominator }: Rational): number {
  const beta = Number(numerator) / Number(denominator);
  const bottom = beta * precision + sensitivity;
  return bottom === 0 ? 0 : ((1 + beta) * precision * sensitivity) / bottom;
}
