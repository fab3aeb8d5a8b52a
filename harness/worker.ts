import { once } from "node:events";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Progress } from "../src/pipelines/pipeline.ts";
import { shortKey } from "./cell.ts";
import { isStorageError } from "./durable-file.ts";
import { describeEnvironment } from "./environment.ts";
import { runExternal } from "./external.ts";
import type { LeaseOwner } from "./lease.ts";
import { type Ending, makeRecord } from "./make-record.ts";
import { createFolderMemo } from "./memo.ts";
import { type OpenRegistry, openRegistry, pipelineCode, pipelineEntry } from "./open-registry.ts";
import { packageRoot } from "./package-root.ts";
import { type Plan, type PlannedCell, readPlan } from "./plan.ts";
import { type EarlierRuns, nothingDeclared, type Outcome } from "./record.ts";
import { type Attempt, runPipeline, type Unavailable } from "./run-pipeline.ts";
import { openStore, type Store } from "./store.ts";

export interface RunCellOptions {
  /** The frozen plan's `plan.jsonl`. */
  readonly plan: string;
  readonly index: number;
  /** The store's folder. */
  readonly store: string;
  /** The folder of the real data sets. */
  readonly dataFolder?: string;
  /** Runs a failed or timed-out cell again; its record is kept aside. */
  readonly retryFailed?: boolean;
  readonly timeLimitSeconds?: number;
  /** How long a pipeline that is asked to stop may go on before it is left. */
  readonly graceSeconds?: number;
  /** Aborted to stop the cell: what is finished of it stays in the memo. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export type CellResult =
  | { readonly kind: "recorded"; readonly outcome: Outcome; readonly seconds: number }
  /** By an earlier run, or by somebody else meanwhile. */
  | { readonly kind: "already-recorded"; readonly outcome: Outcome }
  | { readonly kind: "held"; readonly by: LeaseOwner }
  | { readonly kind: "interrupted" }
  /** Its data or engine cannot be opened: mend it and run again. */
  | { readonly kind: "unavailable"; readonly message: string }
  /** The store cannot be written: mend it and run again. */
  | { readonly kind: "storage"; readonly message: string };

/**
 * Runs one cell of a frozen plan and records it, unless it is recorded already or somebody is at it. Whatever the
 * pipeline does becomes a record, save being interrupted. Throws one line for a plan, index or store that is wrong.
 */
export async function runCell(options: RunCellOptions): Promise<CellResult> {
  const plan = await readPlan(options.plan);
  const cell = plan.cells[options.index];
  if (cell === undefined)
    throw new Error(`${options.plan}: no cell ${options.index}; its cells are 0 to ${plan.cells.length - 1}`);
  try {
    return await leaseAndRun(await openStore(options.store), plan, cell, options);
  } catch (error) {
    if (isStorageError(error)) return { kind: "storage", message: error.message };
    throw error;
  }
}

/** Whether a cell with such a record is to be run again. */
export function isRetried(outcome: Outcome, retryFailed: boolean): boolean {
  return retryFailed && (outcome.kind === "failed" || outcome.kind === "timed-out");
}

async function leaseAndRun(store: Store, plan: Plan, cell: PlannedCell, options: RunCellOptions): Promise<CellResult> {
  const { retryFailed = false } = options;
  const before = await store.read(cell.key);
  if (before !== undefined && !isRetried(before.outcome, retryFailed))
    return { kind: "already-recorded", outcome: before.outcome };
  const lease = await store.lease(cell.key);
  if (lease.kind === "held") return lease;
  try {
    const earlier = await store.read(cell.key);
    if (earlier !== undefined && !isRetried(earlier.outcome, retryFailed))
      return { kind: "already-recorded", outcome: earlier.outcome };
    if (earlier !== undefined) await store.supersede(cell.key);
    return await runAndRecord(store, plan, cell, options);
  } finally {
    await lease.release();
  }
}

async function runAndRecord(store: Store, plan: Plan, cell: PlannedCell, options: RunCellOptions): Promise<CellResult> {
  const registry = await openRegistry(plan.registry);
  await requireSameCode(registry, cell);
  const run = await store.begin(cell.key);
  let result: CellResult = { kind: "interrupted" };
  try {
    result = await attemptAndRecord(store, registry, plan, cell, run.earlier, options);
  } finally {
    await run.end(countedAs(result));
  }
  return result;
}

/** A run that was out of time may be gone on from, like one that was stopped. */
function countedAs(result: CellResult): "recorded" | "stopped" | "void" {
  if (result.kind === "unavailable") return "void";
  const stopped = result.kind === "interrupted" || (result.kind === "recorded" && result.outcome.kind === "timed-out");
  return stopped ? "stopped" : "recorded";
}

async function attemptAndRecord(
  store: Store,
  registry: OpenRegistry,
  plan: Plan,
  cell: PlannedCell,
  earlier: EarlierRuns | undefined,
  options: RunCellOptions,
): Promise<CellResult> {
  const started = new Date();
  const clock = performance.now();
  const attempt = await attemptCell(store, registry, cell, options);
  if ("kind" in attempt) return attempt;
  if ("unavailable" in attempt) return { kind: "unavailable", message: attempt.unavailable };
  const record = makeRecord({
    cell,
    ...attempt,
    environment: await describeEnvironment(packageRoot(fileURLToPath(import.meta.url)), plan.commit),
    started,
    finished: new Date(),
    seconds: (performance.now() - clock) / 1000,
    earlier,
  });
  const { outcome, seconds } = record;
  return (await store.publish(record)) === "recorded"
    ? { kind: "recorded", outcome, seconds }
    : { kind: "already-recorded", outcome: (await store.read(cell.key))?.outcome ?? outcome };
}

async function requireSameCode(registry: OpenRegistry, cell: PlannedCell): Promise<void> {
  const { pipeline } = cell.configuration;
  if ((await pipelineCode(registry, pipeline)) !== cell.code)
    throw new Error(`cell ${shortKey(cell.key)}: the code of ${pipeline} is not the planned one; plan again`);
}

/** Runs the pipeline within the time limit; a pipeline that does not stop when asked to is left behind. */
async function attemptCell(
  store: Store,
  registry: OpenRegistry,
  cell: PlannedCell,
  options: RunCellOptions,
): Promise<Attempt | Unavailable | { readonly kind: "interrupted" }> {
  const { timeLimitSeconds, graceSeconds = 10, dataFolder = "data", onProgress = () => undefined } = options;
  const interrupted = options.signal ?? new AbortController().signal;
  const limit = new AbortController();
  const timer =
    timeLimitSeconds === undefined ? undefined : setTimeout(() => limit.abort(), Math.max(0, timeLimitSeconds * 1000));
  const signal = AbortSignal.any([interrupted, limit.signal]);
  const { threads } = cell.resources;
  const entry = pipelineEntry(registry, cell.configuration.pipeline);
  const settled = new AbortController();
  onProgress({ stage: "start", done: 0, total: 1 });
  try {
    signal.throwIfAborted();
    const running =
      entry.kind === "external"
        ? runExternal(entry, { cell, folder: dirname(registry.file), dataFolder, threads, signal, graceSeconds })
        : runPipeline(entry, {
            cell,
            dataFolder,
            threads,
            memo: createFolderMemo(store.memoFolder),
            signal,
            onProgress,
          });
    return await Promise.race([running, leaveAfter(signal, graceSeconds, settled.signal)]);
  } catch (error) {
    if (isStorageError(error) || !signal.aborted) throw error;
    if (interrupted.aborted || timeLimitSeconds === undefined) return { kind: "interrupted" };
    const ending: Ending = { kind: "timed-out", limitSeconds: timeLimitSeconds };
    return { ending, declared: nothingDeclared, engine: { absent: "timed out" } };
  } finally {
    clearTimeout(timer);
    settled.abort();
  }
}

/** Fails some time after the signal; the running timer keeps the process alive until then. */
async function leaveAfter(signal: AbortSignal, graceSeconds: number, settled: AbortSignal): Promise<never> {
  await once(signal, "abort", { signal: settled });
  await wait(graceSeconds * 1000, undefined, { signal: settled });
  throw signal.reason;
}
