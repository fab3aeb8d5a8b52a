import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { codeOf, replaceFile, storageError } from "./durable-file.ts";
import { decodeEvidence, type Evidence, type EvidenceManifest, encodeEvidence } from "./evidence-file.ts";
import { mixedCode } from "./mixed-code.ts";
import type { CellRecord } from "./record.ts";
import { listRecords, openStore } from "./store.ts";

export interface PackOptions {
  /** The store's folder. */
  readonly store: string;
  /** The evidence file to write; by convention `claims/<paper>/evidence/<name>.jsonl.br`. */
  readonly file: string;
  /** The records to pack, such as those of a plan; without it all but those of the smoke protocol. */
  readonly keep?: (record: CellRecord) => boolean;
}

/**
 * Packs records of a store into one file to commit. Throws one line if there are none to pack, if one of them is
 * corrupt, or if records of different versions of the code would be mixed.
 */
export async function packEvidence({ store, file, keep = notSmoke }: PackOptions): Promise<EvidenceManifest> {
  const records = (await listRecords(store)).filter(keep);
  if (records.length === 0) throw new Error(`${store}: no records to pack; run the plan's cells first`);
  const [mixed] = mixedCode(records);
  if (mixed !== undefined)
    throw new Error(
      `${store}: ${mixed}: run into a store of its own (--store), or take the others out of its records/`,
    );
  await mkdir(dirname(file), { recursive: true });
  const packed = encodeEvidence(records);
  await replaceFile(file, packed);
  return decodeEvidence(packed, file).manifest;
}

/** Reads an evidence file and checks all of it. Throws one line for a file that is missing, torn or no evidence. */
export async function verifyEvidence(file: string): Promise<Evidence> {
  let packed: Uint8Array;
  try {
    packed = await readFile(file);
  } catch (error) {
    if (codeOf(error) !== "ENOENT") throw storageError(file, error);
    throw new Error(`${file}: no such evidence file; make one with assay evidence pack`);
  }
  return decodeEvidence(packed, file);
}

/**
 * Puts an evidence file's records into a store, so that a run goes on where the committed evidence ends. Gives how many
 * the store lacked. Throws one line for evidence that is missing or unsound.
 */
export async function unpackEvidence(file: string, storeFolder: string): Promise<number> {
  const { records, problems } = await verifyEvidence(file);
  const [problem] = problems;
  if (problem !== undefined) throw new Error(problem);
  const store = await openStore(storeFolder);
  let added = 0;
  for (const record of records) if ((await store.publish(record)) === "recorded") added++;
  return added;
}

function notSmoke({ configuration }: CellRecord): boolean {
  return configuration.protocol !== "smoke";
}
