import { link, mkdir, readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { canonicalJson } from "./canonical-json.ts";
import { codeOf, publishFile, storageError } from "./durable-file.ts";
import { type LeaseOptions, type LeaseOutcome, takeLease } from "./lease.ts";
import { parseRecord } from "./parse-record.ts";
import type { CellRecord } from "./record.ts";
import { beginUnfinishedRun, type UnfinishedRun } from "./unfinished-run.ts";

/**
 * Records, leases, times of unfinished runs, memo and plans in a plain folder, which machines may share. Records are only
 * ever added.
 */
export interface Store {
  readonly folder: string;
  readonly memoFolder: string;
  readonly plansFolder: string;
  /** The record of a cell; throws one line for a file that is torn or is not one. */
  readonly read: (key: string) => Promise<CellRecord | undefined>;
  /** All records, by key; throws one line at the first file that is torn or is not one. */
  readonly list: () => Promise<readonly CellRecord[]>;
  /** Adds a record, whole or not at all; the first one of a cell stays. */
  readonly publish: (record: CellRecord) => Promise<"recorded" | "already-recorded">;
  /** Sets a cell's record aside as `<key>.failed-1.json` and so on, so that the cell can be run again; gives that name. */
  readonly supersede: (key: string) => Promise<string>;
  readonly lease: (key: string) => Promise<LeaseOutcome>;
  /** The keys of the cells that have a lease, abandoned or not: one look at the folder. */
  readonly leased: () => Promise<ReadonlySet<string>>;
  /** Begins a run of a cell, counted until the cell is recorded. */
  readonly begin: (key: string) => Promise<UnfinishedRun>;
}

/**
 * Opens a store, making its folders if they are not there. Throws one line if they cannot be made.
 *
 * @example
 * const store = await openStore("assay-store");
 * await store.list(); // => []
 */
export async function openStore(folder: string, leases: LeaseOptions = {}): Promise<Store> {
  const records = join(folder, "records");
  const leaseFolder = join(folder, "leases");
  const memoFolder = join(folder, "memo");
  const plansFolder = join(folder, "plans");
  const unfinished = join(folder, "unfinished");
  for (const each of [records, leaseFolder, memoFolder, plansFolder, unfinished])
    await mkdir(each, { recursive: true }).catch((error: unknown) => {
      throw storageError(each, error);
    });
  const pathOf = (key: string): string => join(records, `${key}.json`);
  return {
    folder,
    memoFolder,
    plansFolder,
    read: (key) => readRecordFile(pathOf(key)),
    list: () => listRecords(folder),
    publish: async (record) => {
      const outcome = await publishFile(pathOf(record.key), `${canonicalJson(record)}\n`);
      return outcome === "published" ? "recorded" : "already-recorded";
    },
    supersede: (key) => setAside(records, key),
    lease: (key) => takeLease(join(leaseFolder, `${key}.json`), leases),
    leased: async () => new Set((await readdir(leaseFolder)).map((name) => basename(name, ".json"))),
    begin: (key) => beginUnfinishedRun(join(unfinished, `${key}.json`)),
  };
}

/** All records of a store's folder, by key, without making or changing anything in it. */
export async function listRecords(folder: string): Promise<readonly CellRecord[]> {
  const records = join(folder, "records");
  const names = await readdir(records).catch((error: unknown) => {
    throw codeOf(error) === "ENOENT"
      ? new Error(`${folder}: not a store: it has no folder records/; name the folder that assay run wrote to`)
      : storageError(records, error);
  });
  const found: CellRecord[] = [];
  for (const name of names.filter((each) => /^[0-9a-f]{64}\.json$/.test(each)).sort()) {
    const record = await readRecordFile(join(records, name));
    if (record !== undefined) found.push(record);
  }
  return found;
}

async function readRecordFile(path: string): Promise<CellRecord | undefined> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw storageError(path, error);
  }
  const record = parseRecord(text, path, "delete this file and run again");
  if (!path.endsWith(`${record.key}.json`))
    throw new Error(`${path}: holds the record of ${record.key}; delete this file and run again`);
  return record;
}

async function setAside(records: string, key: string): Promise<string> {
  const path = join(records, `${key}.json`);
  for (let attempt = 1; ; attempt++) {
    const name = `${key}.failed-${attempt}.json`;
    try {
      await link(path, join(records, name));
    } catch (error) {
      if (codeOf(error) === "EEXIST") continue;
      throw storageError(path, error);
    }
    await rm(path);
    return name;
  }
}
