import { defined, type Outcome, undefinedBecause } from "./metric.ts";
import {
  accuraciesOf,
  type RejectingClassifier,
  type RejectionAccuracies,
  requireClassifier,
} from "./rejection-accuracy.ts";
import { objectiveValue, type ThresholdObjective } from "./rejection-threshold.ts";

/** Two detectors of the same examples, of which either may reject. */
export interface EitherClassifier extends Pick<RejectingClassifier, "outliers" | "named"> {
  /** Each detector's scores; higher means more likely an outlier, rejected at or above its threshold. */
  readonly scores: readonly [ArrayLike<number>, ArrayLike<number>];
}

export interface EitherSearch {
  readonly objective: ThresholdObjective;
  /** How many thresholds of each detector are tried at most, 1,000 unless given. */
  readonly candidates?: number;
}

export interface BestThresholds {
  readonly thresholds: readonly [number, number];
  readonly accuracies: RejectionAccuracies;
}

/**
 * Which examples either detector rejects, 1 or 0 each: scores of an ensemble whose threshold is 1.
 *
 * @example
 * eitherRejects([[0.9, 0.1, 0.1], [0, 7, 0]], [0.5, 7]).join(); // => "1,1,0"
 */
export function eitherRejects(
  [first, second]: EitherClassifier["scores"],
  [one, other]: readonly [number, number],
): Uint8Array {
  return Uint8Array.from({ length: first.length }, (_, example) =>
    (first[example] as number) >= one || (second[example] as number) >= other ? 1 : 0,
  );
}

/**
 * The pair of thresholds at which an ensemble that rejects what either detector rejects is best, tried on the very
 * examples that are judged; accuracies are pooled (see `rejectionAccuracies`). The grid has every distinct score of each
 * detector and ∞, or so many of them evenly by rank; of equally good pairs the one that rejects least by the first, then
 * by the second detector, is taken.
 *
 * Undefined without outliers or without inliers. Throws a RangeError where `rejectionAccuracies` would, for a score that
 * is not finite, and for a number of candidates below 2.
 *
 * @example
 * const classifier = { scores: [[0.9, 0.2, 0.8, 0.1], [1, 5, 2, 3]], outliers: [1, 1, 0, 0] } as const;
 * const best = bestEitherThresholds(classifier, { objective: "balanced" });
 * best.defined && best.value.thresholds; // => [0.9, 5]
 */
export function bestEitherThresholds(
  { scores, outliers, named }: EitherClassifier,
  { objective, candidates = 1000 }: EitherSearch,
): Outcome<BestThresholds> {
  for (const each of scores) {
    requireClassifier({ scores: each, outliers, ...(named === undefined ? {} : { named }) });
    const infinite = Array.from(each).findIndex((score) => !Number.isFinite(score));
    if (infinite >= 0) throw new RangeError(`bestEitherThresholds: score ${infinite} is ${each[infinite]}`);
  }
  if (!(candidates >= 2)) throw new RangeError(`bestEitherThresholds: ${candidates} candidates, expected 2 or more`);
  const [ones, others] = [gridOf(scores[0], candidates), gridOf(scores[1], candidates)];
  const width = others.length;
  const spared = { outliers: new Uint32Array(ones.length * width), named: new Uint32Array(ones.length * width) };
  const counts = { outliers: 0, inliers: 0 };
  for (let example = 0; example < outliers.length; example++) {
    const place =
      firstAbove(ones, scores[0][example] as number) * width + firstAbove(others, scores[1][example] as number);
    if (outliers[example] === 1) {
      counts.outliers++;
      spared.outliers[place] = (spared.outliers[place] as number) + 1;
    } else {
      counts.inliers++;
      if (named === undefined || named[example] === 1) spared.named[place] = (spared.named[place] as number) + 1;
    }
  }
  for (const [group, count] of Object.entries(counts))
    if (count === 0) return undefinedBecause(`${group}: there is no example of the group`);
  accumulate(spared.outliers, width);
  accumulate(spared.named, width);
  let best: BestThresholds | undefined;
  for (let place = ones.length * width - 1; place >= 0; place--) {
    const accuracies = accuraciesOf(
      1 - (spared.outliers[place] as number) / counts.outliers,
      (spared.named[place] as number) / counts.inliers,
      counts.outliers / outliers.length,
    );
    if (best !== undefined && objectiveValue(accuracies, objective) <= objectiveValue(best.accuracies, objective))
      continue;
    const thresholds = [ones[Math.floor(place / width)] as number, others[place % width] as number] as const;
    best = { thresholds, accuracies };
  }
  if (best === undefined) throw new Error("bestEitherThresholds: the grid is empty");
  return defined(best);
}

/** Ascending distinct scores, evenly by rank if there are more than wanted, and ∞. */
function gridOf(scores: ArrayLike<number>, most: number): Float64Array {
  const distinct = Float64Array.from(new Set(Array.from(scores))).sort();
  const count = Math.min(distinct.length, most - 1);
  const even = Float64Array.from({ length: count }, (_, at) => {
    const rank = count === 1 ? 0 : Math.round((at * (distinct.length - 1)) / (count - 1));
    return distinct[rank] as number;
  });
  return Float64Array.of(...even, Number.POSITIVE_INFINITY);
}

/** The place of the lowest threshold that spares a score: the first above it, or the last. */
function firstAbove(thresholds: Float64Array, score: number): number {
  let low = 0;
  let high = thresholds.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((thresholds[middle] as number) > score) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Sums over all places at or before each in both directions. */
function accumulate(counts: Uint32Array, width: number): void {
  for (let place = 0; place < counts.length; place++) {
    const left = place % width === 0 ? 0 : (counts[place - 1] as number);
    const above = place < width ? 0 : (counts[place - width] as number);
    const both = place % width === 0 || place < width ? 0 : (counts[place - width - 1] as number);
    counts[place] = (counts[place] as number) + left + above - both;
  }
}
