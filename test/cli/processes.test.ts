import { spawnSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it, vi } from "vitest";
import { folderWithProgram, main, recordsIn, run, start } from "./program.ts";

// Each test starts several processes; a machine that is busy otherwise takes its time.
vi.setConfig({ testTimeout: 180_000 });

const ofVariant = (variant: string, seeds = 2): readonly string[] => [
  ..."run --registry pipelines.mjs --workers 2 --variant".split(" "),
  variant,
  "--seeds",
  String(seeds),
];

describe("assay run, as a process", () => {
  it("runs a program of one's own, tells of each cell on the standard error and prints the summary as JSON", async () => {
    const folder = folderWithProgram();
    const { code, stdout, stderr } = await run(folder, [...ofVariant("fine"), "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ planned: 2, before: 0, done: 2, remaining: 0 });
    expect(stderr.match(/: done$/gm)).toHaveLength(2);
    expect(recordsIn(folder)).toHaveLength(2);
    const again = await run(folder, ofVariant("fine", 3));
    expect(again.stdout).toBe(
      `3 of 3 cells done (2 recorded before)\nThe records are in ${join(folder, "assay-store")}.\n`,
    );
  });

  it("stops at Ctrl-C with status 3, leaves no record, and the same command goes on", async () => {
    const folder = folderWithProgram();
    const words = ofVariant("slow");
    const { child, ended } = start(folder, words);
    const leases = join(folder, "assay-store", "leases");
    while (!existsSync(leases) || readdirSync(leases).length < 2) await wait(20);
    child.kill("SIGINT");
    const { code, stdout, stderr } = await ended;
    expect(code).toBe(3);
    expect(stdout).toBe("0 of 2 cells done, 2 left\nThe same command goes on where this one ended.\n");
    expect(stderr).toContain("stopping; what is finished is kept (Ctrl-C once more: stop at once)\n");
    expect(recordsIn(folder)).toEqual([]);
    writeFileSync(join(folder, "hurry"), "");
    const resumed = await run(folder, words);
    expect([resumed.code, recordsIn(folder).length]).toEqual([0, 2]);
  });

  it("twice at a time on one store records each cell once", async () => {
    const folder = folderWithProgram();
    const ends = await Promise.all([run(folder, ofVariant("fine", 2)), run(folder, ofVariant("fine", 2))]);
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    for (const { stdout } of ends) expect(stdout).toMatch(/^2 of 2 cells done/);
    expect(recordsIn(folder)).toHaveLength(2);
  });

  it("records what fails, says why, goes on with the rest and exits 3", async () => {
    const folder = folderWithProgram();
    const nan = await run(folder, ofVariant("nan", 1));
    expect(nan.code).toBe(3);
    expect(nan.stdout).toMatch(/^0 of 1 cells done, 1 failed\n {2}program .*: .*NaN/);
    expect(nan.stdout).toContain("--retry-failed runs again what failed.");
    const slow = await run(folder, [...ofVariant("slow", 1), "--time-limit", "1"]);
    expect([slow.code, slow.stdout.split("\n")[0]]).toEqual([3, "0 of 1 cells done, 1 timed out"]);
    expect(recordsIn(folder)).toHaveLength(2);
  });

  it("names a data set that is missing once, with the remedy, and records nothing", async () => {
    const folder = folderWithProgram();
    mkdirSync(join(folder, "data"));
    const { code, stdout, stderr } = await run(
      folder,
      "run k9de-2021 --dataset fashion-mnist --variant k9de --seeds 2".split(" "),
    );
    expect(code).toBe(3);
    expect(stderr.match(/assay data fetch fashion-mnist/g)).toHaveLength(1);
    expect(stdout).toMatch(/\d+ cells not run: .*fashion-mnist.*assay data fetch fashion-mnist/);
    expect(recordsIn(folder)).toEqual([]);
  });
});

describe("assay, as a process", () => {
  it("says whether a cell gives the same bits twice, or how large the noise is", async () => {
    const folder = folderWithProgram();
    const words = "canary --registry pipelines.mjs --variant".split(" ");
    const fine = await run(folder, [...words, "fine"]);
    expect([fine.code, fine.stdout]).toEqual([
      0,
      expect.stringMatching(/^program .*: its one number is bit-identical\n$/),
    ]);
    const noisy = await run(folder, [...words, "noisy", "--json"]);
    expect(JSON.parse(noisy.stdout)).toMatchObject({ kind: "noise", floor: { auroc: expect.any(Number) } });
    expect(recordsIn(folder)).toEqual([]);
  });

  it("plans, runs one cell of the plan and collects", async () => {
    const folder = folderWithProgram();
    const planned = await run(folder, "plan --registry pipelines.mjs --variant fine --seeds 2 --json".split(" "));
    const { plan, cells } = JSON.parse(planned.stdout);
    expect(cells).toHaveLength(2);
    const cell = await run(folder, ["cell", "--plan", plan, "--index", "1", "--json"]);
    expect([cell.code, JSON.parse(cell.stdout)]).toMatchObject([0, { index: 1, exitCode: 0 }]);
    const collected = await run(folder, ["collect", "--plan", plan]);
    expect([collected.code, collected.stdout.split("\n")[0]]).toEqual([3, "1 cell recorded, 1 missing"]);
    const beyond = await run(folder, ["cell", "--plan", plan, "--index", "2"]);
    expect(beyond.code).toBe(2);
    expect(beyond.stderr.trim().split("\n")).toHaveLength(1);
  });

  it("ends quietly when its reader has seen enough", async () => {
    const { child, ended } = start(process.cwd(), ["check", "sohn-2021", "--json"]);
    child.stdout?.destroy();
    const { stderr } = await ended;
    expect(stderr).toBe("");
  });
});

describe("a standard output that cannot be written", () => {
  it.skipIf(!existsSync("/dev/full"))("is a mistake of one line, not a verdict", () => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [main, "--version"], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    closeSync(full);
    expect(stderr).toMatch(/^assay: the standard output cannot be written: ENOSPC[^\n]*\n$/);
    expect(status).toBe(2);
  });
});
