import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type CifarLabels, readCifar } from "./cifar.ts";
import { type DataFile, dataError } from "./data-error.ts";
import { readIdxImages } from "./idx-images.ts";
import { type Dataset, type ImageSet, imageSize } from "./image-set.ts";
import type { CifarFiles, DatasetEntry, DatasetName, IdxFiles, RegistryFile } from "./registry/entry.ts";
import { datasetRegistry, datasetRemedy } from "./registry.ts";
import { verifyChecksums, verifySize } from "./verify.ts";

interface SplitRead {
  readonly images: ImageSet;
  readonly checksums: Readonly<Record<string, string>>;
}

/** Where a registered file lies, with the advice for when it does not. */
type Locate = (registered: RegistryFile) => DataFile;

/**
 * Reads a data set in its official form from a folder, file by file, and verifies the size, the checksums and the label
 * range of each.
 *
 * Throws one line naming the file, the offset where there is one, what was expected and received, and how to mend it:
 * for a missing folder or file, a torn or damaged gzip stream, a wrong size, magic number or checksum, a label out of
 * range, and images and labels that differ in number.
 *
 * @param folder the data folder, which holds `mnist/`, `fashion-mnist/`, `cifar-10-batches-bin/`, `cifar-100-binary/`
 * @example
 * const { train, classes } = await loadDataset("fashion-mnist", process.env.ASSAY_DATA ?? "data");
 * classes[train.labels[0] ?? 0]; // => "ankle boot"
 */
export async function loadDataset(name: DatasetName, folder: string): Promise<Dataset> {
  const entry = datasetRegistry[name];
  const remedy = datasetRemedy(entry);
  const locate: Locate = (registered) => ({ path: join(folder, registered.path), remedy });
  await requireFolder(join(folder, entry.folder), remedy);
  const { train, test } = await readSplits(entry, locate);
  return {
    name,
    classes: entry.classes,
    train: train.images,
    test: test.images,
    checksums: { ...train.checksums, ...test.checksums },
    synthetic: false,
  };
}

async function requireFolder(path: string, remedy: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() !== true) throw dataError({ path, remedy }, "no such folder");
}

async function readSplits(entry: DatasetEntry, locate: Locate): Promise<{ train: SplitRead; test: SplitRead }> {
  const { form, classes } = entry;
  if (form.kind === "idx")
    return {
      train: await readIdxSplit(form.train, classes.length, locate),
      test: await readIdxSplit(form.test, classes.length, locate),
    };
  return {
    train: await readCifarSplit(form.train, form.labels, entry.image, locate),
    test: await readCifarSplit(form.test, form.labels, entry.image, locate),
  };
}

async function readIdxSplit(files: IdxFiles, classCount: number, locate: Locate): Promise<SplitRead> {
  const images = locate(files.images);
  const labels = locate(files.labels);
  await verifySize(images, files.images);
  await verifySize(labels, files.labels);
  const read = await readIdxImages(images, labels, classCount);
  verifyChecksums(images, files.images.checksums, read.checksums.images);
  verifyChecksums(labels, files.labels.checksums, read.checksums.labels);
  const checksums = {
    [files.images.path]: read.checksums.images.sha256,
    [files.labels.path]: read.checksums.labels.sha256,
  };
  return { images: read.images, checksums };
}

async function readCifarSplit(
  split: CifarFiles,
  labelling: CifarLabels,
  image: DatasetEntry["image"],
  locate: Locate,
): Promise<SplitRead> {
  const count = split.countPerFile * split.files.length;
  const size = imageSize(image);
  const pixels = new Uint8Array(count * size);
  const labels = new Uint8Array(count);
  const checksums: Record<string, string> = {};
  for (const [index, registered] of split.files.entries()) {
    const file = locate(registered);
    await verifySize(file, registered);
    const part = await readCifar(file, labelling, split.countPerFile);
    verifyChecksums(file, registered.checksums, part.checksums);
    pixels.set(part.value.pixels, index * split.countPerFile * size);
    labels.set(part.value.labels, index * split.countPerFile);
    checksums[registered.path] = part.checksums.sha256;
  }
  return { images: { count, ...image, pixels, labels }, checksums };
}
