import { type DataFile, dataError, inThousands } from "./data-error.ts";
import { readIdx } from "./idx.ts";
import type { ImageSet } from "./image-set.ts";
import type { Checksums } from "./read-file.ts";

export interface IdxImages {
  readonly images: ImageSet;
  readonly checksums: { readonly images: Checksums; readonly labels: Checksums };
}

/**
 * Reads one split of a data set in IDX form: grey images in one file, their labels in another.
 *
 * Throws one line naming file, offset, what was expected and received, and the remedy, when either file is unreadable (see
 * `readIdx`), when they differ in number, or when a label is not below `classCount`.
 *
 * @example
 * const at = (name: string) => ({ path: `mnist/${name}-ubyte.gz`, remedy: "fetch it again" });
 * const { images } = await readIdxImages(at("t10k-images-idx3"), at("t10k-labels-idx1"), 10);
 * images.height; // => 28
 */
export async function readIdxImages(images: DataFile, labels: DataFile, classCount: number): Promise<IdxImages> {
  const pixels = await readIdx(images, 3);
  const classes = await readIdx(labels, 1);
  const [count = 0, height = 0, width = 0] = pixels.value.shape;
  const [labelCount = 0] = classes.value.shape;
  if (labelCount !== count)
    throw dataError(
      labels,
      `holds ${inThousands(labelCount)} labels for ${inThousands(count)} images (${images.path})`,
    );
  const wrong = classes.value.values.findIndex((label) => label >= classCount);
  if (wrong >= 0)
    throw dataError(
      labels,
      `(unpacked) byte ${8 + wrong}: label ${classes.value.values[wrong]} of image ${wrong}, expected 0 to ${classCount - 1}`,
    );
  return {
    images: { count, channels: 1, height, width, pixels: pixels.value.values, labels: classes.value.values },
    checksums: { images: pixels.checksums, labels: classes.checksums },
  };
}
