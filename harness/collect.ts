import { describeConfiguration } from "./cell.ts";
import { mixedCode } from "./mixed-code.ts";
import { type PlannedCell, readPlan } from "./plan.ts";
import type { CellRecord } from "./record.ts";
import { describeOutcome } from "./run-summary.ts";
import { openStore } from "./store.ts";

export interface Collection {
  /** The records of the plan's cells, in the plan's order. */
  readonly records: readonly CellRecord[];
  /** Cells that are not recorded yet. */
  readonly missing: readonly PlannedCell[];
  /** Recorded cells that came to no numbers, one line each. */
  readonly withoutResult: readonly string[];
  /** Why the records must not be judged together, one line each. */
  readonly problems: readonly string[];
}

/**
 * Gathers what a plan's workers have recorded, wherever they ran: validates every record, refuses cells that are planned
 * twice and mixed code. Throws one line for a corrupt record.
 */
export async function collect(plan: string, storeFolder: string): Promise<Collection> {
  const { cells } = await readPlan(plan);
  const store = await openStore(storeFolder);
  const records: CellRecord[] = [];
  const missing: PlannedCell[] = [];
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const cell of cells) {
    if (seen.has(cell.key)) problems.push(`${plan}, line ${cell.index + 1}: the cell is planned twice; plan again`);
    seen.add(cell.key);
    const record = await store.read(cell.key);
    if (record === undefined) missing.push(cell);
    else records.push(record);
  }
  return {
    records,
    missing,
    withoutResult: records
      .filter(({ outcome }) => outcome.kind !== "done")
      .map(({ configuration, outcome }) => `${describeConfiguration(configuration)}: ${describeOutcome(outcome)}`),
    problems: [...problems, ...mixedCode(records)],
  };
}
