import { mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { packEvidence, unpackEvidence, verifyEvidence } from "../../harness/evidence.ts";
import { encodeEvidence } from "../../harness/evidence-file.ts";
import { readRecords } from "../../harness/read-records.ts";
import type { CellRecord } from "../../harness/record.ts";
import { openStore } from "../../harness/store.ts";
import { examplePicture, exampleRecord, temporaryFolder } from "./example.ts";

const newCode = "b".repeat(64);
const restore = "restore it from version control, or pack it again";

async function storeOf(...records: readonly CellRecord[]): Promise<string> {
  const store = await openStore(await temporaryFolder());
  for (const record of records) await store.publish(record);
  return store.folder;
}

/** An evidence file whose text was changed. */
async function tampered(change: (text: string) => string): Promise<string> {
  const text = brotliDecompressSync(encodeEvidence([exampleRecord(0), exampleRecord(1)])).toString();
  const file = join(await temporaryFolder(), "evidence.jsonl.br");
  await writeFile(file, brotliCompressSync(change(text)));
  return file;
}

describe("packEvidence", () => {
  it("packs all records but those of the smoke protocol, and they come back whole", async () => {
    const done = [exampleRecord(0), exampleRecord(1, { pictures: [examplePicture()] })];
    const failed = exampleRecord(2, { outcome: { kind: "failed", reason: "r" }, measurements: [], curves: [] });
    const store = await storeOf(...done, failed);
    const file = join(store, "claims", "evidence", "all.jsonl.br");
    const manifest = await packEvidence({ store, file });
    expect(manifest).toMatchObject({
      outcomes: { done: 2, failed: 1 },
      code: { example: ["a".repeat(64)] },
      data: { dots: {} },
    });
    const evidence = await verifyEvidence(file);
    expect(evidence.problems).toEqual([]);
    expect(evidence.records).toEqual([...done, failed].sort((a, b) => (a.key < b.key ? -1 : 1)));
  });

  it("gives the same bytes for the same records, in whatever order they were recorded", async () => {
    const records = [exampleRecord(0), exampleRecord(1), exampleRecord(2)];
    expect(encodeEvidence(records.toReversed())).toEqual(encodeEvidence(records));
    const file = join(await temporaryFolder(), "e");
    await packEvidence({ store: await storeOf(...records), file });
    expect(await readFile(file)).toEqual(Buffer.from(encodeEvidence(records)));
  });

  it("refuses to mix code, and an empty choice", async () => {
    const store = await storeOf(exampleRecord(0), exampleRecord(1), exampleRecord(2, {}, newCode));
    const file = join(store, "e");
    await expect(packEvidence({ store, file })).rejects.toThrow(
      `${store}: example plain on dots, reduced: records of 2 versions of the code (1 by bbbbbbbbbbbb, 2 by aaaaaaaaaaaa)`,
    );
    await packEvidence({ store, file, keep: ({ code }) => code === newCode });
    expect((await verifyEvidence(file)).records).toEqual([exampleRecord(2, {}, newCode)]);
    await expect(packEvidence({ store, file, keep: () => false })).rejects.toThrow(/no records to pack/);
  });
});

describe("verifyEvidence", () => {
  it("names a file that is missing, torn or something else", async () => {
    const folder = await temporaryFolder();
    const file = join(folder, "e.br");
    await expect(verifyEvidence(file)).rejects.toThrow(`${file}: no such evidence file`);
    await writeFile(file, encodeEvidence([exampleRecord(0)]));
    await truncate(file, 300);
    await expect(verifyEvidence(file)).rejects.toThrow(
      new Error(`${file}: torn, or not Brotli-compressed (300 bytes); ${restore}`),
    );
    await writeFile(file, brotliCompressSync("{}\n"));
    await expect(verifyEvidence(file)).rejects.toThrow(/: not evidence: its first line is no manifest/);
  });

  it("notices a changed number", async () => {
    const file = await tampered((text) => text.replace('"value":0.51', '"value":0.61'));
    expect((await verifyEvidence(file)).problems).toEqual([
      expect.stringMatching(/^\S+, record \d \([0-9a-f]{12}\): is not the record that the manifest names; restore it/),
    ]);
  });

  it("notices a changed configuration by the key", async () => {
    const file = await tampered((text) => text.replaceAll('"seed":1', '"seed":7'));
    expect((await verifyEvidence(file)).problems.join("\n")).toMatch(
      /is not that of the record's configuration, code and data/,
    );
  });

  it("notices a record that is missing, and one that stands twice", async () => {
    const without = await tampered((text) => `${text.split("\n").slice(0, 2).join("\n")}\n`);
    expect((await verifyEvidence(without)).problems).toEqual([
      `${without}: holds 1 records, its manifest names 2; ${restore}`,
    ]);
    const twice = await tampered((text) => text.replace(/^(.*)\n(.*)\n(.*)\n$/, "$1\n$2\n$2\n"));
    expect((await verifyEvidence(twice)).problems.join("\n")).toMatch(/record 2 .*: the cell was recorded before/);
  });

  it("notices counts that are not those of the records", async () => {
    const file = await tampered((text) => text.replace('"done":2', '"done":3'));
    expect((await verifyEvidence(file)).problems).toEqual([
      `${file}: the manifest's counts, code or data are not those of the records; ${restore}`,
    ]);
  });

  it("notices mixed code", async () => {
    const file = join(await temporaryFolder(), "e");
    await writeFile(file, encodeEvidence([exampleRecord(0), exampleRecord(1, {}, newCode)]));
    expect((await verifyEvidence(file)).problems).toEqual([
      `${file}: example plain on dots, reduced: records of 2 versions of the code (1 by aaaaaaaaaaaa, 1 by bbbbbbbbbbbb); keep those of one`,
    ]);
  });

  it("refuses raw scores and long curves", async () => {
    const points = Array.from({ length: 1001 }, (_, index) => [index, index] as const);
    const file = join(await temporaryFolder(), "e");
    await writeFile(
      file,
      encodeEvidence([exampleRecord(0, { curves: [{ name: "roc", at: {}, x: "x", y: "y", points }] })]),
    );
    expect((await verifyEvidence(file)).problems.join("\n")).toMatch(/a curve has more than 1000 vertices/);
    const scores = await tampered((text) => text.replaceAll('"seconds":1,', '"scores":[0.1,0.2],"seconds":1,'));
    expect((await verifyEvidence(scores)).problems.join("\n")).toMatch(/not a record: scores/);
  });
});

describe("readRecords", () => {
  const fileOf = async (...records: readonly CellRecord[]): Promise<string> => {
    const file = join(await temporaryFolder(), "e.jsonl.br");
    await writeFile(file, encodeEvidence(records));
    return file;
  };

  it("joins evidence and a store; of one cell's records the committed one counts", async () => {
    const file = await fileOf(exampleRecord(0, { seconds: 1 }));
    const store = await storeOf(exampleRecord(0, { seconds: 2 }), exampleRecord(1));
    const { records, setAside } = await readRecords({ evidenceFiles: [file], store });
    expect(records.map(({ configuration, seconds }) => [configuration.seed, seconds]).sort()).toEqual([
      [0, 1],
      [1, 1],
    ]);
    expect(setAside).toEqual([]);
  });

  it("takes one version of the code for each group, the one that recorded last, and names what it leaves", async () => {
    const file = await fileOf(exampleRecord(0), exampleRecord(1));
    const store = await storeOf(exampleRecord(0, { finished: "2026-05-01T00:00:00.000Z" }, newCode));
    const { records, setAside } = await readRecords({ evidenceFiles: [file], store });
    expect(records.map(({ code }) => code)).toEqual([newCode]);
    expect(setAside).toEqual([
      "example plain on dots, reduced: 2 records by other code than bbbbbbbbbbbb, which recorded last, do not count",
    ]);
  });

  it("refuses evidence that is unsound or contradicts itself", async () => {
    const one = await fileOf(exampleRecord(0));
    const two = await fileOf(exampleRecord(0, { measurements: [] }));
    await expect(readRecords({ evidenceFiles: [one, two] })).rejects.toThrow(/has another result in other evidence/);
    const mixed = await fileOf(exampleRecord(0), exampleRecord(1, {}, newCode));
    await expect(readRecords({ evidenceFiles: [mixed] })).rejects.toThrow(/records of 2 versions of the code/);
  });

  it("names a folder that is no store", async () => {
    const folder = join(await temporaryFolder(), "empty");
    await mkdir(folder);
    await expect(readRecords({ evidenceFiles: [], store: folder })).rejects.toThrow(
      `${folder}: not a store: it has no folder records/; name the folder that assay run wrote to`,
    );
  });
});

describe("unpackEvidence", () => {
  it("gives a store the records that it lacks, as they were", async () => {
    const records = [exampleRecord(0), exampleRecord(1)];
    const file = join(await temporaryFolder(), "e");
    await packEvidence({ store: await storeOf(...records), file });
    const store = await storeOf(exampleRecord(0));
    expect(await unpackEvidence(file, store)).toBe(1);
    expect(await unpackEvidence(file, store)).toBe(0);
    expect((await readRecords({ evidenceFiles: [], store })).records.map(({ key }) => key).sort()).toEqual(
      records.map(({ key }) => key).sort(),
    );
  });

  it("refuses evidence that was changed", async () => {
    const file = await tampered((text) => text.replace('"seconds":1', '"seconds":2'));
    await expect(unpackEvidence(file, await temporaryFolder())).rejects.toThrow(file);
  });
});
