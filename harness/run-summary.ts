import type { Plan, PlannedCell } from "./plan.ts";
import type { Outcome } from "./record.ts";

/** A cell that did not come to a number, and why. */
export interface CellProblem {
  readonly cell: PlannedCell;
  readonly reason: string;
}

export interface RunSummary {
  readonly planned: number;
  /** Recorded before this run began, and not run again. */
  readonly before: number;
  /** Recorded as done, now or before. */
  readonly done: number;
  readonly failed: readonly CellProblem[];
  readonly timedOut: readonly CellProblem[];
  readonly diverged: readonly CellProblem[];
  /** Not recorded, because of data, engine, store or plan: mend it and run again. */
  readonly blocked: readonly CellProblem[];
  /** Not recorded, for whatever reason. */
  readonly remaining: number;
  readonly interrupted: boolean;
}

/** What became of a plan's cells. */
export function summariseRun(
  plan: Plan,
  before: number,
  outcomes: ReadonlyMap<PlannedCell, Outcome>,
  blocked: ReadonlyMap<PlannedCell, string>,
  interrupted: boolean,
): RunSummary {
  const problems = (wanted: Outcome["kind"]): readonly CellProblem[] =>
    plan.cells.flatMap((cell) => {
      const outcome = outcomes.get(cell);
      return outcome?.kind === wanted ? [{ cell, reason: describeOutcome(outcome) }] : [];
    });
  return {
    planned: plan.cells.length,
    before,
    done: [...outcomes.values()].filter(({ kind }) => kind === "done").length,
    failed: problems("failed"),
    timedOut: problems("timed-out"),
    diverged: problems("diverged"),
    blocked: [...blocked].map(([cell, reason]) => ({ cell, reason })),
    remaining: plan.cells.length - outcomes.size,
    interrupted,
  };
}

/** The exit code of a run: 0 if every cell came to an end of its own (done or diverged), 3 if running again may help. */
export function runExitCode({ failed, timedOut, remaining }: RunSummary): 0 | 3 {
  return failed.length + timedOut.length + remaining === 0 ? 0 : 3;
}

/** An outcome in words. */
export function describeOutcome(outcome: Outcome): string {
  if (outcome.kind === "done") return "done";
  return outcome.kind === "timed-out" ? `not finished within ${outcome.limitSeconds} s` : outcome.reason;
}
