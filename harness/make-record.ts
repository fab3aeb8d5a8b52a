import type { PipelineResult } from "../src/pipelines/pipeline.ts";
import type { Cell } from "./cell.ts";
import type { Environment } from "./environment.ts";
import type { CellRecord, Declared, EngineUsed, OrAbsent, OutputTail } from "./record.ts";
import { resultProblem } from "./result-problem.ts";

/** How a run of a cell ended, as the worker saw it. */
export type Ending =
  | { readonly kind: "returned"; readonly result: PipelineResult }
  | { readonly kind: "failed" | "diverged"; readonly reason: string }
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
  readonly output?: OutputTail;
}

/** The record of a run. A result that cannot stand, such as a NaN, makes it a failed one that names the metric. */
export function makeRecord(run: RunOfCell): CellRecord {
  const { cell, ending, declared, engine, environment, started, finished, seconds, output } = run;
  const problem = ending.kind === "returned" ? resultProblem(ending.result, cell.data) : undefined;
  const result = ending.kind === "returned" && problem === undefined ? ending.result : nothing;
  return {
    schemaVersion: 1,
    key: cell.key,
    configuration: cell.configuration,
    code: cell.code,
    data: cell.data,
    outcome:
      ending.kind !== "returned"
        ? ending
        : problem === undefined
          ? { kind: "done" }
          : { kind: "failed", reason: problem },
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
    ...(output === undefined ? {} : { output }),
  };
}

const nothing: PipelineResult = { measurements: [], curves: [], timings: [], checksums: {} };
