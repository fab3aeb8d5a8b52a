import { cpus } from "node:os";
import { describeConfiguration } from "../../harness/cell.ts";
import type { RunEvent } from "../../harness/executor.ts";
import { describeOutcome } from "../../harness/run-summary.ts";
import { firstEstimate } from "./first-estimate.ts";
import { progressLine } from "./progress-line.ts";
import type { Shell } from "./shell.ts";

export interface RunProgress {
  readonly tell: (event: RunEvent) => void;
  readonly end: () => void;
}

/** Tells of a run's events on the standard error: a line for each record and problem, and one of progress between. */
export function runProgress(shell: Shell, workers = cpus().length): RunProgress {
  const line = progressLine(shell);
  const estimate = firstEstimate(workers);
  const said = new Set<string>();
  const note = (text: string): void => {
    if (said.has(text)) return;
    said.add(text);
    line.end();
    shell.note(text);
  };
  return {
    end: line.end,
    tell: (event) => {
      const { state, cell } = event;
      const now = performance.now() / 1000;
      const what = describeConfiguration(cell.configuration);
      if (event.kind === "started") estimate.started(cell.key, now);
      else if (event.kind === "progress") {
        const { stage, done, total } = event.progress;
        const left = state.remainingSeconds ?? estimate.remaining(cell.key, event.progress, now, state);
        const place = `${state.recorded} of ${state.planned} cells done, ${state.running} running`;
        line.show(`${place}; ${what}: ${stage}`, done, total, left);
      } else if (event.kind === "recorded") {
        const { outcome, byOthers } = event;
        note(`${what}: ${describeOutcome(outcome)}${byOthers ? ", by another process" : ""}`);
      } else if (event.kind === "problem") {
        // What one cell lacks, such as a data set, all its like lack: said once.
        note(event.message);
      }
    },
  };
}
