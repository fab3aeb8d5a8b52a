import { type ImageSet, imageSize } from "./image-set.ts";

/**
 * The images of several sets as one, in the order given: image i of the second lies at (count of the first) + i. Pixels
 * are copied.
 *
 * Throws a RangeError for no set and for sets whose images differ in shape.
 *
 * @example
 * const { train, test } = syntheticDataset("synthetic-garments", { seed: 1, trainPerClass: 2, testPerClass: 1 });
 * poolImages(train, test).count; // => 30
 */
export function poolImages(...sets: readonly ImageSet[]): ImageSet {
  const [first] = sets;
  if (first === undefined) throw new RangeError("poolImages: no set of images");
  const { channels, height, width } = first;
  const count = sets.reduce((sum, set) => sum + set.count, 0);
  const size = imageSize(first);
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  let filled = 0;
  for (const set of sets) {
    if (set.channels !== channels || set.height !== height || set.width !== width)
      throw new RangeError(
        `poolImages: images of ${shapeOf(set)} cannot be pooled with images of ${shapeOf(first)} (channels × height × width)`,
      );
    pixels.set(set.pixels, filled * size);
    labels.set(set.labels, filled);
    filled += set.count;
  }
  return { count, channels, height, width, pixels, labels };
}

function shapeOf({ channels, height, width }: ImageSet): string {
  return `${channels} × ${height} × ${width}`;
}
