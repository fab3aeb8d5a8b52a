import { add, multiply, negate, one, type Rational, rational, zero } from "../../numbers/rational.ts";
import type { Detail } from "../check-result.ts";
import { classMatrixRows } from "./class-matrix-rows.ts";
import { classMeanRange } from "./class-mean.ts";
import { type ClassShare, classShare } from "./class-share.ts";
import type { ReadableScore } from "./confusion-score.ts";
import { type CurvedRow, type LinearRow, searchIntegers } from "./integer-search.ts";
import { type ScoreConvention, scoreInterval } from "./printed-score.ts";
import type { FoundCounts, ScoreVariant } from "./search-readings.ts";

export type ClassAveraging = "micro" | "macro" | "weighted";

/** How averages over classes are defined. */
export interface ClassVariant extends ScoreVariant {
  /** Whether accuracy is the mean of the classes against the rest, instead of the share of all that are right. */
  readonly perClass: boolean;
  /** Whether undefined class scores (0/0) count as 0; otherwise they leave no average. */
  readonly zeros: boolean;
  /** Whether F-beta is taken of the averaged precision and sensitivity, instead of being averaged. */
  readonly ofMeans: boolean;
}

/** The unknowns of each fold: missed examples of each class, then false ones of each; for micro averages their number. */
export function searchClasses(
  folds: readonly (readonly number[])[],
  average: ClassAveraging,
  scores: readonly ReadableScore[],
  convention: ScoreConvention,
  variant: ClassVariant,
  limit: number,
): FoundCounts<Detail> {
  const sizes = folds.map((counts) => counts.reduce((a, b) => a + b, 0));
  const classes = (folds[0] ?? []).length;
  const micro = average === "micro";
  const rows: LinearRow[] = [];
  const curves: CurvedRow[] = [];
  for (const score of scores) {
    const interval = scoreInterval(score, convention);
    if (score.name === "accuracy" || score.name === "error-rate") {
      const weights = errorWeights(folds, micro, variant.perClass);
      rows.push(
        score.name === "accuracy" ? { weights: weights.map(negate), constant: one, interval } : { weights, interval },
      );
      continue;
    }
    const share = classShare(score.name, micro);
    if (share === undefined) {
      // Correlation and kappa of several classes are no averages, and micro averages of curved scores are not searched.
      if (micro || score.name === "mcc" || score.name === "kappa" || score.unbounded === true)
        return { truth: "unknown" };
      // A class without examples counts as 0 for some tools, and is left out by others.
      if (variant.zeros && folds.some((counts) => counts.includes(0))) return { truth: "unknown" };
      const of = { weighted: average === "weighted", zeros: variant.zeros, ofMeans: variant.ofMeans };
      curves.push({ interval, range: (least, most) => classMeanRange(score, folds, of, least, most) });
    } else if (micro) rows.push({ weights: microWeights(sizes, classes, share), constant: share.top, interval });
    else if (folds.some((counts) => lacksScore(counts, share))) return { truth: variant.zeros ? "unknown" : "false" };
    else rows.push({ weights: meanWeights(folds, share, average === "weighted"), constant: share.top, interval });
  }
  const uppers = folds.flatMap((counts, fold) =>
    micro ? [sizes[fold] ?? 0] : [...counts, ...counts.map((count) => (sizes[fold] ?? 0) - count)],
  );
  const matrixRows = micro
    ? []
    : folds.flatMap((_, fold) => classMatrixRows(fold, folds.length, classes, sizes[fold] ?? 0));
  const found = searchIntegers({ uppers, rows: [...rows, ...matrixRows], curves, limit });
  if (found.found === "none") return { truth: "false" };
  if (found.found === "unknown") return { truth: "unknown" };
  const width = micro ? 1 : 2 * classes;
  return {
    truth: "true",
    witness: folds.map((_, fold) => witnessOf(found.values.slice(fold * width, (fold + 1) * width), micro)),
  };
}

const part = (top: number, bottom: number): Rational => (bottom === 0 ? zero : rational(top, bottom));

/** Each error is one missed and one false example: against the rest it counts for two of C · T answers. */
function errorWeights(folds: readonly (readonly number[])[], micro: boolean, perClass: boolean): readonly Rational[] {
  return folds.flatMap((counts) => {
    const size = counts.reduce((a, b) => a + b, 0);
    const cost = multiply(rational(1, folds.length), perClass ? part(2, counts.length * size) : part(1, size));
    return micro ? [cost] : [...counts.map(() => cost), ...counts.map(() => zero)];
  });
}

function microWeights(sizes: readonly number[], classes: number, share: ClassShare): readonly Rational[] {
  return sizes.map((size) =>
    multiply(
      rational(1, sizes.length),
      add(multiply(share.missed, part(1, size)), multiply(share.falsely, part(1, (classes - 1) * size))),
    ),
  );
}

/** The average is top + Σ over classes of a share of the missed and of the false examples. */
function meanWeights(folds: readonly (readonly number[])[], share: ClassShare, weighted: boolean): readonly Rational[] {
  return folds.flatMap((counts) => {
    const size = counts.reduce((a, b) => a + b, 0);
    const weight = (count: number): Rational =>
      multiply(rational(1, folds.length), weighted ? part(count, size) : rational(1, counts.length));
    return [
      ...counts.map((count) => multiply(weight(count), multiply(share.missed, part(1, count)))),
      ...counts.map((count) => multiply(weight(count), multiply(share.falsely, part(1, size - count)))),
    ];
  });
}

/** Whether the score of some class is undefined for want of its examples, or of others. */
function lacksScore(counts: readonly number[], { missed, falsely }: ClassShare): boolean {
  const size = counts.reduce((a, b) => a + b, 0);
  return counts.some(
    (count) => (count === 0 && missed.numerator !== 0n) || (count === size && falsely.numerator !== 0n),
  );
}

function witnessOf(values: readonly number[], micro: boolean): Detail {
  if (micro) return { errors: values[0] ?? 0 };
  const half = values.length / 2;
  return { missed: values.slice(0, half), falsely: values.slice(half) };
}
