import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as v from "valibot";
import type { PipelineResult } from "../src/pipelines/pipeline.ts";
import type { ExternalEntry } from "../src/pipelines/registry.ts";
import type { Cell } from "./cell.ts";
import { codeOf } from "./durable-file.ts";
import type { Ending } from "./make-record.ts";
import { coordinatesSchema, curveSchema, picturesSchema, timingSchema } from "./parse-record.ts";
import { nothingDeclared, type OutputTail } from "./record.ts";
import type { Attempt } from "./run-pipeline.ts";
import { tail } from "./tail.ts";

export interface RunExternalOptions {
  readonly cell: Cell;
  /** The registry's folder, in the snapshot. */
  readonly folder: string;
  readonly dataFolder: string;
  readonly threads: number;
  readonly signal: AbortSignal;
  /** After the signal the program is asked to stop, and killed when so long has passed. */
  readonly graceSeconds: number;
}

/**
 * Runs a program on a cell. It reads the cell as JSON from its standard input, or from the file that `ASSAY_CELL` names,
 * and writes its result as JSON to its standard output, or to the file that `ASSAY_RESULT` names.
 *
 * A program that cannot be started, ends with another code than 0, or writes no result is a failed cell with the ends of
 * what it wrote. Throws the signal's reason when it was stopped.
 */
export async function runExternal(entry: ExternalEntry, options: RunExternalOptions): Promise<Attempt> {
  const folder = await mkdtemp(join(tmpdir(), "assay-cell-"));
  try {
    const { key, configuration } = options.cell;
    const cell = JSON.stringify({ key, configuration });
    const paths = { cell: join(folder, "cell.json"), result: join(folder, "result.json") };
    await writeFile(paths.cell, cell);
    const run = await runProgram(entry, options, cell, paths);
    options.signal.throwIfAborted();
    const output = { stdout: tail(run.stdout), stderr: tail(run.stderr) };
    const ending = await endingOf(run, paths.result);
    const { purpose, defaults } = entry;
    // What an external program's hyper-parameters are is for its paper to say.
    const declared = { ...nothingDeclared, purpose, defaults: defaults(configuration.variant) };
    return { ending, declared, engine: { absent: "an external program" }, output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface ProgramRun extends OutputTail {
  /** Why the program did not end well; absent if it did. */
  readonly problem?: string;
}

async function runProgram(
  { command }: ExternalEntry,
  { folder, dataFolder, threads, signal, graceSeconds }: RunExternalOptions,
  cell: string,
  paths: { readonly cell: string; readonly result: string },
): Promise<ProgramRun> {
  const [program = "", ...parameters] = command;
  return new Promise((settle) => {
    const child = spawn(program, parameters, {
      cwd: folder,
      // A group of its own, so that what the program started stops with it.
      detached: process.platform !== "win32",
      env: {
        ...process.env,
        ASSAY_CELL: paths.cell,
        ASSAY_RESULT: paths.result,
        ASSAY_DATA: dataFolder,
        OMP_NUM_THREADS: String(threads),
      },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      stderr = (stderr + chunk).slice(-2 * STDERR_KEPT);
    });
    // A program need not read its cell from there.
    child.stdin.on("error", () => undefined).end(`${cell}\n`);
    const stop = (): void => {
      signalGroup(child.pid, "SIGTERM");
      setTimeout(() => signalGroup(child.pid, "SIGKILL"), graceSeconds * 1000).unref();
    };
    signal.addEventListener("abort", stop, { once: true });
    const finish = (problem: string | undefined): void => {
      signal.removeEventListener("abort", stop);
      settle({ stdout, stderr, ...(problem === undefined ? {} : { problem }) });
    };
    child.on("error", (error) =>
      finish(codeOf(error) === "ENOENT" ? `no program "${program}" in ${folder} or on the PATH` : error.message),
    );
    child.on("close", (code, killedBy) => {
      if (killedBy !== null) return finish(`${program} was killed by ${killedBy}`);
      finish(code === 0 ? undefined : `${program} ended with exit code ${code}${lastLine(stderr)}`);
    });
    if (signal.aborted) stop();
  });
}

async function endingOf(run: ProgramRun, resultFile: string): Promise<Ending> {
  if (run.problem !== undefined) return { kind: "failed", reason: run.problem };
  const text = await readFile(resultFile, "utf8").catch(() => run.stdout);
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), externalResult), withoutNotANumber(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = v.getDotPath(issue);
    return { kind: "failed", reason: `the program's result: ${where === null ? "" : `${where}: `}${issue.message}` };
  }
  if ("diverged" in parsed.output)
    return { kind: "diverged", reason: parsed.output.diverged, curves: parsed.output.curves ?? [] };
  const { curves = [], pictures, timings = [], checksums = {} } = parsed.output;
  const measurements = parsed.output.measurements.map((measurement) =>
    "value" in measurement ? { ...measurement, value: measurement.value ?? Number.NaN } : measurement,
  );
  const result: PipelineResult = {
    measurements,
    curves,
    ...(pictures === undefined ? {} : { pictures }),
    timings,
    checksums,
  };
  return { kind: "returned", result };
}

/** Python's json writes NaN and Infinity, which JSON lacks: they become null, and their metric is named later on. */
function withoutNotANumber(text: string): string {
  return text.replaceAll(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (token) =>
    token.startsWith('"') ? token : "null",
  );
}

const externalMeasurement = v.union([
  v.strictObject({ metric: v.string(), at: coordinatesSchema, value: v.nullable(v.number()) }),
  v.strictObject({ metric: v.string(), at: coordinatesSchema, absent: v.string() }),
]);

const externalResult = v.union([
  v.strictObject({ diverged: v.string(), curves: v.exactOptional(v.array(curveSchema)) }),
  v.strictObject({
    measurements: v.array(externalMeasurement),
    curves: v.exactOptional(v.array(curveSchema)),
    pictures: v.exactOptional(picturesSchema),
    timings: v.exactOptional(v.array(timingSchema)),
    checksums: v.exactOptional(v.record(v.string(), v.string())),
  }),
]);

const STDERR_KEPT = 10_000;

function lastLine(text: string): string {
  const line = text.trim().split("\n").at(-1) ?? "";
  return line === "" ? "" : `: ${line}`;
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // It has ended by itself.
  }
}
