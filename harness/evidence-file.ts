import { brotliCompressSync, brotliDecompressSync, constants } from "node:zlib";
import * as v from "valibot";
import { canonicalJson } from "./canonical-json.ts";
import { shortKey } from "./cell.ts";
import { mixedCode } from "./mixed-code.ts";
import { parseRecord } from "./parse-record.ts";
import type { CellRecord } from "./record.ts";
import { sha256 } from "./sha256.ts";

/** The first line of an evidence file. */
export interface EvidenceManifest {
  readonly schemaVersion: 1;
  /** By key, as the lines that follow; the hash is that of the line. */
  readonly records: readonly { readonly key: string; readonly sha256: string }[];
  readonly outcomes: Readonly<Record<string, number>>;
  /** Pipeline → the hashes of its code. */
  readonly code: Readonly<Record<string, readonly string[]>>;
  /** Data set of the cells → file, of what they also read too → published checksum. */
  readonly data: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Evidence {
  readonly manifest: EvidenceManifest;
  readonly records: readonly CellRecord[];
  /** What is wrong, one line each; the evidence is sound if there is none. */
  readonly problems: readonly string[];
}

/** Packs records: a manifest and the records by key, a line of canonical JSON each, Brotli-compressed. Same in, same out. */
export function encodeEvidence(records: readonly CellRecord[]): Uint8Array {
  const sorted = records.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const lines = sorted.map(canonicalJson);
  const manifest = manifestOf(
    sorted,
    lines.map((line) => sha256(line)),
  );
  const text = Buffer.from([canonicalJson(manifest), ...lines, ""].join("\n"));
  return brotliCompressSync(text, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
    },
  });
}

/**
 * Unpacks evidence and checks all of it: each record is valid, has the hash and key that the manifest says, stands once,
 * and no group of records mixes code. Throws one line for a file that is torn or not evidence at all.
 *
 * @param where the file's name, for messages
 */
export function decodeEvidence(packed: Uint8Array, where: string): Evidence {
  const [first = "", ...lines] = unpacked(packed, where).split("\n");
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), manifestSchema), first);
  if (!parsed.success)
    throw new Error(`${where}: not evidence: its first line is no manifest (${parsed.issues[0].message}); ${restore}`);
  const manifest = parsed.output;
  const problems: string[] = [];
  const records: CellRecord[] = [];
  const seen = new Set<string>();
  if (lines.pop() !== "") problems.push(`${where}: the last line is torn; ${restore}`);
  if (lines.length !== manifest.records.length)
    problems.push(`${where}: holds ${lines.length} records, its manifest names ${manifest.records.length}; ${restore}`);
  for (const [index, line] of lines.entries()) {
    const named = manifest.records[index];
    const place = `${where}, record ${index + 1}${named === undefined ? "" : ` (${shortKey(named.key)})`}`;
    try {
      const record = parseRecord(line, place, restore);
      if (seen.has(record.key)) problems.push(`${place}: the cell was recorded before; keep one of its records`);
      else if (named !== undefined && (named.key !== record.key || named.sha256 !== sha256(line)))
        problems.push(`${place}: is not the record that the manifest names; ${restore}`);
      seen.add(record.key);
      records.push(record);
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error));
    }
  }
  problems.push(...mixedCode(records).map((problem) => `${where}: ${problem}`));
  const expected = manifestOf(
    records,
    manifest.records.map((record) => record.sha256),
  );
  if (problems.length === 0 && canonicalJson(expected) !== canonicalJson(manifest))
    problems.push(`${where}: the manifest's counts, code or data are not those of the records; ${restore}`);
  return { manifest, records, problems };
}

const restore = "restore it from version control, or pack it again";

function unpacked(packed: Uint8Array, where: string): string {
  try {
    return brotliDecompressSync(packed).toString("utf8");
  } catch (error) {
    throw new Error(`${where}: torn, or not Brotli-compressed (${packed.length} bytes); ${restore}`, { cause: error });
  }
}

function manifestOf(records: readonly CellRecord[], hashes: readonly string[]): EvidenceManifest {
  const outcomes: Record<string, number> = {};
  const code: Record<string, readonly string[]> = {};
  const data: Record<string, Readonly<Record<string, string>>> = {};
  for (const record of records) {
    const { pipeline, dataset } = record.configuration;
    const { kind } = record.outcome;
    outcomes[kind] = (outcomes[kind] ?? 0) + 1;
    code[pipeline] = [...new Set([...(code[pipeline] ?? []), record.code])].sort();
    data[dataset] = { ...data[dataset], ...record.data };
  }
  return {
    schemaVersion: 1,
    records: records.map(({ key }, index) => ({ key, sha256: hashes[index] ?? "" })),
    outcomes,
    code,
    data,
  };
}

const manifestSchema: v.GenericSchema<unknown, EvidenceManifest> = v.strictObject({
  schemaVersion: v.literal(1),
  records: v.array(v.strictObject({ key: v.string(), sha256: v.string() })),
  outcomes: v.record(v.string(), v.number()),
  code: v.record(v.string(), v.array(v.string())),
  data: v.record(v.string(), v.record(v.string(), v.string())),
});
