import { stat } from "node:fs/promises";
import { type DataFile, dataError, inThousands } from "./data-error.ts";
import type { Checksums } from "./read-file.ts";
import type { KnownChecksums, RegistryFile } from "./registry/entry.ts";

/** Throws one line unless the file exists and is as long as published: cheap, hence before a byte is read. */
export async function verifySize(file: DataFile, registered: Pick<RegistryFile, "bytes">): Promise<void> {
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
