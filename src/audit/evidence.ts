import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readRecords } from "../../harness/read-records.ts";
import type { CellRecord } from "../../harness/record.ts";

/** All that is known from runs. */
export interface Evidence {
  readonly records: readonly CellRecord[];
  /** The identity of each pipeline's present code, where it is known. */
  readonly presentCode: Readonly<Record<string, string>>;
}

export const noEvidence: Evidence = { records: [], presentCode: {} };

/**
 * The packed evidence of a folder, which need not exist, and the records of a store, if one is named. Records of different
 * code are never mixed. Throws one line for evidence that is torn or contradicts itself.
 */
export async function readEvidence(
  folder: URL,
  {
    store,
    presentCode = {},
  }: { readonly store?: string | undefined; readonly presentCode?: Evidence["presentCode"] } = {},
): Promise<Evidence> {
  const path = fileURLToPath(folder);
  const names = existsSync(path) ? readdirSync(path).filter((name) => name.endsWith(".jsonl.br")) : [];
  const evidenceFiles = names.sort().map((name) => fileURLToPath(new URL(name, folder)));
  const { records } = await readRecords({ evidenceFiles, ...(store === undefined ? {} : { store }) });
  return { records, presentCode };
}
