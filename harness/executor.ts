import { cpus } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import type { Progress } from "../src/pipelines/pipeline.ts";
import { isStorageError } from "./durable-file.ts";
import { estimateRemainingSeconds } from "./estimate.ts";
import { type PlannedCell, readPlan } from "./plan.ts";
import type { Outcome } from "./record.ts";
import { recordLostCell } from "./record-lost-cell.ts";
import { type RunSummary, summariseRun } from "./run-summary.ts";
import { openStore, type Store } from "./store.ts";
import { isRetried } from "./worker.ts";
import { runWorkerProcess, type WorkerEnding } from "./worker-process.ts";

export interface ExecutorOptions {
  /** The frozen plan's `plan.jsonl`. */
  readonly plan: string;
  /** The store's folder. */
  readonly store: string;
  /** Child processes at a time; one for each core by default. */
  readonly workers?: number;
  readonly dataFolder?: string;
  /** For each cell. */
  readonly timeLimitSeconds?: number;
  /** How long a cell that is asked to stop may go on. */
  readonly graceSeconds?: number;
  readonly retryFailed?: boolean;
  /** Asks the workers to stop, finished steps kept. */
  readonly stop?: AbortSignal;
  /** Ends them. */
  readonly kill?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** How things stand, with each event. */
export interface RunState {
  readonly planned: number;
  /** Recorded, now or before. */
  readonly recorded: number;
  readonly running: number;
  /** Others are at them, as of a few seconds ago. */
  readonly elsewhere: number;
  /** Absent before the first cell has finished. */
  readonly remainingSeconds?: number;
}

export type RunEvent = { readonly state: RunState; readonly cell: PlannedCell } & (
  | { readonly kind: "started" }
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "recorded"; readonly outcome: Outcome; readonly byOthers: boolean }
  | { readonly kind: "held" | "interrupted" }
  | { readonly kind: "problem"; readonly message: string }
);

/**
 * Runs the cells of a frozen plan that the store lacks, each in a child process, some at a time. A failing cell is a
 * record and the rest go on; a worker that dies is given one more try. Cells that others are at are waited for. What
 * is recorded is never lost, and running the same plan again goes on where this run ended.
 */
