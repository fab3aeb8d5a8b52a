import { type Batches, requireBatches } from "./batch-mean.ts";
import { defined, type Outcome, undefinedBecause } from "./metric.ts";
import {
  type AccuracyMean,
  accuraciesOf,
  batchesOf,
  type RejectingClassifier,
  type RejectionAccuracies,
  requireClassifier,
} from "./rejection-accuracy.ts";

/**
 * What the best threshold is best at; papers that say "grid search" leave it open:
 * - `balanced`: the mean (or sum) of the outliers' and the inliers' accuracy;
 * - `smaller`: the smaller of the two;
 * - `overall`: the two weighted by the numbers of outliers and inliers.
 */
export type ThresholdObjective = "balanced" | "smaller" | "overall";

export interface ThresholdSearch {
  /** Thresholds to try, in this order (the first of several best ones is taken), or every distinct score and ∞, descending. */
  readonly candidates: ArrayLike<number> | "scores";
  readonly objective: ThresholdObjective;
  readonly mean: AccuracyMean;
}

export interface BestThreshold {
  readonly threshold: number;
  readonly accuracies: RejectionAccuracies;
}

/**
 * The threshold at which the two accuracies of a rejecting classifier (see `rejectionAccuracies`) are best, by trying all
 * candidates on the very examples that are judged: on these, the accuracies are an upper bound for what a threshold fixed
 * beforehand reaches. One pass over the sorted scores, whatever the number of candidates.
 *
 * Undefined without outliers or without inliers (in a batch, where its `whenEmpty` says so). Throws a RangeError where
 * `rejectionAccuracies` would, for no candidate, and for a candidate that is NaN.
 *
 * @example
 * const classifier = { scores: [0.9, 0.6, 0.7, 0.1], outliers: [1, 1, 0, 0] };
 * const search = { candidates: [0.25, 0.5, 0.75], objective: "balanced", mean: { kind: "pooled" } } as const;
 * const best = bestRejectionThreshold(classifier, search);
 * best.defined && best.value.threshold; // => 0.25
 */
export function bestRejectionThreshold(
  classifier: RejectingClassifier,
  search: ThresholdSearch,
): Outcome<BestThreshold> {
  requireClassifier(classifier);
  const { scores } = classifier;
  const batches = batchesOf(search.mean, scores.length);
  requireBatches(batches, scores.length);
  const sweep = startSweep(classifier, batches);
  const missing = missingMember(sweep, batches);
  if (missing !== undefined) return undefinedBecause(missing);
  const candidates = candidatesOf(search.candidates, scores);
  const descending = Uint32Array.from(candidates.keys()).sort(
    (a, b) => (candidates[b] as number) - (candidates[a] as number) || a - b,
  );
  const order = Uint32Array.from({ length: scores.length }, (_, example) => example).sort(
    (a, b) => (scores[b] as number) - (scores[a] as number),
  );
  const outlierShare = sweep.outliers.members.reduce((sum, count) => sum + count, 0) / scores.length;
  let rejected = 0;
  let best: { readonly place: number; readonly accuracies: RejectionAccuracies } | undefined;
  for (const place of descending) {
    const threshold = candidates[place] as number;
    while (rejected < order.length && (scores[order[rejected] as number] as number) >= threshold)
      sweep.reject(order[rejected++] as number);
    const accuracies = accuraciesOf(meanShare(sweep.outliers), meanShare(sweep.inliers), outlierShare);
    const gain =
      best === undefined
        ? 1
        : objectiveValue(accuracies, search.objective) - objectiveValue(best.accuracies, search.objective);
    if (best === undefined || gain > 0 || (gain === 0 && place < best.place)) best = { place, accuracies };
  }
  if (best === undefined) throw new RangeError("bestRejectionThreshold: no candidate for the threshold");
  return defined({ threshold: candidates[best.place] as number, accuracies: best.accuracies });
}

/** Of each batch, how many examples of a group there are, and how many are right so far. */
interface Tally {
  readonly members: Uint32Array;
  readonly right: Uint32Array;
}

interface Sweep {
  readonly outliers: Tally;
  readonly inliers: Tally;
  /** Counts one more example as rejected. */
  readonly reject: (example: number) => void;
}

/** Where nothing is rejected yet: no outlier is right, and all inliers that are rightly named are. */
function startSweep({ outliers: flags, named }: RejectingClassifier, { order, size }: Batches): Sweep {
  const count = Math.ceil(order.length / size);
  const tally = (): Tally => ({ members: new Uint32Array(count), right: new Uint32Array(count) });
  const outliers = tally();
  const inliers = tally();
  const batchOf = new Uint32Array(order.length);
  const isNamed = (example: number): boolean => named === undefined || named[example] === 1;
  const add = (counts: Uint32Array, batch: number, change: number): void => {
    counts[batch] = (counts[batch] as number) + change;
  };
  for (let place = 0; place < order.length; place++) {
    const example = order[place] as number;
    const batch = Math.floor(place / size);
    batchOf[example] = batch;
    add((flags[example] === 1 ? outliers : inliers).members, batch, 1);
    if (flags[example] !== 1 && isNamed(example)) add(inliers.right, batch, 1);
  }
  const reject = (example: number): void => {
    const batch = batchOf[example] as number;
    if (flags[example] === 1) add(outliers.right, batch, 1);
    else if (isNamed(example)) add(inliers.right, batch, -1);
  };
  return { outliers, inliers, reject };
}

function missingMember({ outliers, inliers }: Sweep, { whenEmpty }: Batches): string | undefined {
  for (const [name, { members }] of Object.entries({ outliers, inliers })) {
    if (members.every((count) => count === 0)) return `${name}: there is no example of the group`;
    const empty = members.indexOf(0);
    if (whenEmpty === "undefined" && empty >= 0) return `${name}: batch ${empty} holds no example of the group`;
  }
  return undefined;
}

function candidatesOf(candidates: ThresholdSearch["candidates"], scores: ArrayLike<number>): Float64Array {
  if (candidates === "scores") {
    const distinct = Float64Array.from(new Set(Array.from(scores))).sort();
    return Float64Array.from([...distinct, Number.POSITIVE_INFINITY]).reverse();
  }
  const given = Float64Array.from(candidates);
  const unusable = given.findIndex(Number.isNaN);
  if (unusable >= 0) throw new RangeError(`bestRejectionThreshold: candidate ${unusable} is NaN`);
  return given;
}

function meanShare({ members, right }: Tally): number {
  let sum = 0;
  let counted = 0;
  for (let batch = 0; batch < members.length; batch++) {
    if (members[batch] === 0) continue;
    sum += (right[batch] as number) / (members[batch] as number);
    counted++;
  }
  return sum / counted;
}

/** What an objective makes of accuracies; the more, the better. */
export function objectiveValue(
  { outlier, inlier, balanced, overall }: RejectionAccuracies,
  objective: ThresholdObjective,
): number {
  switch (objective) {
    case "balanced":
      return balanced;
    case "smaller":
      return Math.min(outlier, inlier);
    case "overall":
      return overall;
  }
}
