import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { createFolderMemo } from "../../harness/memo.ts";
import { openStore } from "../../harness/store.ts";
import { exampleCell, exampleRecord, temporaryFolder } from "./example.ts";

describe("openStore", () => {
  it("gives back what was published, by key", async () => {
    const store = await openStore(await temporaryFolder());
    const records = [exampleRecord(0), exampleRecord(1), exampleRecord(2)];
    for (const record of records) expect(await store.publish(record)).toBe("recorded");
    expect(await store.read(exampleCell(1).key)).toEqual(exampleRecord(1));
    expect(await store.read(exampleCell(9).key)).toBeUndefined();
    expect(await store.list()).toEqual(records.toSorted((a, b) => (a.key < b.key ? -1 : 1)));
  });

  it("keeps the first record of a cell", async () => {
    const store = await openStore(await temporaryFolder());
    await store.publish(exampleRecord(0, { seconds: 1 }));
    expect(await store.publish(exampleRecord(0, { seconds: 2 }))).toBe("already-recorded");
    expect((await store.read(exampleCell(0).key))?.seconds).toBe(1);
    expect(await readdir(join(store.folder, "records"))).toHaveLength(1);
  });

  it("lets one of many writers win", async () => {
    const store = await openStore(await temporaryFolder());
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, seconds) => store.publish(exampleRecord(0, { seconds }))),
    );
    expect(outcomes.filter((outcome) => outcome === "recorded")).toHaveLength(1);
  });

  it("names a torn record and what to do, rather than dropping it", async () => {
    const store = await openStore(await temporaryFolder());
    await store.publish(exampleRecord(0));
    const path = join(store.folder, "records", `${exampleCell(0).key}.json`);
    await truncate(path, 200);
    const message = `${path}: torn or not JSON (200 characters); delete this file and run again`;
    await expect(store.list()).rejects.toThrow(new Error(message));
    await expect(store.read(exampleCell(0).key)).rejects.toThrow(new Error(message));
  });

  it("notices a record under another cell's name", async () => {
    const store = await openStore(await temporaryFolder());
    const path = join(store.folder, "records", `${exampleCell(1).key}.json`);
    await writeFile(path, JSON.stringify(exampleRecord(0)));
    await expect(store.list()).rejects.toThrow(`${path}: holds the record of ${exampleCell(0).key}`);
  });

  it("does not take what a dying writer left beside a record for one", async () => {
    const store = await openStore(await temporaryFolder());
    await writeFile(join(store.folder, "records", `.${exampleCell(0).key}.json.1234.part`), '{"schemaVersion":');
    expect(await store.list()).toEqual([]);
  });

  it("keeps failed records beside their successors", async () => {
    const store = await openStore(await temporaryFolder());
    const { key } = exampleCell(0);
    for (const attempt of [1, 2]) {
      await store.publish(exampleRecord(0, { outcome: { kind: "failed", reason: `attempt ${attempt}` } }));
      expect(await store.supersede(key)).toBe(`${key}.failed-${attempt}.json`);
    }
    await store.publish(exampleRecord(0));
    expect(await store.list()).toEqual([exampleRecord(0)]);
    expect(await readFile(join(store.folder, "records", `${key}.failed-2.json`), "utf8")).toContain("attempt 2");
  });

  it("says in one line that the disk is full, leaves nothing that looks whole, and goes on when there is room", async ({
    skip,
  }) => {
    const folder = await tinyDisk();
    if (folder === undefined) return skip("needs the right to mount a tmpfs");
    const store = await openStore(join(folder, "store"));
    const ballast = join(folder, "ballast");
    // Half a record's room is left: what is written is cut off in the middle.
    const record = exampleRecord(0, { output: { stdout: "x".repeat(30_000), stderr: "" } });
    await writeFile(ballast, new Uint8Array(44 * 1024));
    const path = join(store.folder, "records", `${record.key}.json`);
    await expect(store.publish(record)).rejects.toThrow(
      `${path}: the disk is full; free some space, then run again: finished cells are kept`,
    );
    expect(await readdir(join(store.folder, "records"))).toEqual([]);
    await expect(createFolderMemo(store.memoFolder).put("key", new Uint8Array(40_000))).rejects.toThrow(
      /: the disk is full; free some space/,
    );
    expect(await createFolderMemo(store.memoFolder).get("key")).toBeUndefined();
    await truncate(ballast, 0);
    expect(await store.publish(record)).toBe("recorded");
    expect(await store.list()).toEqual([record]);
  });
});

