import { type ChildProcess, fork } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Progress } from "../src/pipelines/pipeline.ts";
import type { Plan, PlannedCell } from "./plan.ts";
import type { OutputTail } from "./record.ts";
import { tail } from "./tail.ts";
import type { CellResult } from "./worker.ts";
import { readWorkerMessage, WORKER_EXIT } from "./worker-messages.ts";

export interface WorkerOptions {
  readonly store: string;
  readonly dataFolder?: string;
  readonly retryFailed?: boolean;
  readonly timeLimitSeconds?: number;
  readonly graceSeconds: number;
  /** Asks the worker to stop. */
  readonly stop: AbortSignal;
  /** Ends it. */
  readonly kill: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** How a worker's process ended. */
export type WorkerEnding =
  | { readonly kind: "result"; readonly result: CellResult }
  | { readonly kind: "refused"; readonly message: string }
  /** It did not heed its time limit and was killed. */
  | { readonly kind: "overran"; readonly seconds: number; readonly output: OutputTail }
  /** It died without a word: killed by somebody, out of memory, a crash of native code. */
  | { readonly kind: "lost"; readonly how: string; readonly seconds: number; readonly output: OutputTail };

/** Runs one cell in a child process, from the plan's snapshot of the code, with one thread for its libraries. */
export async function runWorkerProcess(plan: Plan, cell: PlannedCell, options: WorkerOptions): Promise<WorkerEnding> {
  const { timeLimitSeconds, graceSeconds, stop, kill } = options;
  const threads = String(cell.resources.threads);
  const child = fork(plan.worker, workerArguments(plan, cell, options), {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: { ...process.env, OMP_NUM_THREADS: threads },
    execArgv: [],
  });
  const started = performance.now();
  const output = collectOutput(child);
  let told: WorkerEnding | undefined;
  // The worker minds the limit by itself, unless it is stuck; the clock starts with its first word.
  const limitMs = timeLimitSeconds === undefined ? undefined : (timeLimitSeconds + 2 * graceSeconds) * 1000;
  let hardLimit: NodeJS.Timeout | undefined;
  child.on("message", (message) => {
    const read = readWorkerMessage(message);
    if (read?.kind === "progress") {
      if (limitMs !== undefined) hardLimit ??= setTimeout(overrun, limitMs);
      options.onProgress(read.progress);
    }
    if (read !== undefined && read.kind !== "progress") told = read;
  });
  const askToStop = (): void => {
    child.kill("SIGTERM");
  };
  let overran = false;
  const end = (): void => {
    child.kill("SIGKILL");
  };
  const overrun = (): void => {
    overran = true;
    end();
  };
  stop.addEventListener("abort", askToStop, { once: true });
  kill.addEventListener("abort", end, { once: true });
  if (stop.aborted) askToStop();
  const how = await new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal === null ? `exit code ${code}` : diedOf(signal, output())));
  });
  clearTimeout(hardLimit);
  stop.removeEventListener("abort", askToStop);
  kill.removeEventListener("abort", end);
  if (told !== undefined) return told;
  const seconds = (performance.now() - started) / 1000;
  if (overran) return { kind: "overran", seconds, output: output() };
  if (stop.aborted || how === `exit code ${WORKER_EXIT.tryAgain}`)
    return { kind: "result", result: { kind: "interrupted" } };
  return { kind: "lost", how, seconds, output: output() };
}

/** Memory that runs out leaves no word of its own: V8 aborts with a message, the system's killer sends SIGKILL. */
function diedOf(signal: NodeJS.Signals, { stderr }: OutputTail): string {
  if (/out of memory/i.test(stderr)) return `out of memory (${signal})`;
  return `killed by ${signal}${signal === "SIGKILL" ? ", as the system does where memory runs out" : ""}`;
}

function workerArguments(plan: Plan, cell: PlannedCell, options: WorkerOptions): readonly string[] {
  const { store, dataFolder, retryFailed, timeLimitSeconds, graceSeconds } = options;
  return [
    ...["--plan", plan.file, "--index", String(cell.index), "--store", store, "--grace", String(graceSeconds)],
    ...(dataFolder === undefined ? [] : ["--data", dataFolder]),
    ...(retryFailed === true ? ["--retry-failed"] : []),
    ...(timeLimitSeconds === undefined ? [] : ["--time-limit", String(timeLimitSeconds)]),
  ];
}

function collectOutput(child: ChildProcess): () => OutputTail {
  const collected = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream]?.setEncoding("utf8").on("data", (chunk: string) => {
      collected[stream] = (collected[stream] + chunk).slice(-KEPT_CHARACTERS);
    });
  return () => ({ stdout: tail(collected.stdout), stderr: tail(collected.stderr) });
}

const KEPT_CHARACTERS = 20_000;
