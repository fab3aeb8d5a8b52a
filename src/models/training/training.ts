import type { Engine } from "../../engine/executor.ts";
import type { Tensor } from "../../engine/tensor.ts";
import type { Examples } from "./examples.ts";
import type { Optimiser } from "./optimiser.ts";
import type { Model } from "./training-graph.ts";

/** Arrays by name: parameters and states of a network. */
export type Values = Readonly<Record<string, Tensor>>;

/** The mean losses of an epoch, each batch weighted by its examples, and what was measured after it. */
export interface EpochLosses {
  /** From 1. */
  readonly epoch: number;
  readonly losses: Readonly<Record<string, number>>;
}

export interface EpochEnd {
  readonly epoch: number;
  /** Parameters and states as they are after the epoch. */
  readonly values: Values;
  /** Epochs so far, this one last. */
  readonly history: readonly EpochLosses[];
}

/** What follows from an epoch; it must depend on its argument alone, so that a resumed training decides alike. */
export interface EpochDecision {
  /** Added to the epoch's losses, such as those of validation images. */
  readonly losses?: Readonly<Record<string, number>>;
  /** Names under which the values are kept, replacing what was kept there. */
  readonly keep?: readonly string[];
  readonly stop?: boolean;
}

/** Where a training leaves its state, so that it can go on after an interruption. */
export interface Checkpoints {
  readonly memo: {
    readonly get: (key: string) => Promise<Uint8Array | undefined>;
    readonly put: (key: string, value: Uint8Array) => Promise<void>;
  };
  /** All that decides the training, besides what the loop sees itself: code, data, options. */
  readonly identity: readonly (string | number)[];
  /** Seconds between checkpoints, 60 unless given. */
  readonly everySeconds?: number;
}

export interface Training {
  readonly engine: Engine;
  readonly model: Model;
  readonly optimiser: Optimiser;
  readonly examples: Examples;
  readonly batchSize: number;
  readonly epochs: number;
  /** What the training is for: its random streams (weights, order, noise) are keyed by it. */
  readonly purpose: readonly (string | number)[];
  /** In place of drawn initial values, by name. */
  readonly startFrom?: Values;
  readonly onEpoch?: (end: EpochEnd) => Promise<EpochDecision> | EpochDecision;
  readonly checkpoints?: Checkpoints;
  /** Aborted to stop: a checkpoint is left and the reason thrown. */
  readonly signal: AbortSignal;
  /** Milliseconds on a monotonic clock: for progress and the pace of checkpoints only. */
  readonly now: () => number;
  readonly progress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What training came to. */
export type Trained =
  | {
      readonly kind: "trained";
      readonly values: Values;
      /** Values kept along the way, by the names that decisions gave them. */
      readonly kept: Readonly<Record<string, Values>>;
      readonly history: readonly EpochLosses[];
      readonly steps: number;
    }
  | {
      readonly kind: "diverged";
      /** Which number stopped being finite, and where. */
      readonly reason: string;
      /** The last entry may be of an epoch that was not finished: the mean of its batches until then. */
      readonly history: readonly EpochLosses[];
    };