export async function runPlan(options: ExecutorOptions): Promise<RunSummary> {
  const plan = await readPlan(options.plan);
  const store = await openStore(options.store);
  const workers = Math.max(1, options.workers ?? cpus().length);
  const { retryFailed = false, graceSeconds = 10, timeLimitSeconds, onEvent = () => undefined } = options;
  const halt = new AbortController();
  const stop = AbortSignal.any([halt.signal, options.stop ?? halt.signal]);
  const kill = options.kill ?? new AbortController().signal;

  const outcomes = new Map<PlannedCell, Outcome>();
  const blocked = new Map<PlannedCell, string>();
  const queue: PlannedCell[] = [];
  for (const cell of plan.cells) {
    const record = await store.read(cell.key);
    if (record === undefined || isRetried(record.outcome, retryFailed)) queue.push(cell);
    else outcomes.set(cell, record.outcome);
  }
  const before = outcomes.size;
  const running = new Map<PlannedCell, number>();
  const finished: { readonly cell: PlannedCell; readonly seconds: number }[] = [];
  const lostOnce = new Set<PlannedCell>();
  const held: PlannedCell[] = [];

  let leased: ReadonlySet<string> = new Set();
  const look = async (): Promise<void> => {
    // For the estimate alone: a folder that cannot be read just now ends no run.
    leased = await store.leased().catch(() => leased);
  };
  const state = (): RunState => {
    const now = performance.now();
    const waiting = [...queue, ...held];
    const elsewhere = waiting.filter(({ key }) => leased.has(key));
    const remainingSeconds = estimateRemainingSeconds(
      finished,
      [
        ...[...running].map(([cell, started]) => ({ cell, elapsedSeconds: (now - started) / 1000 })),
        ...elsewhere.map((cell) => ({ cell, elapsedSeconds: 0 })),
      ],
      waiting.filter((cell) => !elsewhere.includes(cell)),
      workers + elsewhere.length,
    );
    return {
      planned: plan.cells.length,
      recorded: outcomes.size,
      running: running.size,
      elsewhere: elsewhere.length,
      ...(remainingSeconds === undefined ? {} : { remainingSeconds }),
    };
  };
  const record = (cell: PlannedCell, outcome: Outcome, byOthers: boolean): void => {
    outcomes.set(cell, outcome);
    onEvent({ kind: "recorded", cell, outcome, byOthers, state: state() });
  };
  const block = (cell: PlannedCell, message: string): void => {
    blocked.set(cell, message);
    onEvent({ kind: "problem", cell, message, state: state() });
  };

  const settle = async (cell: PlannedCell, ending: WorkerEnding): Promise<void> => {
    if (ending.kind === "refused") return block(cell, ending.message);
    if (ending.kind === "overran" && timeLimitSeconds !== undefined)
      return recordLost(cell, { kind: "timed-out", limitSeconds: timeLimitSeconds }, ending);
    if (ending.kind !== "result") {
      const how = ending.kind === "lost" ? ending.how : "overran";
      if (lostOnce.has(cell))
        return recordLost(cell, { kind: "failed", reason: `the worker died twice: ${how}` }, ending);
      lostOnce.add(cell);
      queue.push(cell);
      return onEvent({ kind: "problem", cell, message: `the worker died: ${how}; one more try`, state: state() });
    }
    const { result } = ending;
    if (result.kind === "recorded") {
      finished.push({ cell, seconds: result.seconds });
      return record(cell, result.outcome, false);
    }
    if (result.kind === "already-recorded") return record(cell, result.outcome, true);
    if (result.kind === "unavailable") return block(cell, result.message);
    if (result.kind === "storage") {
      // Nothing can be recorded any more: what is running would be computed in vain.
      block(cell, result.message);
      return halt.abort();
    }
    if (result.kind === "held") held.push(cell);
    else if (!stop.aborted) queue.push(cell);
    onEvent({ kind: result.kind, cell, state: state() });
  };
  const recordLost = async (
    cell: PlannedCell,
    ending: Exclude<Outcome, { readonly kind: "done" }>,
    run: Exclude<WorkerEnding, { readonly kind: "result" | "refused" }>,
  ): Promise<void> => {
    const { seconds, output } = run;
    const outcome = await recordLostCell(store, plan, cell, ending, { seconds, output });
    if (outcome === undefined) held.push(cell);
    else record(cell, outcome, false);
  };

  const lane = async (): Promise<void> => {
    while (!stop.aborted && !kill.aborted) {
      const cell = queue.shift() ?? (await nextHeld(store, held, record));
      if (cell === undefined) {
        if (running.size === 0 && held.length === 0 && queue.length === 0) return;
        await wait(IDLE_MS);
        continue;
      }
      running.set(cell, performance.now());
      onEvent({ kind: "started", cell, state: state() });
      const ending = await runWorkerProcess(plan, cell, {
        ...options,
        graceSeconds,
        stop,
        kill,
        onProgress: (progress) => onEvent({ kind: "progress", cell, progress, state: state() }),
      });
      running.delete(cell);
      await settle(cell, ending).catch((error: unknown) => {
        if (!isStorageError(error)) throw error;
        block(cell, error.message);
        halt.abort();
      });
    }
  };
  await look();
  const looking = setInterval(() => void look(), LOOK_MS);
  await Promise.all(Array.from({ length: Math.min(workers, Math.max(1, queue.length)) }, lane)).finally(() =>
    clearInterval(looking),
  );
  return summariseRun(plan, before, outcomes, blocked, options.stop?.aborted === true || kill.aborted);
}

const IDLE_MS = 200;
const LOOK_MS = 5000;

/** A cell that its holder has left; what it has recorded instead is noted. */
async function nextHeld(
  store: Store,
  held: PlannedCell[],
  record: (cell: PlannedCell, outcome: Outcome, byOthers: boolean) => void,
): Promise<PlannedCell | undefined> {
  const cell = held.shift();
  if (cell === undefined) return undefined;
  const recorded = await store.read(cell.key);
  if (recorded !== undefined) {
    record(cell, recorded.outcome, true);
    return undefined;
  }
  const lease = await store.lease(cell.key);
  if (lease.kind === "held") {
    await wait(IDLE_MS);
    held.push(cell);
    return undefined;
  }
  await lease.release();
  return cell;
}