describe("Store.lease", () => {
  it("is held by one at a time, and free again after its release", async () => {
    const store = await openStore(await temporaryFolder());
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => store.lease("k")));
    const acquired = outcomes.filter((outcome) => outcome.kind === "acquired");
    expect(acquired).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome.kind === "held")?.by.pid).toBe(process.pid);
    await acquired[0]?.release();
    expect((await store.lease("k")).kind).toBe("acquired");
  });

  it("is taken over when its owner's process is gone", async () => {
    const store = await openStore(await temporaryFolder());
    const { hostname } = await import("node:os");
    const pid = Number(execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }));
    await writeLease(store.folder, { host: hostname(), pid, nonce: "gone" });
    expect((await store.lease("k")).kind).toBe("acquired");
  });

  it("of another host is held while its heart beats and taken over afterwards", async () => {
    const folder = await temporaryFolder();
    await openStore(folder);
    await writeLease(folder, { host: "another-host", pid: 1, nonce: "far" });
    expect((await (await openStore(folder, { abandonedAfterSeconds: 60 })).lease("k")).kind).toBe("held");
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect((await (await openStore(folder, { abandonedAfterSeconds: 0.05 })).lease("k")).kind).toBe("acquired");
  });

  it("is kept alive by its owner's heartbeat", async () => {
    const folder = await temporaryFolder();
    const options = { abandonedAfterSeconds: 0.4, heartbeatSeconds: 0.05 };
    const first = await (await openStore(folder, options)).lease("k");
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await (await openStore(folder, options)).lease("k")).kind).toBe("held");
    if (first.kind === "acquired") await first.release();
  });

  it("that is unreadable belongs to nobody", async () => {
    const store = await openStore(await temporaryFolder());
    await writeFile(join(store.folder, "leases", "k.json"), "{");
    expect((await store.lease("k")).kind).toBe("acquired");
  });

  it("that was taken over is not released by its former owner", async () => {
    const store = await openStore(await temporaryFolder());
    const first = await store.lease("k");
    await writeLease(store.folder, { host: "another-host", pid: 1, nonce: "new" });
    if (first.kind === "acquired") await first.release();
    expect(await store.lease("k")).toMatchObject({ kind: "held", by: { nonce: "new" } });
  });
});

describe("createFolderMemo", () => {
  it("remembers values by key", async () => {
    const folder = await temporaryFolder();
    const memo = createFolderMemo(folder);
    await memo.put("a", Uint8Array.of(1, 2, 3));
    await memo.put("b", new Uint8Array());
    await memo.put("a", Uint8Array.of(4));
    expect(await memo.get("a")).toEqual(Uint8Array.of(4));
    expect(await memo.get("b")).toEqual(new Uint8Array());
    expect(await memo.get("c")).toBeUndefined();
  });

  it("forgets a value when told to, and one that it never had", async () => {
    const memo = createFolderMemo(await temporaryFolder());
    await memo.put("a", Uint8Array.of(1));
    await memo.forget("a");
    await memo.forget("b");
    expect(await memo.get("a")).toBeUndefined();
  });

  it("forgets a value that was damaged", async () => {
    const folder = await temporaryFolder();
    const memo = createFolderMemo(folder);
    await memo.put("a", new Uint8Array(100));
    const [part = ""] = await readdir(folder);
    const [name = ""] = await readdir(join(folder, part));
    await truncate(join(folder, part, name), 90);
    expect(await memo.get("a")).toBeUndefined();
  });
});

async function writeLease(folder: string, owner: { host: string; pid: number; nonce: string }): Promise<void> {
  await writeFile(join(folder, "leases", "k.json"), JSON.stringify(owner));
}

/** A disk of 64 KiB, or undefined where none can be mounted. */
async function tinyDisk(): Promise<string | undefined> {
  const folder = join(await temporaryFolder(), "disk");
  await mkdir(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=64k", "assay-test", folder], { stdio: "ignore" });
  } catch {
    return undefined;
  }
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  return folder;
}
