import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { RunState } from "../../harness/executor.ts";
import { readPlan } from "../../harness/plan.ts";
import type { CellRequest } from "../../harness/plan-requests.ts";
import { runExitCode } from "../../harness/run-summary.ts";
import { openStore } from "../../harness/store.ts";
import { compiledHarness, freeze, requests, runRequests } from "./compiled.ts";
import { temporaryFolder } from "./example.ts";

const harness = await compiledHarness();
const logOf = async (store: string): Promise<string[]> =>
  (await readFile(join(store, "log"), "utf8")).trim().split("\n").sort();

afterEach(() => vi.unstubAllEnvs());

describe("runPlan", () => {
  it("runs every cell in a process of its own and records what it gave", async () => {
    const store = await temporaryFolder();
    const { summary, events } = await runRequests(harness, store, requests(4));
    expect(summary).toEqual({
      planned: 4,
      before: 0,
      done: 4,
      failed: [],
      timedOut: [],
      diverged: [],
      blocked: [],
      remaining: 0,
      interrupted: false,
    });
    expect(runExitCode(summary)).toBe(0);
    const records = await (await openStore(store)).list();
    // Three steps from the seed on: 3·seed + 0 + 1 + 2.
    expect(records.map(({ configuration, measurements }) => [configuration.seed, measurements]).sort()).toEqual(
      [0, 1, 2, 3].map((seed) => [seed, [{ metric: "sum", at: { steps: 3 }, value: 3 * seed + 3 }]]),
    );
    expect(records[0]).toMatchObject({
      declared: { deviations: ["fewer steps"], hyperparameters: [{ name: "patience" }] },
      engine: { absent: "the pipeline opened no engine" },
      versions: { node: process.versions.node, assay: "0.1.0" },
    });
    expect(records[0]?.commit).toHaveProperty("hash");
    const last = events.at(-1);
    expect(last?.state).toMatchObject({ planned: 4, recorded: 4, remainingSeconds: 0 });
    expect(events.filter(({ kind }) => kind === "progress").length).toBeGreaterThan(0);
  });

  it("runs nothing again", async () => {
    const store = await temporaryFolder();
    await runRequests(harness, store, requests(2));
    const { summary, events } = await runRequests(harness, store, requests(3));
    expect(summary).toMatchObject({ planned: 3, before: 2, done: 3 });
    expect(events.filter(({ kind }) => kind === "started")).toHaveLength(1);
    expect(await logOf(store)).toHaveLength(9);
  });

  it("makes a record of every cell that goes wrong, goes on with the rest, and says so", async () => {
    const store = await temporaryFolder();
    const { summary } = await runRequests(harness, store, [
      ...requests(1, { behaviour: "throw" }),
      ...requests(1, { behaviour: "nan" }),
      ...requests(1, { behaviour: "diverge" }),
      ...requests(1),
    ]);
    expect(summary).toMatchObject({ done: 1, remaining: 0 });
    expect(summary.failed.map(({ reason }) => reason)).toEqual([
      "the sum is not to my taste",
      "sum at steps = 3 is NaN; an undefined value must be absent with its reason",
    ]);
    expect(summary.diverged.map(({ reason }) => reason)).toEqual(["the loss is Infinity in epoch 3"]);
    expect(runExitCode(summary)).toBe(3);
    const records = await (await openStore(store)).list();
    const of = (behaviour: string) =>
      records.find(({ configuration }) => configuration.options.behaviour === behaviour);
    expect(of("diverge")?.curves).toMatchObject([
      {
        name: "loss",
        points: [
          [1, 2],
          [2, 3],
        ],
      },
    ]);
    expect(of("throw")?.output?.stderr).toMatch(/TypeError: the sum is not to my taste[\s\S]*steps\.mjs/);
  });

  it("retries failed cells only when asked to, and keeps what they gave before", async () => {
    const store = await temporaryFolder();
    const wanted = requests(1, { behaviour: "throw" });
    await runRequests(harness, store, wanted);
    const { events } = await runRequests(harness, store, wanted);
    expect(events).toEqual([]);
    const { summary } = await runRequests(harness, store, wanted, { retryFailed: true });
    expect(summary).toMatchObject({ before: 0, failed: [{ reason: "the sum is not to my taste" }] });
    const [record] = await (await openStore(store)).list();
    await readFile(join(store, "records", `${record?.key}.failed-1.json`));
  });

  it("gives a worker that was killed one more try, from where it stopped", async () => {
    const store = await temporaryFolder();
    const { summary, events } = await runRequests(harness, store, requests(2, { behaviour: "die-once" }));
    expect(summary).toMatchObject({ done: 2, remaining: 0 });
    expect(events.filter(({ kind }) => kind === "problem")).toMatchObject([
      { message: "the worker died: killed by SIGKILL, as the system does where memory runs out; one more try" },
      { message: "the worker died: killed by SIGKILL, as the system does where memory runs out; one more try" },
    ]);
    const records = await (await openStore(store)).list();
    expect(records.map(({ earlier }) => earlier)).toMatchObject([{ runs: 1 }, { runs: 1 }]);
    expect(await readdir(join(store, "unfinished"))).toEqual([]);
    // The first step was remembered: no step was computed twice.
    expect(await logOf(store)).toEqual([0, 1].flatMap((seed) => [0, 1, 2].map((step) => `seed ${seed} step ${step}`)));
  });

  it("records a cell whose worker dies again", async () => {
    const store = await temporaryFolder();
    const { summary } = await runRequests(harness, store, requests(1, { behaviour: "die" }));
    expect(summary.failed.map(({ reason }) => reason)).toEqual([
      "the worker died twice: killed by SIGKILL, as the system does where memory runs out",
    ]);
  });

  it("records that a cell's memory ran out", async () => {
    const store = await temporaryFolder();
    vi.stubEnv("NODE_OPTIONS", "--max-old-space-size=64");
    const { summary } = await runRequests(harness, store, requests(1, { behaviour: "exhaust" }));
    expect(summary.failed.map(({ reason }) => reason)).toEqual(["the worker died twice: out of memory (SIGABRT)"]);
  });

  it.each(["hang", "deaf", "block"])("ends a cell that would %s at its time limit", async (behaviour) => {
    const store = await temporaryFolder();
    const { summary } = await runRequests(harness, store, [...requests(1, { behaviour }), ...requests(1)], {
      timeLimitSeconds: 2,
    });
    expect(summary.timedOut.map(({ reason }) => reason)).toEqual(["not finished within 2 s"]);
    expect(summary.done).toBe(1);
  });

  it("stops when asked to, and goes on later without computing a step again", async () => {
    const store = await temporaryFolder();
    const wanted = requests(4, { steps: 8, stepMilliseconds: 60 });
    const stop = new AbortController();
    const { summary } = await runRequests(harness, store, wanted, {
      stop: stop.signal,
      graceSeconds: 5,
      onEvent: ({ kind, state }) => {
        if (kind === "progress" && state.running > 0) stop.abort();
      },
    });
    expect(summary).toMatchObject({ interrupted: true });
    expect(summary.remaining).toBeGreaterThan(1);
    expect(runExitCode(summary)).toBe(3);
    const resumed = await runRequests(harness, store, wanted);
    expect(resumed.summary).toMatchObject({ done: 4, remaining: 0, interrupted: false });
    const log = await logOf(store);
    expect(log).toHaveLength(32);
    expect(new Set(log).size).toBe(32);
  });

  it("tells of a cell that was stopped how long its earlier runs were at it", async () => {
    const store = await temporaryFolder();
    const wanted = requests(1, { steps: 40, stepMilliseconds: 50 });
    for (const steps of [2, 20]) {
      const stop = new AbortController();
      await runRequests(harness, store, wanted, {
        stop: stop.signal,
        graceSeconds: 5,
        onEvent: (event) => {
          if (event.kind === "progress" && event.progress.stage === "add" && event.progress.done >= steps) stop.abort();
        },
      });
    }
    await runRequests(harness, store, wanted);
    const [record] = await (await openStore(store)).list();
    const { earlier, seconds = Number.NaN } = record ?? {};
    if (earlier === undefined || "absent" in earlier) throw new Error("its earlier runs were not timed");
    expect(earlier.runs).toBe(2);
    // Twenty steps of 50 ms at least.
    expect(earlier.seconds).toBeGreaterThan(0.99);
    expect(seconds).toBeGreaterThan(0);
  });

  it("does not record a cell whose data are missing, and says what to do", async () => {
    const store = await temporaryFolder();
    const cells = requests(1, { behaviour: "data" }).map((request) => ({ ...request, dataset: "mnist" }));
    const { summary } = await runRequests(harness, store, cells, { dataFolder: join(store, "nowhere") });
    expect(summary).toMatchObject({ remaining: 1, failed: [] });
    expect(await readdir(join(store, "unfinished")), "nothing was begun").toEqual([]);
    expect(summary.blocked.map(({ reason }) => reason)).toEqual([
      `${join(store, "nowhere", "mnist")}: no such folder; fetch it: assay data fetch mnist, or name the folder that holds mnist/: ASSAY_DATA=DIR`,
    ]);
  });

  it("opens a data set beside the cell's own as it opens that one: it is verified, named when missing, stood in for", async () => {
    const store = await temporaryFolder();
    const [request] = requests(1, { behaviour: "beside" }, "steps-beside");
    const beside = { ...request, protocol: "paper" } as CellRequest;
    const dataFolder = join(store, "data");
    const { summary } = await runRequests(harness, store, [beside, { ...beside, protocol: "smoke" }], { dataFolder });
    expect(summary).toMatchObject({ done: 1, remaining: 1, failed: [] });
    expect(summary.blocked.map(({ reason }) => reason)).toEqual([
      `${join(dataFolder, "mnist")}: no such folder; fetch it: assay data fetch mnist, or name the folder that holds mnist/: ASSAY_DATA=DIR`,
    ]);
    const [record] = await (await openStore(store)).list();
    expect(Object.keys(record?.dataRead ?? {})).toEqual(["synthetic-garments/test", "synthetic-garments/train"]);
    await mkdir(join(dataFolder, "mnist"), { recursive: true });
    await writeFile(join(dataFolder, "mnist", "train-images-idx3-ubyte.gz"), "torn");
    const torn = await runRequests(harness, store, [beside], { dataFolder });
    expect(torn.summary.blocked[0]?.reason).toMatch(/train-images-idx3-ubyte\.gz: torn off at byte 4 of /);
  });

  it("fails a cell that reads a data set which its pipeline does not name", async () => {
    const { summary } = await runRequests(harness, await temporaryFolder(), requests(1, { behaviour: "beside" }));
    expect(summary.failed.map(({ reason }) => reason)).toEqual([
      'steps reads "mnist", which is not in its description\'s alsoReads: add it',
    ]);
  });

  it("shares a store with another run: no cell is computed or recorded twice", async () => {
    const store = await temporaryFolder();
    const wanted = requests(8, { stepMilliseconds: 30 });
    const [one, two] = await Promise.all([runRequests(harness, store, wanted), runRequests(harness, store, wanted)]);
    expect([one.summary.done, two.summary.done]).toEqual([8, 8]);
    const recorded = [...one.events, ...two.events].filter((event) => event.kind === "recorded" && !event.byOthers);
    expect(recorded).toHaveLength(8);
    const log = await logOf(store);
    expect(log).toHaveLength(24);
    expect(new Set(log).size).toBe(24);
  });

  it("tells of the cells that others are at", async () => {
    const store = await temporaryFolder();
    const wanted = requests(3);
    const [first] = (await readPlan(await freeze(harness, store, wanted))).cells;
    const lease = await (await openStore(store)).lease(first?.key ?? "");
    if (lease.kind === "held") throw new Error("nobody holds it");
    const states: RunState[] = [];
    const whenHeld: RunState[] = [];
    const { summary } = await runRequests(harness, store, wanted, {
      onEvent: ({ kind, state }) => {
        (kind === "held" ? whenHeld : states).push(state);
        if (state.recorded === 2) void lease.release();
      },
    });
    expect(summary).toMatchObject({ done: 3, remaining: 0 });
    expect(whenHeld[0]).toMatchObject({ planned: 3, elsewhere: 1 });
    expect(states.at(-1)).toMatchObject({ recorded: 3, elsewhere: 0, remainingSeconds: 0 });
  });

  it("runs the code that was planned, whatever becomes of it meanwhile", async () => {
    const store = await temporaryFolder();
    const plan = await freeze(harness, store, requests(1));
    const copy = join(plan, "..", "registry", "test", "harness", "fixtures", "steps.mjs");
    await writeFile(copy, `${await readFile(copy, "utf8")}\nexport const more = 1;\n`);
    const { summary } = await runRequests(harness, store, requests(1));
    expect(summary.blocked.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^cell [0-9a-f]{12}: the code of steps is not the planned one; plan again$/),
    ]);
  });
});
