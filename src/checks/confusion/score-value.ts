import type { Rational } from "../../numbers/rational.ts";
import type { ClassCounts } from "./bound.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/**
 * A score of a confusion matrix, rounded, as text for guesses and examples: it decides nothing, for `scoreBounds` does
 * that in integers. Undefined where the score is.
 */
export function scoreValue(
  name: ConfusionScoreName,
  { positives, negatives }: ClassCounts,
  { tp, tn }: { readonly tp: number; readonly tn: number },
  betaSquared: Rational,
  decimals: number,
  percent = false,
): string | undefined {
  const value = scoreOf(name, { positives, negatives }, tp, tn, betaSquared) * (percent ? 100 : 1);
  return Number.isFinite(value) ? value.toFixed(Math.min(20, Math.max(0, decimals))) : undefined;
}

/** A score of a confusion matrix as a float; not finite where it is undefined. */
export function scoreOf(
  name: ConfusionScoreName,
  { positives, negatives }: ClassCounts,
  tp: number,
  tn: number,
  { numerator, denominator }: Rational,
): number {
  const [fn, fp] = [positives - tp, negatives - tn];
  const beta = Number(numerator) / Number(denominator);
  const sensitivity = tp / (tp + fn);
  const specificity = tn / (tn + fp);
  const precision = tp / (tp + fp);
  const npv = tn / (tn + fn);
  const all = tp + tn + fp + fn;
  switch (name) {
    case "accuracy":
      return (tp + tn) / all;
    case "error-rate":
      return (fp + fn) / all;
    case "balanced-accuracy":
      return (sensitivity + specificity) / 2;
    case "sensitivity":
      return sensitivity;
    case "specificity":
      return specificity;
    case "precision":
      return precision;
    case "npv":
      return npv;
    case "f-beta":
      return ((1 + beta) * tp) / ((1 + beta) * tp + beta * fn + fp);
    case "fpr":
      return fp / (fp + tn);
    case "fnr":
      return fn / (fn + tp);
    case "fdr":
      return fp / (fp + tp);
    case "for":
      return fn / (fn + tn);
    case "mcc":
      return (tp * tn - fp * fn) / Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
    case "kappa":
      return (2 * (tp * tn - fp * fn)) / ((tp + fp) * (fp + tn) + (tp + fn) * (fn + tn));
    case "informedness":
      return sensitivity + specificity - 1;
    case "markedness":
      return precision + npv - 1;
    case "g-mean":
      return Math.sqrt(sensitivity * specificity);
    case "fowlkes-mallows":
      return Math.sqrt(precision * sensitivity);
    case "jaccard":
      return tp / (tp + fp + fn);
    case "positive-likelihood-ratio":
      return (tp * (tn + fp)) / ((tp + fn) * fp);
    case "negative-likelihood-ratio":
      return (fn * (tn + fp)) / ((tp + fn) * tn);
    case "odds-ratio":
      return (tp * tn) / (fp * fn);
  }
}
