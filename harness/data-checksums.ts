import { datasetFiles, datasetRegistry, isDatasetName } from "../src/data/registry.ts";

/**
 * The published checksums of a data set's files, the strongest of each, as they enter a cell's key: path →
 * `sha256:…`. A data set that is not in the registry has none: an embedded one is decided by the code that draws it.
 */
export function dataChecksums(dataset: string): Readonly<Record<string, string>> {
  if (!isDatasetName(dataset)) return {};
  return Object.fromEntries(
    datasetFiles(datasetRegistry[dataset]).map(({ path, checksums }) => {
      const { sha256, sha1, md5 } = checksums;
      return [path, sha256 !== undefined ? `sha256:${sha256}` : sha1 !== undefined ? `sha1:${sha1}` : `md5:${md5}`];
    }),
  );
}
