import type { Curve } from "../src/paper/experiment.ts";
import type { PipelineResult } from "../src/pipelines/pipeline.ts";
import type { Cell } from "./cell.ts";
import type { Environment } from "./environment.ts";
import type { CellRecord, Declared, EarlierRuns, EngineUsed, OrAbsent, Outcome, OutputTail } from "./record.ts";
import { resultProblem } from "./result-problem.ts";

/** How a run of a cell ended, as the worker saw it. */
export type Ending =
  | { readonly kind: "returned"; readonly result: PipelineResult }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "diverged"; readonly reason: string; readonly curves?: readonly Curve[] }
  | { readonly kind: "timed-out"; readonly limitSeconds: number };

export interface RunOfCell {
  readonly cell: Cell;
  readonly ending: Ending;
  readonly declared: Declared;
  readonly engine: OrAbsent<EngineUsed>;
  readonly environment: Environment;
  readonly started: Date;
  readonly finished: Date;
  readonly seconds: number;
  readonly earlier?: EarlierRuns | undefined;
  readonly output?: OutputTail;
}

/**
 * The record of a run. A result that cannot stand, such as a NaN, makes it a failed one that names the metric; of a
 * diverged training the curves until then are kept.
 */
export function makeRecord(run: RunOfCell): CellRecord {
  const { cell, ending, declared, engine, environment, started, finished, seconds, earlier, output } = run;
  const given = resultOf(ending);
  const problem = resultProblem(given, cell.data);
  const result = problem === undefined ? given : nothing;
  return {
    schemaVersion: 1,
    key: cell.key,
    configuration: cell.configuration,
    code: cell.code,
    data: cell.data,
    outcome: problem === undefined ? outcomeOf(ending) : { kind: "failed", reason: problem },
    measurements: result.measurements,
    curves: result.curves,
    ...(result.pictures === undefined ? {} : { pictures: result.pictures }),
    timings: result.timings,
    dataRead: result.checksums,
    declared,
    engine,
    ...environment,
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds,
    ...(earlier === undefined ? {} : { earlier }),
    ...(output === undefined ? {} : { output }),
  };
}

function resultOf(ending: Ending): PipelineResult {
  if (ending.kind === "returned") return ending.result;
  return ending.kind === "diverged" ? { ...nothing, curves: ending.curves ?? [] } : nothing;
}

function outcomeOf(ending: Ending): Outcome {
  if (ending.kind === "returned") return { kind: "done" };
  return ending.kind === "diverged" ? { kind: "diverged", reason: ending.reason } : ending;
}

const nothing: PipelineResult = { measurements: [], curves: [], timings: [], checksums: {} };
