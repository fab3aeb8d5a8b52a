import type { Dataset } from "../data/image-set.ts";
import type { Engine } from "../engine/executor.ts";
import type {
  Configuration,
  Coordinates,
  Curve,
  Freedom,
  Hyperparameter,
  Measurement,
  Picture,
  Protocol,
} from "../paper/experiment.ts";

/** Results of expensive, deterministic steps by the hash of all that decides them; forgetting any of them is harmless. */
export interface Memo {
  readonly get: (key: string) => Promise<Uint8Array | undefined>;
  readonly put: (key: string, value: Uint8Array) => Promise<void>;
  /** Lets go of a value that is not needed any more, if it is there. */
  readonly forget: (key: string) => Promise<void>;
}

export interface Progress {
  readonly stage: string;
  readonly done: number;
  readonly total: number;
}

/** What a running pipeline is given of the world. */
export interface PipelineContext {
  /** The cell's key: the hash of all that decides its result, the code included. */
  readonly cell: string;
  /** The hash of the code alone: for the keys of what cells of the same code share in the memo. */
  readonly code: string;
  /**
   * The data set of the cell's configuration, or the named one of the description's `alsoReads`, under the smoke protocol
   * its stand-in; checksums verified.
   */
  readonly dataset: (other?: string) => Promise<Dataset>;
  readonly engine: () => Promise<Engine>;
  readonly memo: Memo;
  readonly progress: (progress: Progress) => void;
  /** Aborted when the worker is asked to stop: the pipeline leaves its finished steps in the memo and throws the signal's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds on a monotonic clock, for timings only. */
  readonly now: () => number;
}

export interface Timing {
  readonly stage: string;
  /** What the stage costs: items from the memo count with the seconds that they took when first computed, which the memo keeps beside them. */
  readonly seconds: number;
  /** How many items (images, fits, scores) the stage worked through. */
  readonly items: number;
  /** Items whose result came from the memo. */
  readonly remembered: number;
}

export interface PipelineResult {
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
  /** Made by `picture`; at most 256 KiB of pixels in all. */
  readonly pictures?: readonly Picture[];
  readonly timings: readonly Timing[];
  /** File → sha256 of the data that were read; empty for embedded data. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** What must be known of a pipeline to plan its cells, without loading its code. */
export interface PipelineDescription {
  /** One sentence. */
  readonly purpose: string;
  readonly variants: readonly string[];
  readonly datasets: readonly string[];
  /** The embedded stand-in that the smoke protocol runs on in place of a data set. */
  readonly smokeDataset: string;
  /** Data sets that every cell reads beside its own, each with the embedded stand-in of the smoke protocol; default: none. */
  readonly alsoReads?: Readonly<Record<string, string>>;
  /** The options of a configuration with their defaults, by variant; an option that is not named here is refused. */
  readonly defaults: (variant: string) => Coordinates;
}

/** An implemented experiment of a paper. */
export interface Pipeline extends PipelineDescription {
  readonly name: string;
  readonly hyperparameters: (variant: string) => readonly Hyperparameter[];
  readonly freedoms: readonly Freedom[];
  /** Every way in which a protocol departs from the paper's, in words; empty for `paper`. */
  readonly deviations: (protocol: Protocol, variant: string) => readonly string[];
  readonly run: (configuration: Configuration, context: PipelineContext) => Promise<PipelineResult>;
}
