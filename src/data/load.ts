import { stat } from "node:fs/promises";
import { join } from "node:path";
import { readCifar } from "./cifar.ts";
import { type DataFile, dataError, inThousands } from "./data-error.ts";
import { readIdx } from "./idx.ts";
import { type Dataset, type ImageSet, imageSize } from "./image-set.ts";
import type { ChecksumAlgorithm, FileRead } from "./read-file.ts";
import type { CifarFiles, DatasetEntry, DatasetName, IdxFiles, RegistryFile } from "./registry/entry.ts";
import { datasetRegistry, datasetRemedy } from "./registry.ts";

interface SplitRead {
  readonly images: ImageSet;
  readonly checksums: Readonly<Record<string, string>>;
}

/**
 * Reads a data set in its official form from a folder, file by file, and verifies the size, checksum, shape and label
 * range of each.
 *
 * Throws one line naming the file, the offset where there is one, what was expected and received, and how to mend it:
 * for a missing folder or file, a torn or damaged gzip stream, a wrong size, magic number, shape or checksum, a label
 * out of range, and images and labels that differ in number.
 *
 * @param folder the data folder, which holds `mnist/`, `fashion-mnist/`, `cifar-10-batches-bin/`, `cifar-100-binary/`
 * @example
 * const { train, classes } = await loadDataset("fashion-mnist", process.env.ASSAY_DATA ?? "data");
 * classes[train.labels[0] ?? 0]; // => "ankle boot"
 */
export async function loadDataset(name: DatasetName, folder: string): Promise<Dataset> {
  const entry = datasetRegistry[name];
  await requireFolder(entry, folder);
  const { form } = entry;
  const [train, test] =
    form.kind === "idx"
      ? [await readIdxSplit(entry, folder, form.train), await readIdxSplit(entry, folder, form.test)]
      : [
          await readCifarSplit(entry, folder, form.labels, form.train),
          await readCifarSplit(entry, folder, form.labels, form.test),
        ];
  return {
    name,
    classes: entry.classes,
    train: train.images,
    test: test.images,
    checksums: { ...train.checksums, ...test.checksums },
    synthetic: false,
  };
}

async function requireFolder(entry: DatasetEntry, folder: string): Promise<void> {
  const path = join(folder, entry.folder);
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw dataError({ path, remedy: datasetRemedy(entry) }, "no such folder");
}

async function readIdxSplit(entry: DatasetEntry, folder: string, files: IdxFiles): Promise<SplitRead> {
  const { count } = files;
  const { channels, height, width } = entry.image;
  const images = await verified(entry, folder, files.images, (file) => readIdx(file, 3));
  const labels = await verified(entry, folder, files.labels, (file) => readIdx(file, 1));
  requireShape(entry, folder, files.images, images.value.shape, [count, height, width]);
  requireShape(entry, folder, files.labels, labels.value.shape, [count]);
  const wrong = labels.value.values.findIndex((label) => label >= entry.classes.length);
  if (wrong >= 0)
    throw dataError(
      at(entry, folder, files.labels),
      `(unpacked) byte ${8 + wrong}: label ${labels.value.values[wrong]} of image ${wrong}, expected 0 to ${entry.classes.length - 1}`,
    );
  return {
    images: { count, channels, height, width, pixels: images.value.values, labels: labels.value.values },
    checksums: {
      [files.images.path]: images.checksums.sha256,
      [files.labels.path]: labels.checksums.sha256,
    },
  };
}

async function readCifarSplit(
  entry: DatasetEntry,
  folder: string,
  labelling: Parameters<typeof readCifar>[1],
  split: CifarFiles,
): Promise<SplitRead> {
  const count = split.countPerFile * split.files.length;
  const size = imageSize(entry.image);
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  const checksums: Record<string, string> = {};
  for (const [index, registered] of split.files.entries()) {
    const part = await verified(entry, folder, registered, (file) => readCifar(file, labelling, split.countPerFile));
    pixels.set(part.value.pixels, index * split.countPerFile * size);
    labels.set(part.value.labels, index * split.countPerFile);
    checksums[registered.path] = part.checksums.sha256;
  }
  return { images: { count, ...entry.image, pixels, labels }, checksums };
}

async function verified<Value>(
  entry: DatasetEntry,
  folder: string,
  registered: RegistryFile,
  read: (file: DataFile) => Promise<FileRead<Value>>,
): Promise<FileRead<Value>> {
  const file = at(entry, folder, registered);
  const found = await stat(file.path).catch(() => undefined);
  if (found === undefined) throw dataError(file, "no such file");
  if (found.size < registered.bytes)
    throw dataError(file, `torn off at byte ${inThousands(found.size)} of ${inThousands(registered.bytes)}`);
  if (found.size > registered.bytes)
    throw dataError(file, `holds ${inThousands(found.size)} bytes, expected ${inThousands(registered.bytes)}`);
  const result = await read(file);
  for (const algorithm of algorithms) {
    const expected = registered.checksums[algorithm];
    const received = result.checksums[algorithm];
    if (expected !== undefined && received !== expected)
      throw dataError(file, `${algorithm} is ${received}, published is ${expected}`);
  }
  return result;
}

const algorithms: readonly ChecksumAlgorithm[] = ["sha256", "sha1", "md5"];

function requireShape(
  entry: DatasetEntry,
  folder: string,
  registered: RegistryFile,
  received: readonly number[],
  expected: readonly number[],
): void {
  if (received.join() !== expected.join())
    throw dataError(
      at(entry, folder, registered),
      `byte 4: shape ${received.join(" × ")}, expected ${expected.join(" × ")}`,
    );
}

function at(entry: DatasetEntry, folder: string, registered: RegistryFile): DataFile {
  return { path: join(folder, registered.path), remedy: datasetRemedy(entry) };
}
