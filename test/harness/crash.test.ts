import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { collect } from "../../harness/collect.ts";
import { openStore } from "../../harness/store.ts";
import { compiledHarness, freeze, requests, runRequests } from "./compiled.ts";
import { temporaryFolder } from "./example.ts";

const harness = await compiledHarness();
const runner = fileURLToPath(new URL("./fixtures/run-plan.mjs", import.meta.url));

function startRun(plan: string, store: string): ChildProcess {
  const executor = join(harness.root, "dist", "harness", "executor.js");
  const env = { ...process.env, ASSAY_TEST_FOLDER: store };
  return spawn(process.execPath, [runner, executor, plan, store], { stdio: ["ignore", "pipe", "inherit"], env });
}

async function logOf(store: string): Promise<readonly string[]> {
  const text = await readFile(join(store, "log"), "utf8").catch(() => "");
  return text.split("\n").slice(0, -1);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(20);
}

describe("a run that is killed", () => {
  it("loses at most the step that each worker was at, and leaves no worker behind", async () => {
    const store = await temporaryFolder();
    const wanted = requests(3, { steps: 6, stepMilliseconds: 100 });
    const plan = await freeze(harness, store, wanted);
    const run = startRun(plan, store);
    await until(async () => (await logOf(store)).length >= 4);
    run.kill("SIGKILL");
    await once(run, "exit");
    // Its workers notice, and give back their leases.
    await until(async () => (await readdir(join(store, "leases"))).length === 0);
    const before = await logOf(store);
    await wait(300);
    expect(await logOf(store)).toEqual(before);
    const { summary } = await runRequests(harness, store, wanted);
    expect(summary).toMatchObject({ done: 3, remaining: 0 });
    const log = await logOf(store);
    expect(new Set(log).size).toBe(18);
    expect(log.length).toBeLessThanOrEqual(18 + 2);
  });

  it("with its workers, at once, is taken up from what the memo holds", async () => {
    const store = await temporaryFolder();
    const wanted = requests(2, { steps: 6, stepMilliseconds: 100 });
    const plan = await freeze(harness, store, wanted);
    const run = startRun(plan, store);
    await until(async () => (await logOf(store)).length >= 4);
    const leases = await readdir(join(store, "leases"));
    const owners = await Promise.all(
      leases.filter((name) => !name.startsWith(".")).map((name) => readFile(join(store, "leases", name), "utf8")),
    );
    run.kill("SIGKILL");
    for (const owner of owners) process.kill(JSON.parse(owner).pid, "SIGKILL");
    await once(run, "exit");
    const { summary } = await runRequests(harness, store, wanted);
    expect(summary).toMatchObject({ done: 2, remaining: 0 });
    expect(new Set(await logOf(store)).size).toBe(12);
    expect((await logOf(store)).length).toBeLessThanOrEqual(12 + 2);
  });
});

describe("two runs as two processes on one store", () => {
  it("never record one cell twice", async () => {
    const store = await temporaryFolder();
    const plan = await freeze(harness, store, requests(6, { stepMilliseconds: 20 }));
    const summaries = await Promise.all(
      [startRun(plan, store), startRun(plan, store)].map(async (run) => {
        let text = "";
        run.stdout?.on("data", (chunk) => {
          text += chunk;
        });
        await once(run, "close");
        return JSON.parse(text);
      }),
    );
    for (const summary of summaries) expect(summary).toMatchObject({ done: 6, remaining: 0 });
    const log = await logOf(store);
    expect(log).toHaveLength(18);
    expect(new Set(log).size).toBe(18);
    expect(await collect(plan, store)).toMatchObject({ missing: [], problems: [], withoutResult: [] });
  });
});

describe("one cell as a process, as a batch system runs it", () => {
  it("asks to be tried again when it is stopped, goes on where it was, and is done when it is recorded", async () => {
    const store = await temporaryFolder();
    const plan = await freeze(harness, store, requests(1, { steps: 8, stepMilliseconds: 100 }));
    const { worker } = await harness.readPlan(plan);
    const start = (index: number): ChildProcess =>
      spawn(process.execPath, [worker, "--plan", plan, "--index", String(index), "--store", store], {
        stdio: "ignore",
        env: { ...process.env, ASSAY_TEST_FOLDER: store },
      });
    for (const signal of ["SIGUSR1", "SIGTERM"] as const) {
      const steps = (await logOf(store)).length;
      const cell = start(0);
      await until(async () => (await logOf(store)).length > steps);
      cell.kill(signal);
      expect(await once(cell, "exit")).toEqual([75, null]);
    }
    expect(await readdir(join(store, "leases"))).toEqual([]);
    expect(await readdir(join(store, "records"))).toEqual([]);
    expect(await once(start(0), "exit")).toEqual([0, null]);
    expect(await once(start(0), "exit")).toEqual([0, null]);
    expect(await once(start(1), "exit")).toEqual([2, null]);
    const log = await logOf(store);
    expect(log).toHaveLength(8);
    expect(new Set(log).size).toBe(8);
  });
});

describe("a store on a full disk", () => {
  it("stops the run with one clear line, and the run goes on when there is room", async ({ skip }) => {
    const folder = await temporaryFolder();
    const disk = join(folder, "disk");
    await mkdir(disk);
    try {
      execFileSync("mount", ["-t", "tmpfs", "-o", "size=96k", "assay-test", disk], { stdio: "ignore" });
    } catch {
      return skip("needs the right to mount a tmpfs");
    }
    onTestFinished(() => {
      execFileSync("umount", ["-l", disk]);
    });
    process.env.ASSAY_TEST_FOLDER = folder;
    const plan = await freeze(harness, folder, requests(3));
    const ballast = join(disk, "ballast");
    await openStore(disk);
    await writeFile(ballast, new Uint8Array(92 * 1024));
    const full = await harness.runPlan({ plan, store: disk, workers: 1 });
    expect(full).toMatchObject({ done: 0, failed: [], remaining: 3, interrupted: false });
    expect(full.blocked.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^\S+: the disk is full; free some space, then run again: finished cells are kept$/),
    ]);
    expect(await (await openStore(disk)).list()).toEqual([]);
    await rm(ballast);
    expect(await harness.runPlan({ plan, store: disk, workers: 1 })).toMatchObject({ done: 3, remaining: 0 });
  });
});

describe("a torn record", () => {
  it("is named before anything runs", async () => {
    const store = await temporaryFolder();
    await runRequests(harness, store, requests(1));
    const [name = ""] = await readdir(join(store, "records"));
    const path = join(store, "records", name);
    await writeFile(path, (await readFile(path, "utf8")).slice(0, 100));
    await expect(runRequests(harness, store, requests(1))).rejects.toThrow(
      `${path}: torn or not JSON (100 characters); delete this file and run again`,
    );
    await rm(path);
    expect((await runRequests(harness, store, requests(1))).summary.done).toBe(1);
  });
});
