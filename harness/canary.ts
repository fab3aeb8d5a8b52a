import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Comparison, compareMeasurements } from "./compare-records.ts";
import { readPlan } from "./plan.ts";
import { describeOutcome } from "./run-summary.ts";
import { listRecords, openStore } from "./store.ts";
import { runWorkerProcess } from "./worker-process.ts";

export interface CanaryOptions {
  /** The frozen plan's `plan.jsonl`. */
  readonly plan: string;
  readonly index: number;
  readonly dataFolder?: string;
  readonly timeLimitSeconds?: number;
  readonly stop?: AbortSignal;
}

/**
 * Runs one cell twice, each time in a process and a store of its own, so that nothing is remembered: on this machine,
 * are its measurements bit-identical, or how large is the noise floor? Nothing is added to the user's store.
 */
export async function runCanary(options: CanaryOptions): Promise<Comparison> {
  const runs = [];
  for (const order of ["first", "second"]) {
    const store = await mkdtemp(join(tmpdir(), "assay-canary-"));
    try {
      const record = await runOnce(store, options);
      if (record === undefined) return { kind: "incomparable", reason: `the ${order} run left no record` };
      if (record.outcome.kind !== "done")
        return { kind: "incomparable", reason: `the ${order} run: ${describeOutcome(record.outcome)}` };
      runs.push(record.measurements);
    } finally {
      await rm(store, { recursive: true, force: true });
    }
  }
  const [first = [], second = []] = runs;
  return compareMeasurements(first, second);
}

async function runOnce(store: string, { plan: file, index, stop, ...limits }: CanaryOptions) {
  const plan = await readPlan(file);
  const cell = plan.cells[index];
  if (cell === undefined) throw new Error(`${file}: no cell ${index}; its cells are 0 to ${plan.cells.length - 1}`);
  await openStore(store);
  const never = new AbortController().signal;
  const ending = await runWorkerProcess(plan, cell, {
    ...limits,
    store,
    graceSeconds: 10,
    stop: stop ?? never,
    kill: never,
    onProgress: () => undefined,
  });
  if (ending.kind === "refused") throw new Error(ending.message);
  if (ending.kind === "result" && ending.result.kind === "unavailable") throw new Error(ending.result.message);
  return (await listRecords(store))[0];
}
