import { cifar10 } from "./registry/cifar-10.ts";
import { cifar100, cifar100Coarse } from "./registry/cifar-100.ts";
import type { DatasetEntry, DatasetName, RegistryFile } from "./registry/entry.ts";
import { fashionMnist } from "./registry/fashion-mnist.ts";
import { mnist } from "./registry/mnist.ts";

/** Every data set that Assay reads, by name: files, checksums, official addresses, licence, citation, class names. */
export const datasetRegistry: Readonly<Record<DatasetName, DatasetEntry>> = {
  mnist,
  "fashion-mnist": fashionMnist,
  "cifar-10": cifar10,
  "cifar-100": cifar100,
  "cifar-100-coarse": cifar100Coarse,
};

export function isDatasetName(name: string): name is DatasetName {
  return Object.hasOwn(datasetRegistry, name);
}

/** The files of a data set, training first, images before labels. */
export function datasetFiles(entry: DatasetEntry): readonly RegistryFile[] {
  const { form } = entry;
  if (form.kind === "cifar") return [...form.train.files, ...form.test.files];
  return [form.train, form.test].flatMap(({ images, labels }) => [images, labels]);
}

/** What to advise when a file of the data set is missing or damaged. */
export function datasetRemedy(entry: DatasetEntry): string {
  return `fetch it: assay data fetch ${entry.name}, or name the folder that holds ${entry.folder}/: ASSAY_DATA=DIR`;
}
