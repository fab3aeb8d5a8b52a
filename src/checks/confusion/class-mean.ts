import type { Rational } from "../../numbers/rational.ts";
import { fBetaOf, type Range } from "./fold-mean.ts";
import type { ConfusionScoreName } from "./score-names.ts";
import { scoreOf } from "./score-value.ts";

/** An average over the classes, each against the rest. */
export interface ClassAverage {
  readonly weighted: boolean;
  /** Whether undefined class scores (0/0) count as 0; otherwise they leave no average. */
  readonly zeros: boolean;
  /** Whether F-beta is taken of the averaged precision and sensitivity, instead of being averaged. */
  readonly ofMeans: boolean;
}

interface ClassScore {
  readonly name: ConfusionScoreName;
  readonly betaSquared: Rational;
}

/**
 * The range of a mean over folds of averages over classes, where each class's missed and false examples lie from
 * `least` to `most`: a fold's missed examples of all classes come first, then its false ones. Exact ends, in floats,
 * where all are known; not a number where there certainly is no average.
 */
export function classMeanRange(
  score: ClassScore,
  folds: readonly (readonly number[])[],
  average: ClassAverage,
  least: readonly number[],
  most: readonly number[],
): Range {
  let [low, high] = [0, 0];
  for (const [fold, counts] of folds.entries()) {
    const of = (name: ConfusionScoreName): Range =>
      averageRange({ ...score, name }, counts, 2 * counts.length * fold, average, least, most);
    const ofMeans = (): Range => {
      const [precision, sensitivity] = [of("precision"), of("sensitivity")];
      return [
        fBetaOf(precision[0], sensitivity[0], score.betaSquared),
        fBetaOf(precision[1], sensitivity[1], score.betaSquared),
      ];
    };
    const [from, to] = score.name === "f-beta" && average.ofMeans ? ofMeans() : of(score.name);
    low += from / folds.length;
    high += to / folds.length;
  }
  return [low, high];
}

function averageRange(
  { name, betaSquared }: ClassScore,
  counts: readonly number[],
  start: number,
  { weighted, zeros }: ClassAverage,
  least: readonly number[],
  most: readonly number[],
): Range {
  const falls = name === "fdr" || name === "for";
  const floor = name === "markedness" ? -1 : 0;
  const size = counts.reduce((a, b) => a + b, 0);
  let [low, high] = [0, 0];
  for (const [index, positives] of counts.entries()) {
    const weight = weighted ? positives / size : 1 / counts.length;
    const [missed, falsely] = [start + index, start + counts.length + index];
    const binary = { positives, negatives: size - positives };
    const at = (values: readonly number[]): number =>
      scoreOf(name, binary, positives - (values[missed] ?? 0), binary.negatives - (values[falsely] ?? 0), betaSquared);
    const known = least[missed] === most[missed] && least[falsely] === most[falsely];
    const [worst, best] = falls ? [at(least), at(most)] : [at(most), at(least)];
    if (known && !Number.isFinite(worst) && !zeros) return [Number.NaN, Number.NaN];
    const open = !known && zeros;
    low += weight * (known && !Number.isFinite(worst) ? 0 : open || !Number.isFinite(worst) ? floor : worst);
    high += weight * (known && !Number.isFinite(best) ? 0 : open || !Number.isFinite(best) ? 1 : best);
  }
  return [low, high];
}
