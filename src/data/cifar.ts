import { type DataFile, dataError } from "./data-error.ts";
import type { ImageSet } from "./image-set.ts";
import { type FileRead, readFile } from "./read-file.ts";

/** How the records of a CIFAR file begin: CIFAR-10 with one label byte, CIFAR-100 with the coarse and the fine label. */
export type CifarLabels = "cifar-10" | "cifar-100-coarse" | "cifar-100-fine";

const layout: Readonly<
  Record<CifarLabels, { readonly prefix: number; readonly at: number; readonly classes: number }>
> = {
  "cifar-10": { prefix: 1, at: 0, classes: 10 },
  "cifar-100-coarse": { prefix: 2, at: 0, classes: 20 },
  "cifar-100-fine": { prefix: 2, at: 1, classes: 100 },
};
const side = 32;
const imageBytes = 3 * side * side;

/**
 * Reads one file of the binary version of CIFAR-10 or CIFAR-100: records of one or two label bytes and 3,072 pixel bytes,
 * the red, green and blue planes in row-major order (https://www.cs.toronto.edu/~kriz/cifar.html).
 *
 * Throws one line naming file, offset, what was expected and received, and the remedy, when a label is out of range or
 * the file holds fewer or more than `count` records.
 *
 * @example
 * const file = { path: "cifar-10-batches-bin/test_batch.bin", remedy: "fetch it again" };
 * (await readCifar(file, "cifar-10", 10_000)).value.pixels.length; // => 30720000
 */
export async function readCifar(file: DataFile, labelling: CifarLabels, count: number): Promise<FileRead<ImageSet>> {
  const { prefix, at, classes } = layout[labelling];
  const recordBytes = prefix + imageBytes;
  return readFile(file, async (source) => {
    const pixels = new Uint8Array(count * imageBytes);
    const labels = new Uint8Array(count);
    const record = new Uint8Array(recordBytes);
    for (let index = 0; index < count; index++) {
      if ((await source.read(record)) < recordBytes)
        throw dataError(file, `ends at byte ${source.offset()}, in record ${index} of ${count}`);
      const label = record[at] as number;
      if (label >= classes)
        throw dataError(
          file,
          `byte ${index * recordBytes + at}: label ${label} of record ${index}, expected 0 to ${classes - 1}`,
        );
      labels[index] = label;
      pixels.set(record.subarray(prefix), index * imageBytes);
    }
    return { count, channels: 3, height: side, width: side, pixels, labels };
  });
}
