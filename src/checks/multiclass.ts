import { toRational } from "../numbers/decimal.ts";
import { closed, type Interval } from "../numbers/interval.ts";
import { add, multiply, negate, one, type Rational, rational, zero } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import { type CurvedRow, type LinearRow, searchIntegers } from "./confusion/integer-search.ts";
import {
  conventionAssumption,
  conventionWords,
  type ScoreConvention,
  type ScoreScale,
  scoreConventions,
  scoreInterval,
} from "./confusion/printed-score.ts";
import type { ConfusionScoreName } from "./confusion/score-names.ts";
import { scoreOf } from "./confusion/score-value.ts";
import { smallestConflict } from "./confusion/smallest-conflict.ts";
import type { ConfusionScore } from "./confusion.ts";
import { decide, type Truth } from "./decide.ts";
import { listText } from "./exact-text.ts";

export interface MulticlassInput {
  /** The number of examples of each class in the test set; with folds, one list for each fold (and repeat). */
  readonly folds: readonly (readonly number[])[];
  readonly average: "micro" | "macro" | "weighted";
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
 * accuracy of the classes against the rest; undefined class scores (0/0) counted as 0; truncation, floor, ceiling.
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
  const { average, scores, searchLimit = 200_000 } = input;
  validate(input);
  const folds = input.aggregation === "mean-of-scores" ? input.folds : [together(input.folds)];
  const [byDefault, ...others] = scoreConventions(scores, input.rules, input.scale);
  const variants: readonly Variant[] = [
    { perClass: false, zeros: false },
    ...(scores.some(({ name }) => name === "accuracy")
      ? [{ perClass: true, zeros: false, words: "the mean accuracy of the classes against the rest" }]
      : []),
    ...(scores.some(({ name }) => shareOf(name) === undefined) && average !== "micro"
      ? [{ perClass: false, zeros: true, words: "undefined class scores (0/0) counted as 0" }]
      : []),
  ];
  const find = (members: readonly ConfusionScore[], convention: ScoreConvention, variant: Variant) =>
    search(folds, average, members, convention, variant, searchLimit);
  const plain = variants[0] as Variant;
  const first = find(scores, byDefault, plain);
  const readings =
    first.truth === "true"
      ? []
      : variants.flatMap((variant) =>
          [byDefault, ...others]
            .filter((convention) => variant !== plain || convention !== byDefault)
            .map((convention) => ({
              name: [variant.words ?? "", conventionWords(convention, byDefault)]
                .filter((words) => words !== "")
                .join(" with "),
              truth: find(scores, convention, variant).truth,
            })),
        );
  const { outcome, rescuedBy } = decide(first.truth, readings);
  const names = scores.map(({ name, value }) => `${average} ${name.replaceAll("-", " ")} ${value.text}`);
  const conflict =
    first.truth === "false"
      ? smallestConflict(
          scores.length,
          (members) =>
            find(
              members.flatMap((index) => scores[index] ?? []),
              byDefault,
              plain,
            ).truth,
        )
      : undefined;
  const clash = conflict?.members.map((index) => names[index] ?? "");
  const set = `${(folds[0] ?? []).length} classes${folds.length > 1 ? ` in ${folds.length} folds` : ` of ${listText((folds[0] ?? []).map(String))} examples`}`;
  return {
    check: "multiclass",
    outcome,
    explanation: [
      `Printed ${listText(names)} on ${set}: ${
        first.truth === "true"
          ? "a confusion matrix gives them"
          : first.truth === "unknown"
            ? "the search for a confusion matrix was cut off"
            : `no confusion matrix gives ${clash === undefined || clash.length === names.length ? "them" : listText(clash)}`
      }.`,
      rescuedBy.length > 0 ? `One does under ${listText(rescuedBy)}.` : "",
    ]
      .join(" ")
      .trim(),
    assumptions: [
      `Each class is compared with the rest; the ${average} average is taken${folds.length > 1 ? " in each fold, then the mean over the folds" : ""}.`,
      conventionAssumption(scores, byDefault),
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

interface Variant {
  readonly perClass: boolean;
  readonly zeros: boolean;
  readonly words?: string;
}

function validate({ folds, scores }: MulticlassInput): void {
  if (scores.length === 0) throw new RangeError("checkMulticlass: there are no scores to check");
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

function together(folds: readonly (readonly number[])[]): readonly number[] {
  return (folds[0] ?? []).map((_, index) => folds.reduce((sum, counts) => sum + (counts[index] ?? 0), 0));
}

interface Found {
  readonly truth: Truth;
  readonly witness?: Detail;
}

/** The unknowns of each fold: missed examples of each class, then false ones of each; for micro averages their number. */
function search(
  folds: readonly (readonly number[])[],
  average: MulticlassInput["average"],
  scores: readonly ConfusionScore[],
  convention: ScoreConvention,
  variant: Variant,
  limit: number,
): Found {
  const sizes = folds.map((counts) => counts.reduce((a, b) => a + b, 0));
  const classes = (folds[0] ?? []).length;
  const micro = average === "micro";
  const uppers = folds.flatMap((counts, fold) =>
    micro ? [sizes[fold] ?? 0] : [...counts, ...counts.map((count) => (sizes[fold] ?? 0) - count)],
  );
  const width = micro ? 1 : 2 * classes;
  const rows: LinearRow[] = [];
  const curves: CurvedRow[] = [];
  const part = (top: number, bottom: number): Rational => (bottom === 0 ? zero : rational(top, bottom));
  const perFold = rational(1, folds.length);
  for (const score of scores) {
    const interval = scoreInterval(score, convention);
    const share = score.name === "accuracy" ? undefined : shareOf(score.name, micro);
    if (score.name === "accuracy" || score.name === "error-rate") {
      // Each error is one missed and one false example: against the rest it counts for two of C · T answers.
      const cost = (size: number): Rational => (variant.perClass ? part(2, classes * size) : part(1, size));
      const weights = folds.flatMap((_, fold) =>
        Array.from({ length: width }, (__, place) =>
          micro || place < classes ? multiply(perFold, cost(sizes[fold] ?? 0)) : zero,
        ),
      );
      rows.push(
        score.name === "accuracy" ? { weights: weights.map(negate), constant: one, interval } : { weights, interval },
      );
    } else if (share !== undefined) {
      // The average is top + Σ over classes of a share of the missed and of the false examples.
      const weights = folds.flatMap((counts, fold) => {
        const size = sizes[fold] ?? 0;
        if (micro)
          return [
            multiply(
              perFold,
              add(multiply(share.missed, part(1, size)), multiply(share.falsely, part(1, (classes - 1) * size))),
            ),
          ];
        const weight = (count: number): Rational =>
          multiply(perFold, average === "weighted" ? part(count, size) : rational(1, classes));
        return [
          ...counts.map((count) => multiply(weight(count), multiply(share.missed, part(1, count)))),
          ...counts.map((count) => multiply(weight(count), multiply(share.falsely, part(1, size - count)))),
        ];
      });
      if (
        !micro &&
        folds.some((counts, fold) =>
          counts.some(
            (count) =>
              (count === 0 && share.missed.numerator !== 0n) ||
              (count === sizes[fold] && share.falsely.numerator !== 0n),
          ),
        )
      )
        return { truth: variant.zeros ? "unknown" : "false" };
      rows.push({ weights, constant: share.top, interval });
    } else if (micro) return { truth: "unknown" };
    else curves.push(curveOf(score, interval, folds, sizes, average, variant.zeros));
  }
  const separateRows: LinearRow[] = micro
    ? []
    : folds.flatMap((_, fold) => matrixRows(fold, folds.length, classes, sizes[fold] ?? 0));
  const found = searchIntegers({ uppers, rows: [...rows, ...separateRows], curves, limit });
  if (found.found === "none") return { truth: "false" };
  if (found.found === "unknown") return { truth: "unknown" };
  return {
    truth: "true",
    witness: folds.map((_, fold) => witnessOf(found.values.slice(fold * width, (fold + 1) * width), micro)),
  };
}

function witnessOf(values: readonly number[], micro: boolean): Detail {
  if (micro) return { errors: values[0] ?? 0 };
  const half = values.length / 2;
  return { missed: values.slice(0, half), falsely: values.slice(half) };
}

/** As many false examples as missed ones; a class's errors, missed or false, are at most all errors (each is one entry). */
function matrixRows(fold: number, folds: number, classes: number, size: number): readonly LinearRow[] {
  const blank = (): Rational[] => new Array<Rational>(folds * 2 * classes).fill(zero);
  const start = fold * 2 * classes;
  const balance = blank();
  for (let index = 0; index < classes; index++) {
    balance[start + index] = rational(-1, size);
    balance[start + classes + index] = rational(1, size);
  }
  const room = Array.from({ length: classes }, (_, index) => {
    const weights = blank();
    for (let other = 0; other < classes; other++) if (other !== index) weights[start + other] = rational(1, size);
    weights[start + classes + index] = rational(-1, size);
    return { weights, interval: closed(zero, one) };
  });
  return [{ weights: balance, interval: closed(zero, zero) }, ...room];
}

interface Share {
  readonly top: Rational;
  /** How much all examples of a class, missed, change its score; and all others, called this class. */
  readonly missed: Rational;
  readonly falsely: Rational;
}

/** Scores of a class that are linear in its missed and false examples; for micro averages more are. */
function shareOf(name: ConfusionScoreName, micro = false): Share | undefined {
  const minus = rational(-1);
  const half = rational(1, 2);
  switch (name) {
    case "accuracy":
    case "error-rate":
    case "sensitivity":
      return { top: one, missed: minus, falsely: zero };
    case "fnr":
      return { top: zero, missed: one, falsely: zero };
    case "specificity":
      return { top: one, missed: zero, falsely: minus };
    case "fpr":
      return { top: zero, missed: zero, falsely: one };
    case "balanced-accuracy":
      return { top: one, missed: negate(half), falsely: negate(half) };
    case "informedness":
      return { top: one, missed: minus, falsely: minus };
    // All errors are missed once and false once: together precision, recall and F-beta are one number.
    case "precision":
    case "f-beta":
      return micro ? { top: one, missed: minus, falsely: zero } : undefined;
    case "fdr":
      return micro ? { top: zero, missed: one, falsely: zero } : undefined;
    case "npv":
      return micro ? { top: one, missed: zero, falsely: minus } : undefined;
    case "for":
      return micro ? { top: zero, missed: zero, falsely: one } : undefined;
    default:
      return undefined;
  }
}

/** A mean of class scores that are not linear, given the ranges of missed and false examples. */
function curveOf(
  { name, beta }: ConfusionScore,
  interval: Interval,
  folds: readonly (readonly number[])[],
  sizes: readonly number[],
  average: MulticlassInput["average"],
  zeros: boolean,
): CurvedRow {
  const factor = beta === undefined ? one : toRational(beta);
  const squared = multiply(factor, factor);
  const falls = name === "fdr" || name === "for";
  const floor = name === "kappa" || name === "mcc" || name === "markedness" ? -1 : 0;
  const classes = (folds[0] ?? []).length;
  return {
    interval,
    range: (least, most) => {
      let [low, high] = [0, 0];
      for (const [fold, counts] of folds.entries())
        for (const [index, positives] of counts.entries()) {
          const size = sizes[fold] ?? 0;
          const weight = (average === "weighted" ? positives / size : 1 / classes) / folds.length;
          const [missed, falsely] = [fold * 2 * classes + index, fold * 2 * classes + classes + index];
          const binary = { positives, negatives: size - positives };
          const at = (values: readonly number[]): number =>
            scoreOf(
              name,
              binary,
              positives - (values[missed] ?? 0),
              binary.negatives - (values[falsely] ?? 0),
              squared,
            );
          const known = least[missed] === most[missed] && least[falsely] === most[falsely];
          const [worst, best] = falls ? [at(least), at(most)] : [at(most), at(least)];
          if (known && !Number.isFinite(worst) && !zeros) return [Number.NaN, Number.NaN];
          const open = !known && (name === "kappa" || zeros);
          low += weight * (known && !Number.isFinite(worst) ? 0 : open || !Number.isFinite(worst) ? floor : worst);
          high += weight * (known && !Number.isFinite(best) ? 0 : open || !Number.isFinite(best) ? 1 : best);
        }
      return [low, high];
    },
  };
}
