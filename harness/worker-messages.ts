import * as v from "valibot";
import type { Progress } from "../src/pipelines/pipeline.ts";
import type { CellResult } from "./worker.ts";

/** What a worker's process tells the executor that started it. */
export type WorkerMessage =
  | { readonly kind: "progress"; readonly progress: Progress }
  | { readonly kind: "result"; readonly result: CellResult }
  /** A plan, index or code that is wrong: the same cell will go wrong again. */
  | { readonly kind: "refused"; readonly message: string };

/** Exit codes of a worker: done; input error; try again. */
export const WORKER_EXIT = { done: 0, input: 2, fault: 70, tryAgain: 75 } as const;

/** The exit code that a result stands for: whatever is recorded is done, be it a failure of the experiment. */
export function workerExitCode({ kind }: CellResult): number {
  if (kind === "recorded" || kind === "already-recorded") return WORKER_EXIT.done;
  return kind === "unavailable" ? WORKER_EXIT.input : WORKER_EXIT.tryAgain;
}

/** A result in one line, for a person or a batch system's log. */
export function describeResult(result: CellResult): string {
  switch (result.kind) {
    case "recorded":
      return `recorded as ${result.outcome.kind} after ${result.seconds.toFixed(1)} s`;
    case "already-recorded":
      return `recorded already, as ${result.outcome.kind}`;
    case "held":
      return `somebody is at it: process ${result.by.pid} on ${result.by.host}; try again later`;
    case "interrupted":
      return "interrupted; finished steps are kept, run it again to go on";
    default:
      return result.message;
  }
}

/** Reads a message; undefined for what is none. */
export function readWorkerMessage(message: unknown): WorkerMessage | undefined {
  const parsed = v.safeParse(workerMessage, message);
  return parsed.success ? parsed.output : undefined;
}

const outcome = v.variant("kind", [
  v.object({ kind: v.literal("done") }),
  v.object({ kind: v.picklist(["failed", "diverged"]), reason: v.string() }),
  v.object({ kind: v.literal("timed-out"), limitSeconds: v.number() }),
]);

const workerMessage: v.GenericSchema<unknown, WorkerMessage> = v.variant("kind", [
  v.object({
    kind: v.literal("progress"),
    progress: v.object({ stage: v.string(), done: v.number(), total: v.number() }),
  }),
  v.object({
    kind: v.literal("result"),
    result: v.variant("kind", [
      v.object({ kind: v.literal("recorded"), outcome, seconds: v.number() }),
      v.object({ kind: v.literal("already-recorded"), outcome }),
      v.object({ kind: v.literal("held"), by: v.object({ host: v.string(), pid: v.number(), nonce: v.string() }) }),
      v.object({ kind: v.literal("interrupted") }),
      v.object({ kind: v.picklist(["unavailable", "storage"]), message: v.string() }),
    ]),
  }),
  v.object({ kind: v.literal("refused"), message: v.string() }),
]);
