import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { compiledHarness } from "./compiled.ts";
import { temporaryFolder } from "./example.ts";

interface Fixture {
  readonly epochs: number;
  readonly batchesPerEpoch: number;
  readonly trainTiny: (root: string, folder: string) => Promise<string>;
}

const { root } = await compiledHarness();
const script = fileURLToPath(new URL("./fixtures/train.mjs", import.meta.url));
const { batchesPerEpoch, epochs, trainTiny }: Fixture = await import(pathToFileURL(script).href);
const steps = epochs * batchesPerEpoch;

function start(folder: string, pauseMilliseconds: number): ChildProcess {
  const given = [script, root, folder, String(pauseMilliseconds)];
  return spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
}

/** A line for each step that was computed. */
async function logOf(folder: string): Promise<readonly string[]> {
  const log = await readFile(join(folder, "log"), "utf8").catch(() => "");
  return log.split("\n").slice(0, -1);
}

/** Starts a training and kills it once so many steps are in the log. */
async function killedAt(folder: string, logged: number): Promise<void> {
  const training = start(folder, 10);
  const exit = once(training, "exit");
  while ((await logOf(folder)).length < logged) {
    expect(training.exitCode).toBeNull();
    await wait(5);
  }
  training.kill("SIGKILL");
  expect(await exit).toEqual([null, "SIGKILL"]);
}

/** The one checkpoint of a folder. */
async function checkpointOf(folder: string): Promise<string> {
  const files = await readdir(join(folder, "memo"), { recursive: true, withFileTypes: true });
  const [file, ...others] = files.filter((each) => each.isFile() && !each.name.startsWith("."));
  if (file === undefined || others.length > 0) throw new Error(`${files.length} files instead of one checkpoint`);
  return join(file.parentPath, file.name);
}

const uninterrupted = join(root, "uninterrupted");
await mkdir(uninterrupted);
const whole = { result: await trainTiny(root, uninterrupted), log: await logOf(uninterrupted) };
const killed = join(root, "killed");
await mkdir(killed);
await killedAt(killed, 8);

/** A folder as a training left it that was killed after some eight steps. */
async function leftFolder(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(killed, folder, { recursive: true });
  return folder;
}

describe("a training that is killed", () => {
  it("whole, computes every step once and lowers its loss", () => {
    const { kind, history } = JSON.parse(whole.result);
    expect(kind).toBe("trained");
    expect(history).toHaveLength(epochs);
    expect(history.at(-1).losses.loss).toBeLessThan(0.7 * history[0].losses.loss);
    expect(new Set(whole.log).size).toBe(steps);
    expect(whole.log).toHaveLength(steps);
  });

  it("twice, comes in a third process to the same bits, and loses at most the step that it was at", async () => {
    const folder = await temporaryFolder();
    await killedAt(folder, 4);
    await killedAt(folder, 13);
    const last = start(folder, 0);
    if (last.stdout === null) throw new Error("no output");
    expect(await text(last.stdout)).toBe(whole.result);
    const log = await logOf(folder);
    expect([...new Set(log)]).toEqual(whole.log);
    expect(log.length).toBeLessThanOrEqual(steps + 2);
  });

  it("goes on from its last whole checkpoint when the next was torn in writing", async () => {
    const folder = await leftFolder();
    const checkpoint = await checkpointOf(folder);
    const half = (await readFile(checkpoint)).subarray(0, 1000);
    await writeFile(join(dirname(checkpoint), `.${basename(checkpoint)}.torn.part`), half);
    expect(await trainTiny(root, folder)).toBe(whole.result);
    expect((await logOf(folder)).length).toBeLessThanOrEqual(steps + 1);
  });

  it.each([
    ["its last byte", -1],
    ["its arrays' second half", -1500],
    ["all but its header's beginning", 100],
    ["all but half of its hash", 16],
    ["everything", 0],
  ])("begins anew, to the same bits, when its checkpoint lost %s", async (_, end) => {
    const folder = await leftFolder();
    const before = (await logOf(folder)).length;
    const checkpoint = await checkpointOf(folder);
    await writeFile(checkpoint, (await readFile(checkpoint)).subarray(0, end));
    expect(await trainTiny(root, folder)).toBe(whole.result);
    expect((await logOf(folder)).slice(before)).toEqual(whole.log);
  });
});
