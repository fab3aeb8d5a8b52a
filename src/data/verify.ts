import { stat } from "node:fs/promises";
import { join } from "node:path";
import { type DataFile, dataError, inThousands } from "./data-error.ts";
import { type Checksums, readChecksums } from "./read-file.ts";
import type { DatasetEntry, KnownChecksums, RegistryFile } from "./registry/entry.ts";
import { datasetFiles, datasetRemedy } from "./registry.ts";

/** What was found of one file of a data set. */
export type FileCheck =
  | { readonly state: "intact"; readonly file: RegistryFile; readonly sha256: string }
  | { readonly state: "missing"; readonly file: RegistryFile; readonly problem: string }
  | { readonly state: "damaged"; readonly file: RegistryFile; readonly problem: string };

/**
 * Checks every file of a data set below a folder against its published size and checksums, without parsing it. Never
 * throws for a bad file: the problem, one line with its remedy, is part of the result.
 *
 * @example
 * const checks = await verifyFiles(datasetRegistry.mnist, "data");
 * checks.every(({ state }) => state === "intact"); // => true
 */
export async function verifyFiles(entry: DatasetEntry, folder: string): Promise<readonly FileCheck[]> {
  const checks: FileCheck[] = [];
  for (const registered of datasetFiles(entry))
    checks.push(await verifyFile({ path: join(folder, registered.path), remedy: datasetRemedy(entry) }, registered));
  return checks;
}

async function verifyFile(file: DataFile, registered: RegistryFile): Promise<FileCheck> {
  try {
    await verifySize(file, registered);
    const checksums = await readChecksums(file);
    verifyChecksums(file, registered.checksums, checksums);
    return { state: "intact", file: registered, sha256: checksums.sha256 };
  } catch (error) {
    const missing = (await stat(file.path).catch(() => undefined)) === undefined;
    const problem = error instanceof Error ? error.message : String(error);
    return { state: missing ? "missing" : "damaged", file: registered, problem };
  }
}

/** Throws one line unless the file exists and is as long as published: cheap, hence before a byte is read. */
export async function verifySize(file: DataFile, registered: { readonly bytes: number }): Promise<void> {
  const found = await stat(file.path).catch(() => undefined);
  if (found === undefined) throw dataError(file, "no such file");
  if (found.size < registered.bytes)
    throw dataError(file, `torn off at byte ${inThousands(found.size)} of ${inThousands(registered.bytes)}`);
  if (found.size > registered.bytes)
    throw dataError(file, `holds ${inThousands(found.size)} bytes, expected ${inThousands(registered.bytes)}`);
}

/** Throws one line unless every checksum that is known of the file is the one taken from it. */
export function verifyChecksums(file: DataFile, known: KnownChecksums, taken: Checksums): void {
  for (const algorithm of ["sha256", "sha1", "md5"] as const) {
    const expected = known[algorithm];
    if (expected !== undefined && taken[algorithm] !== expected)
      throw dataError(file, `${algorithm} is ${taken[algorithm]}, published is ${expected}`);
  }
}
