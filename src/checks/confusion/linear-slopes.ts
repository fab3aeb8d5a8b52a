import { one, type Rational, rational, zero } from "../../numbers/rational.ts";
import type { ClassCounts } from "./bound.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** A score as tp · TP + tn · TN + constant. */
export interface Slopes {
  readonly tp: Rational;
  readonly tn: Rational;
  readonly constant: Rational;
}

/** A score that is linear in TP and TN; undefined for the others. Without a class its share is left out. */
export function linearSlopes(name: ConfusionScoreName, { positives, negatives }: ClassCounts): Slopes | undefined {
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

/** Whether a linear score is undefined in a test set for want of a class. */
export function lacksClass(name: ConfusionScoreName, { positives, negatives }: ClassCounts): boolean {
  switch (name) {
    case "accuracy":
    case "error-rate":
      return positives + negatives === 0;
    case "sensitivity":
    case "fnr":
      return positives === 0;
    case "specificity":
    case "fpr":
      return negatives === 0;
    default:
      return positives === 0 || negatives === 0;
  }
}
