import { datasetFiles, datasetRegistry, isDatasetName } from "../src/data/registry.ts";

/**
 * The published checksums of the files of data sets, the strongest of each, as they enter a cell's key: path →
 * `sha256:…`. A data set that is not in the registry has none: an embedded one is decided by the code that draws it.
 */
export function dataChecksums(datasets: readonly string[]): Readonly<Record<string, string>> {
  const files = datasets.filter(isDatasetName).flatMap((name) => datasetFiles(datasetRegistry[name]));
  return Object.fromEntries(
    files.map(({ path, checksums }) => {
      const { sha256, sha1, md5 } = checksums;
      return [path, sha256 !== undefined ? `sha256:${sha256}` : sha1 !== undefined ? `sha1:${sha1}` : `md5:${md5}`];
    }),
  );
}
