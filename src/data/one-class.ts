import { permutation } from "../random/permutation.ts";
import type { Stream } from "../random/stream.ts";
import type { ImageSet } from "./image-set.ts";

/** Which training images of the inlier class a one-class model gets to see. */
export type InlierDraw =
  | { readonly kind: "all" }
  | { readonly kind: "without-replacement"; readonly count: number; readonly source: Stream }
  | { readonly kind: "with-replacement"; readonly count: number; readonly source: Stream };

export interface OneClassSplit {
  /** Indices into the training images; ascending for `all`, in the order of drawing otherwise. */
  readonly trainIndices: Uint32Array;
  /** [test images]: 0 for the inlier class, 1 (the positive) for every other. */
  readonly testLabels: Uint8Array;
}

/**
 * The one-class task of a labelled data set: one class is normal, the rest of the test split are outliers.
 *
 * Throws a RangeError when the training split has no image of the class, or fewer than are to be drawn without
 * replacement.
 *
 * @example
 * const dataset = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 60, testPerClass: 40 });
 * const draw = { kind: "without-replacement", count: 50, source: stream("cell 7", "inliers") } as const;
 * oneClassSplit(dataset, 3, draw).trainIndices.length; // => 50
 */
export function oneClassSplit(
  dataset: { readonly train: ImageSet; readonly test: ImageSet },
  inlierClass: number,
  draw: InlierDraw,
): OneClassSplit {
  const { labels } = dataset.train;
  const members = Uint32Array.from(labels.keys()).filter((index) => labels[index] === inlierClass);
  if (members.length === 0) throw new RangeError(`oneClassSplit: no training image of class ${inlierClass}`);
  return {
    trainIndices: drawn(members, draw),
    testLabels: dataset.test.labels.map((label) => (label === inlierClass ? 0 : 1)),
  };
}

function drawn(members: Uint32Array, draw: InlierDraw): Uint32Array {
  if (draw.kind === "all") return members;
  const { count, source } = draw;
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`oneClassSplit: cannot draw ${count} images, the count must be a positive integer`);
  if (draw.kind === "with-replacement")
    return Uint32Array.from({ length: count }, () => members[source.integer(members.length)] as number);
  if (count > members.length)
    throw new RangeError(`oneClassSplit: cannot draw ${count} of ${members.length} images without replacement`);
  return permutation(members.length, source)
    .subarray(0, count)
    .map((place) => members[place] as number);
}
