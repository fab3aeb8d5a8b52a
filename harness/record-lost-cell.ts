import { fileURLToPath } from "node:url";
import { describeEnvironment } from "./environment.ts";
import { type Ending, makeRecord } from "./make-record.ts";
import { packageRoot } from "./package-root.ts";
import type { Plan, PlannedCell } from "./plan.ts";
import { nothingDeclared, type Outcome, type OutputTail } from "./record.ts";
import type { Store } from "./store.ts";

/**
 * Records a cell whose worker is dead, in the worker's place. Gives the outcome that stands, which is another's if
 * somebody was first; undefined if somebody is at it.
 */
export async function recordLostCell(
  store: Store,
  plan: Plan,
  cell: PlannedCell,
  ending: Exclude<Ending, { readonly kind: "returned" }>,
  run: { readonly seconds: number; readonly output: OutputTail },
): Promise<Outcome | undefined> {
  const lease = await store.lease(cell.key);
  if (lease.kind === "held") return undefined;
  try {
    const finished = new Date();
    const record = makeRecord({
      cell,
      ending,
      declared: nothingDeclared,
      engine: { absent: "the worker died" },
      environment: await describeEnvironment(packageRoot(fileURLToPath(import.meta.url)), plan.commit),
      started: new Date(finished.getTime() - run.seconds * 1000),
      finished,
      ...run,
    });
    if ((await store.publish(record)) === "recorded") return record.outcome;
    return (await store.read(cell.key))?.outcome;
  } finally {
    await lease.release();
  }
}
