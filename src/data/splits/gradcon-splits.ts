import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";
import { classMembers } from "./class-members.ts";

/**
 * How the images are parted before any class is the inlier:
 * - `official-test` (MNIST, CIFAR-10): the training images shuffled, of each class the first ⌊0.1 · count⌋ for validation
 *   and the rest for training; the test images are the pool that tests are drawn from;
 * - `pooled-folds` (Fashion-MNIST): training and test images pooled and shuffled, each class cut into five folds of
 *   ⌊count / 5⌋: the first three for training, the fourth for validation, the fifth for the pool.
 */
export type GradconPartition = "official-test" | "pooled-folds";

export interface GradconRequest {
  readonly trainLabels: Uint8Array;
  readonly testLabels: Uint8Array;
  readonly classCount: number;
  readonly partition: GradconPartition;
  readonly seed: number;
}

/** The images of one inlier class's model, as places among the training images followed by the test images. */
export interface GradconSplit {
  /** Inliers only, in shuffled order. */
  readonly train: Uint32Array;
  /** Inliers only, in shuffled order. */
  readonly validation: Uint32Array;
  /** All inliers of the pool. */
  readonly testInliers: Uint32Array;
  /** As many outliers: the first ones of the shuffled pool, hence not the same number of each other class. */
  readonly testOutliers: Uint32Array;
}

/**
 * The splits of GradCon's official preparation, one for each inlier class, with its unseeded shuffles replaced by streams
 * of their own: one for the partition, one for each class's draw of outliers. Places below `trainLabels.length` are
 * training images, the others test images: those of `poolImages(train, test)`.
 *
 * Throws a RangeError for a label that is no class, for a class with no image left to train, validate or test on, and
 * where the pool has fewer outliers than inliers (the official code would go on with those there are).
 *
 * Source: olivesgatech/gradcon-anomaly, prep_datasets.py, with its default outlier ratio of 50 %.
 *
 * @example
 * const labels = Uint8Array.from({ length: 200 }, (_, index) => index % 10);
 * const request = { trainLabels: labels, testLabels: labels, classCount: 10, partition: "official-test", seed: 1 } as const;
 * const [{ train, validation, testOutliers } = { train: [], validation: [], testOutliers: [] }] = gradconSplits(request);
 * [train.length, validation.length, testOutliers.length]; // => [18, 2, 20]
 */
export function gradconSplits(request: GradconRequest): readonly GradconSplit[] {
  const { trainLabels, testLabels, seed } = request;
  const labels = new Uint8Array(trainLabels.length + testLabels.length);
  labels.set(trainLabels);
  labels.set(testLabels, trainLabels.length);
  const { train, validation, pool } = partitionOf(request, labels);
  return train.map((members, inlier) => {
    const order = permutation(pool.length, stream("gradcon-splits", seed, "outliers", inlier));
    const shuffled = order.map((place) => pool[place] as number);
    const testInliers = shuffled.filter((place) => labels[place] === inlier);
    const testOutliers = shuffled.filter((place) => labels[place] !== inlier).subarray(0, testInliers.length);
    const split = { train: members, validation: validation[inlier] ?? new Uint32Array(0), testInliers, testOutliers };
    requireImages(split, inlier);
    return split;
  });
}

interface Partition {
  readonly train: readonly Uint32Array[];
  readonly validation: readonly Uint32Array[];
  readonly pool: Uint32Array;
}

function partitionOf({ trainLabels, classCount, partition, seed }: GradconRequest, labels: Uint8Array): Partition {
  const source = stream("gradcon-splits", seed, "partition");
  if (partition === "official-test") {
    const members = classMembers(labels, classCount, permutation(trainLabels.length, source));
    const validated = (count: number): number => Math.trunc(count * 0.1);
    return {
      train: members.map((places) => places.subarray(validated(places.length))),
      validation: members.map((places) => places.subarray(0, validated(places.length))),
      pool: Uint32Array.from(labels.keys()).subarray(trainLabels.length),
    };
  }
  const members = classMembers(labels, classCount, permutation(labels.length, source));
  const folds = (places: Uint32Array, from: number, to: number): Uint32Array => {
    const size = Math.floor(places.length / 5);
    return places.subarray(from * size, to * size);
  };
  return {
    train: members.map((places) => folds(places, 0, 3)),
    validation: members.map((places) => folds(places, 3, 4)),
    pool: Uint32Array.from(members.flatMap((places) => [...folds(places, 4, 5)])),
  };
}

function requireImages({ train, validation, testInliers, testOutliers }: GradconSplit, inlier: number): void {
  for (const [purpose, places] of Object.entries({ training: train, validation, test: testInliers }))
    if (places.length === 0) throw new RangeError(`gradconSplits: class ${inlier} has no image for ${purpose}`);
  if (testOutliers.length < testInliers.length)
    throw new RangeError(
      `gradconSplits: ${testInliers.length} inliers of class ${inlier}, but only ${testOutliers.length} outliers to test against`,
    );
}
