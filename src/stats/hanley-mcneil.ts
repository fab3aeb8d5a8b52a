/**
 * The standard error of an area under the ROC curve that comes from which examples were in the test set, by Hanley and
 * McNeil (1982): scores are taken to be negative exponential, which is near the truth for most continuous scores.
 * `auroc` is a fraction in [0, 1]; multiply the result by 100 for percent. Throws a RangeError otherwise, or without
 * examples of both classes.
 *
 * @example
 * hanleyMcNeil(0.8, 100, 100); // => 0.0313…
 */
export function hanleyMcNeil(auroc: number, positives: number, negatives: number): number {
  if (!(auroc >= 0 && auroc <= 1)) throw new RangeError(`hanleyMcNeil: area ${auroc} is not between 0 and 1`);
  if (!(positives >= 1 && negatives >= 1))
    throw new RangeError(`hanleyMcNeil: needs examples of both classes, got ${positives} and ${negatives}`);
  const twoPositives = auroc / (2 - auroc) - auroc * auroc;
  const twoNegatives = (2 * auroc * auroc) / (1 + auroc) - auroc * auroc;
  const variance =
    (auroc * (1 - auroc) + (positives - 1) * twoPositives + (negatives - 1) * twoNegatives) / (positives * negatives);
  return Math.sqrt(variance);
}
