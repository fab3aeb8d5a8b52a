import { type Batches, batchMeanAccuracy } from "./batch-mean.ts";
import { defined, type Outcome } from "./metric.ts";

/** What a classifier that may reject gives for examples of which some are outliers. */
export interface RejectingClassifier {
  /** Higher means more likely an outlier; rejected at or above the threshold. */
  readonly scores: ArrayLike<number>;
  /** 1 outlier, 0 inlier. */
  readonly outliers: ArrayLike<number>;
  /**
   * 1 where the class named for an inlier is the right one (outliers' entries are not read). Absent: any class will do, an
   * inlier is right as soon as it is not rejected.
   */
  readonly named?: ArrayLike<number>;
}

/** Shares in [0, 1]. */
export interface RejectionAccuracies {
  /** Of the outliers, how many are rejected ("zero accuracy" where digit 0 is the outlier). */
  readonly outlier: number;
  /** Of the inliers, how many are not rejected and rightly named ("else accuracy"). */
  readonly inlier: number;
  /** The mean of both: half their printed sum. */
  readonly balanced: number;
  /** Both weighted by the numbers of outliers and inliers: the share of all examples when both are pooled. */
  readonly overall: number;
}

/** How the shares are taken: over all examples at once, or as means of batches' shares. */
export type AccuracyMean = { readonly kind: "pooled" } | { readonly kind: "batch-mean"; readonly batches: Batches };

/**
 * The two accuracies of a classifier that calls outliers by a threshold on a score and names the class of the rest. The
 * definition among rivals is in `named` (must an inlier's class be right?) and in `mean` (pooled, or mean of batches).
 *
 * Undefined without outliers or without inliers (in a batch, where its `whenEmpty` says so). Throws a RangeError for a NaN
 * score, an outlier flag other than 0 and 1, and lengths that differ.
 *
 * @example
 * const classifier = { scores: [0.9, 0.2, 0.8, 0.1], outliers: [1, 1, 0, 0], named: [0, 0, 1, 1] };
 * const accuracies = rejectionAccuracies(classifier, 0.5, { kind: "pooled" });
 * accuracies.defined && accuracies.value; // => { outlier: 0.5, inlier: 0.5, balanced: 0.5, overall: 0.5 }
 */
export function rejectionAccuracies(
  classifier: RejectingClassifier,
  threshold: number,
  mean: AccuracyMean,
): Outcome<RejectionAccuracies> {
  requireClassifier(classifier);
  const { scores, outliers, named } = classifier;
  const examples = { length: scores.length };
  const outlier = Uint8Array.from(outliers);
  const inlier = outlier.map((flag) => 1 - flag);
  const rejected = Uint8Array.from(examples, (_, example) => ((scores[example] as number) >= threshold ? 1 : 0));
  const kept = Uint8Array.from(examples, (_, example) =>
    rejected[example] === 0 && (named === undefined || named[example] === 1) ? 1 : 0,
  );
  const batches = batchesOf(mean, scores.length);
  const ofOutliers = batchMeanAccuracy(rejected, outlier, batches);
  if (!ofOutliers.defined) return { defined: false, reason: `outliers: ${ofOutliers.reason}` };
  const ofInliers = batchMeanAccuracy(kept, inlier, batches);
  if (!ofInliers.defined) return { defined: false, reason: `inliers: ${ofInliers.reason}` };
  const outlierShare = outlier.reduce((sum, flag) => sum + flag, 0) / scores.length;
  return defined(accuraciesOf(ofOutliers.value, ofInliers.value, outlierShare));
}

/** Pooling is the mean of one batch. */
export function batchesOf(mean: AccuracyMean, count: number): Batches {
  if (mean.kind === "batch-mean") return mean.batches;
  return { order: Uint32Array.from({ length: count }, (_, example) => example), size: count || 1, whenEmpty: "skip" };
}

export function accuraciesOf(outlier: number, inlier: number, outlierShare: number): RejectionAccuracies {
  return {
    outlier,
    inlier,
    balanced: (outlier + inlier) / 2,
    overall: outlierShare * outlier + (1 - outlierShare) * inlier,
  };
}

export function requireClassifier({ scores, outliers, named }: RejectingClassifier): void {
  if (outliers.length !== scores.length || (named !== undefined && named.length !== scores.length))
    throw new RangeError(
      `rejectionAccuracies: ${scores.length} scores, ${outliers.length} outlier flags, ${named?.length ?? "no"} named`,
    );
  for (let example = 0; example < scores.length; example++) {
    if (Number.isNaN(scores[example])) throw new RangeError(`rejectionAccuracies: score ${example} is NaN`);
    if (outliers[example] !== 0 && outliers[example] !== 1)
      throw new RangeError(`rejectionAccuracies: outlier flag ${example} is ${outliers[example]}, expected 0 or 1`);
  }
}
