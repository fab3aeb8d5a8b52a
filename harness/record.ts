import type { Coordinates, Curve, Freedom, Hyperparameter, Measurement, Picture } from "../src/paper/experiment.ts";
import type { Timing } from "../src/pipelines/pipeline.ts";
import type { CellIdentity } from "./cell.ts";

/** How a cell ended. An interrupted cell is no record: it is run again. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "diverged"; readonly reason: string }
  | { readonly kind: "timed-out"; readonly limitSeconds: number };

/** A value, or why there is none. */
export type OrAbsent<Value> = Value | { readonly absent: string };

export interface EngineUsed {
  readonly name: string;
  readonly version: string;
  readonly provider: string;
  readonly threads: number;
}

export interface Commit {
  readonly hash: string;
  /** Whether the work tree differed from the commit. */
  readonly dirty: boolean;
}

export interface Platform {
  readonly os: string;
  readonly arch: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
}

/** Runs of a cell that ended without a record, stopped or killed, before the one that went on to the end. */
export interface EarlierRuns {
  readonly runs: number;
  /** All of them together, to some seconds where one was killed. What a kill lost was done again and counts twice. */
  readonly seconds: number;
}

/** What the pipeline says of itself for the cell's variant and protocol. */
export interface Declared {
  readonly purpose: string;
  /** The options that a configuration has where nothing else is asked for. */
  readonly defaults: Coordinates;
  readonly hyperparameters: readonly Hyperparameter[];
  readonly freedoms: readonly Freedom[];
  readonly deviations: readonly string[];
}

/** Of a cell whose pipeline was never asked. */
export const nothingDeclared: Declared = {
  purpose: "",
  defaults: {},
  hyperparameters: [],
  freedoms: [],
  deviations: [],
};

/** The ends of what an external program, or a failing one, wrote. */
export interface OutputTail {
  readonly stdout: string;
  readonly stderr: string;
}

/** What one cell gave. Immutable; it knows of no claim. A loss history is a curve named `loss`. */
export interface CellRecord extends CellIdentity {
  readonly schemaVersion: 1;
  readonly key: string;
  readonly outcome: Outcome;
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
  readonly pictures?: readonly Picture[];
  readonly timings: readonly Timing[];
  /** File → SHA-256 of the data as read; for a drawn set, of its pixels and labels. */
  readonly dataRead: Readonly<Record<string, string>>;
  readonly declared: Declared;
  readonly engine: OrAbsent<EngineUsed>;
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: Platform;
  readonly commit: OrAbsent<Commit>;
  /** ISO 8601, UTC. */
  readonly started: string;
  readonly finished: string;
  /** Of the run that ended in this record. */
  readonly seconds: number;
  /** There where the cell had been begun before: `seconds` and `timings` may then leave out what was done earlier. */
  readonly earlier?: OrAbsent<EarlierRuns>;
  readonly output?: OutputTail;
}
