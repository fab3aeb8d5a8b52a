import type { Engine } from "../src/engine/executor.ts";
import { isDivergence } from "../src/pipelines/divergence.ts";
import type { Memo, PipelineContext, PipelineResult, Progress } from "../src/pipelines/pipeline.ts";
import type { ModuleEntry } from "../src/pipelines/registry.ts";
import { type Cell, otherDatasets } from "./cell.ts";
import { isStorageError } from "./durable-file.ts";
import type { Ending } from "./make-record.ts";
import type { Declared, EngineUsed, OrAbsent, OutputTail } from "./record.ts";
import { openWorld } from "./world.ts";

export interface RunPipelineOptions {
  readonly cell: Cell;
  readonly dataFolder: string;
  readonly threads: number;
  readonly memo: Memo;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** What running a cell came to, if it came to something that can be recorded. */
export interface Attempt {
  readonly ending: Ending;
  readonly declared: Declared;
  readonly engine: OrAbsent<EngineUsed>;
  readonly output?: OutputTail;
}

/** Data or engine could not be opened: this says nothing about the experiment and is not recorded. */
export interface Unavailable {
  readonly unavailable: string;
}

/**
 * Runs a pipeline of ours on a cell. What the pipeline throws is its ending; an aborted signal and an error of the
 * store are thrown on.
 */
export async function runPipeline(entry: ModuleEntry, options: RunPipelineOptions): Promise<Attempt | Unavailable> {
  const { cell, dataFolder, threads, memo, signal, onProgress } = options;
  const { configuration } = cell;
  const pipeline = await entry.load();
  const declared = {
    purpose: pipeline.purpose,
    defaults: pipeline.defaults(configuration.variant),
    hyperparameters: pipeline.hyperparameters(configuration.variant),
    freedoms: pipeline.freedoms,
    deviations: pipeline.deviations(configuration.protocol, configuration.variant),
  };
  const world = openWorld(configuration.dataset, dataFolder, threads);
  // Each by a world of its own: what openWorld does is part of every pipeline's identity.
  const others = new Map(
    [...otherDatasets(entry, configuration.protocol)].map(([name, opened]) => [
      name,
      openWorld(opened, dataFolder, threads),
    ]),
  );
  let engine: OrAbsent<EngineUsed> = { absent: "the pipeline opened no engine" };
  let unavailable: Error | undefined;
  const given = async <Value>(open: () => Promise<Value>): Promise<Value> => {
    try {
      return await open();
    } catch (error) {
      unavailable = asError(error);
      throw unavailable;
    }
  };
  const context: PipelineContext = {
    cell: cell.key,
    code: cell.code,
    dataset: async (other) => {
      const opened = other === undefined ? world : others.get(other);
      if (opened !== undefined) return given(opened.dataset);
      throw new Error(
        `${configuration.pipeline} reads "${other}", which is not in its description's alsoReads: add it`,
      );
    },
    engine: async (): Promise<Engine> => {
      const opened = await given(world.engine);
      engine = opened.identity;
      return opened;
    },
    memo,
    signal,
    progress: onProgress,
    now: () => performance.now(),
  };
  let ending: Ending;
  let output: OutputTail | undefined;
  try {
    const result: PipelineResult = await pipeline.run(configuration, context);
    ending = { kind: "returned", result };
  } catch (cause) {
    if (signal.aborted || isStorageError(cause)) throw cause;
    if (unavailable !== undefined) return { unavailable: firstLine(unavailable.message) };
    const error = asError(cause);
    const reason = firstLine(error.message);
    ending = isDivergence(cause)
      ? { kind: "diverged", reason, curves: cause.curves ?? [] }
      : { kind: "failed", reason };
    output = { stdout: "", stderr: error.stack ?? "" };
  }
  return { ending, declared, engine, ...(output === undefined ? {} : { output }) };
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

function firstLine(message: string): string {
  return message.split("\n", 1)[0]?.trim() || "the pipeline gave no reason";
}
