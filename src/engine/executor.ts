import type { Node } from "./graph.ts";
import type { Tensor } from "./tensor.ts";

/** The engines, fastest first; this is also the order in which they are tried. */
export const ENGINE_NAMES = ["ort-cuda", "tfjs-gpu", "ort", "tfjs-wasm", "tfjs-cpu"] as const;

export type EngineName = (typeof ENGINE_NAMES)[number];

/** Who computed a result: part of every record, since engines differ in the last digits. */
export interface EngineIdentity {
  readonly name: EngineName;
  /** Version of the library that computes. */
  readonly version: string;
  /** What the library computes on: an execution provider or backend. */
  readonly provider: string;
  readonly threads: number;
}

/** A graph made ready to run. */
export interface Executable {
  readonly identity: EngineIdentity;
  /** SHA-256, in hexadecimal, of the compiled graph with its constants: with identity and feeds it decides the results. */
  readonly fingerprint: string;
  /** Computes the outputs from the inputs, all by name. */
  readonly run: (feeds: Readonly<Record<string, Tensor>>) => Promise<Readonly<Record<string, Tensor>>>;
  /** Frees what the executable holds; it cannot run afterwards. */
  readonly release: () => Promise<void>;
}

/** Makes graphs ready to run. */
export interface Engine {
  readonly identity: EngineIdentity;
  readonly compile: (outputs: Readonly<Record<string, Node>>) => Promise<Executable>;
}
