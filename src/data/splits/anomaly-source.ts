import type { Dataset, ImageSet } from "../image-set.ts";

/**
 * Where anomalies may come from that a paper leaves unnamed: the classes that it does not use, among the training or the
 * test images of its own data set, or the training or test images of another data set.
 */
export const anomalySourceNames = [
  "other-classes-train",
  "other-classes-test",
  "foreign-train",
  "foreign-test",
] as const;

export type AnomalySourceName = (typeof anomalySourceNames)[number];

export interface AnomalySource {
  readonly images: ImageSet;
  /** Places among the images, ascending. */
  readonly candidates: Uint32Array;
}

type Splits = Pick<Dataset, "train" | "test">;

/**
 * The images of a named source that may serve as anomalies.
 *
 * @param own the data set whose `classes` are normal
 * @param foreign another data set with images of the same shape, all of them anomalies (MNIST's digits among clothes)
 *
 * Throws a RangeError where the source has no candidate, and where a foreign set is asked for and absent, or its images
 * differ in shape.
 *
 * @example
 * const own = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 4, testPerClass: 2 });
 * anomalySource("other-classes-test", [1, 3, 5, 7, 9], own).candidates.join(); // => "0,2,4,6,8,10,12,14,16,18"
 */
export function anomalySource(
  name: AnomalySourceName,
  classes: readonly number[],
  own: Splits,
  foreign?: Splits,
): AnomalySource {
  const images = imagesOf(name, own, foreign);
  const { train } = own;
  if (images.channels !== train.channels || images.height !== train.height || images.width !== train.width)
    throw new RangeError(
      `anomalySource: ${name} has images of ${images.channels} × ${images.height} × ${images.width}, expected ${train.channels} × ${train.height} × ${train.width}`,
    );
  const normal = new Set(name.startsWith("other-classes") ? classes : []);
  const candidates = Uint32Array.from(images.labels.keys()).filter(
    (place) => !normal.has(images.labels[place] as number),
  );
  if (candidates.length === 0) throw new RangeError(`anomalySource: ${name} has no image outside classes ${classes}`);
  return { images, candidates };
}

function imagesOf(name: AnomalySourceName, own: Splits, foreign: Splits | undefined): ImageSet {
  switch (name) {
    case "other-classes-train":
      return own.train;
    case "other-classes-test":
      return own.test;
    default:
      if (foreign === undefined) throw new RangeError(`anomalySource: ${name} needs a second data set, none is given`);
      return name === "foreign-train" ? foreign.train : foreign.test;
  }
}
