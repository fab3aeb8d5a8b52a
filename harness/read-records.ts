import { canonicalJson } from "./canonical-json.ts";
import { shortKey } from "./cell.ts";
import { verifyEvidence } from "./evidence.ts";
import { recordGroups } from "./mixed-code.ts";
import type { CellRecord } from "./record.ts";
import { listRecords } from "./store.ts";

export interface RecordSources {
  /** Packed evidence; of two records of one cell, the first file's counts. */
  readonly evidenceFiles: readonly string[];
  /** A store's folder with further records. */
  readonly store?: string;
}

export interface RecordsRead {
  /** By key. Within a pipeline, variant, data set and protocol, all are of one version of the code. */
  readonly records: readonly CellRecord[];
  /** What was left out because later records come from other code, one line for each group. */
  readonly setAside: readonly string[];
}

/**
 * The records that an audit rests on, read without loading any pipeline. Where committed and further records come from
 * different versions of the code, those of the version that recorded last are taken, and the others are named.
 *
 * Throws one line for evidence that is missing or unsound, for a corrupt record, and for two evidence files that
 * contradict each other.
 */
export async function readRecords({ evidenceFiles, store }: RecordSources): Promise<RecordsRead> {
  const byKey = new Map<string, CellRecord>();
  for (const file of evidenceFiles) {
    const { records, problems } = await verifyEvidence(file);
    const [problem] = problems;
    if (problem !== undefined) throw new Error(problem);
    for (const record of records) {
      const earlier = byKey.get(record.key);
      if (earlier !== undefined && resultOf(earlier) !== resultOf(record))
        throw new Error(
          `${file}: cell ${shortKey(record.key)} has another result in other evidence; remove one of them`,
        );
      if (earlier === undefined) byKey.set(record.key, record);
    }
  }
  if (store !== undefined)
    for (const record of await listRecords(store)) if (!byKey.has(record.key)) byKey.set(record.key, record);
  const sorted = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const setAside: string[] = [];
  const records = [...recordGroups(sorted)].flatMap(([name, group]) => {
    const { code } = group.reduce((last, record) => (record.finished > last.finished ? record : last));
    const kept = group.filter((record) => record.code === code);
    const left = group.length - kept.length;
    if (left > 0)
      setAside.push(`${name}: ${left} records by other code than ${shortKey(code)}, which recorded last, do not count`);
    return kept;
  });
  return { records: records.sort((a, b) => (a.key < b.key ? -1 : 1)), setAside };
}

function resultOf({ outcome, measurements }: CellRecord): string {
  return canonicalJson([outcome, measurements]);
}
