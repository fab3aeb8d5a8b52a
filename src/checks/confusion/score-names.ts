/** The scores of a binary confusion matrix that can be checked, by the names of the field. */
export type ConfusionScoreName =
  | "accuracy"
  | "error-rate"
  | "balanced-accuracy"
  | "sensitivity"
  | "specificity"
  | "precision"
  | "npv"
  | "f-beta"
  | "fpr"
  | "fnr"
  | "fdr"
  | "for"
  | "mcc"
  | "kappa"
  | "informedness"
  | "markedness"
  | "g-mean"
  | "fowlkes-mallows"
  | "jaccard"
  | "positive-likelihood-ratio"
  | "negative-likelihood-ratio"
  | "odds-ratio";

/** Each score in words, with its formula. */
export const confusionScoreWords: Readonly<Record<ConfusionScoreName, string>> = {
  accuracy: "accuracy, (TP + TN) / all",
  "error-rate": "error rate, (FP + FN) / all",
  "balanced-accuracy": "balanced accuracy, (sensitivity + specificity) / 2",
  sensitivity: "sensitivity (recall), TP / (TP + FN)",
  specificity: "specificity, TN / (TN + FP)",
  precision: "precision, TP / (TP + FP)",
  npv: "negative predictive value, TN / (TN + FN)",
  "f-beta": "F-beta, (1 + β²) TP / ((1 + β²) TP + β² FN + FP)",
  fpr: "false positive rate, FP / (TN + FP)",
  fnr: "false negative rate, FN / (TP + FN)",
  fdr: "false discovery rate, FP / (TP + FP)",
  for: "false omission rate, FN / (TN + FN)",
  mcc: "Matthews' correlation, (TP·TN − FP·FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN))",
  kappa: "Cohen's kappa, (accuracy − chance) / (1 − chance)",
  informedness: "informedness (Youden's J), sensitivity + specificity − 1",
  markedness: "markedness, precision + NPV − 1",
  "g-mean": "G-mean, √(sensitivity · specificity)",
  "fowlkes-mallows": "Fowlkes–Mallows, √(precision · sensitivity)",
  jaccard: "Jaccard (IoU), TP / (TP + FP + FN)",
  "positive-likelihood-ratio": "positive likelihood ratio, sensitivity / (1 − specificity)",
  "negative-likelihood-ratio": "negative likelihood ratio, (1 − sensitivity) / specificity",
  "odds-ratio": "diagnostic odds ratio, TP·TN / (FP·FN)",
};

/** Ratios that are no shares: never printed as percentages, and not bounded by one. */
export const unboundedScores: ReadonlySet<ConfusionScoreName> = new Set([
  "positive-likelihood-ratio",
  "negative-likelihood-ratio",
  "odds-ratio",
]);

const otherNames: Readonly<Record<string, ConfusionScoreName>> = {
  acc: "accuracy",
  err: "error-rate",
  error: "error-rate",
  bacc: "balanced-accuracy",
  sens: "sensitivity",
  recall: "sensitivity",
  tpr: "sensitivity",
  "hit-rate": "sensitivity",
  "true-positive-rate": "sensitivity",
  spec: "specificity",
  tnr: "specificity",
  selectivity: "specificity",
  "true-negative-rate": "specificity",
  ppv: "precision",
  prec: "precision",
  "negative-predictive-value": "npv",
  f1: "f-beta",
  f1p: "f-beta",
  fbeta: "f-beta",
  dice: "f-beta",
  dsc: "f-beta",
  "f1-score": "f-beta",
  fallout: "fpr",
  "false-positive-rate": "fpr",
  "miss-rate": "fnr",
  "false-negative-rate": "fnr",
  "false-discovery-rate": "fdr",
  "false-omission-rate": "for",
  phi: "mcc",
  matthews: "mcc",
  "cohen-kappa": "kappa",
  "cohens-kappa": "kappa",
  youden: "informedness",
  bm: "informedness",
  mk: "markedness",
  gmean: "g-mean",
  gm: "g-mean",
  fm: "fowlkes-mallows",
  ji: "jaccard",
  iou: "jaccard",
  lrp: "positive-likelihood-ratio",
  "lr+": "positive-likelihood-ratio",
  lrn: "negative-likelihood-ratio",
  "lr-": "negative-likelihood-ratio",
  dor: "odds-ratio",
};

/**
 * The score that a paper's word means: `acc`, `Recall`, `TPR`, `F1`, `F2`, `bacc`, …; `F2` has β = 2. Undefined where
 * the word is none that is known.
 *
 * @example
 * confusionScoreNamed("F0.5"); // => { name: "f-beta", beta: "0.5" }
 */
export function confusionScoreNamed(
  word: string,
): { readonly name: ConfusionScoreName; readonly beta?: string } | undefined {
  const plain = word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, "-");
  if (Object.hasOwn(confusionScoreWords, plain)) return { name: plain as ConfusionScoreName };
  const name = Object.hasOwn(otherNames, plain) ? otherNames[plain] : undefined;
  if (name !== undefined) return { name };
  const beta = /^f-?(\d+(?:\.\d+)?)(?:-score|p)?$/.exec(plain)?.[1];
  return beta === undefined ? undefined : { name: "f-beta", beta };
}
