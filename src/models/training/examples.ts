import type { Shape } from "../../engine/dimensions.ts";

/** What a network is trained on, prepared when it is needed. */
export interface Examples {
  readonly count: number;
  /** Shape of one example, by the name of the graph's input. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /**
   * Writes examples one after the other into one array an input. What is drawn for an example (augmentation) must depend
   * on its index and the epoch alone, counted from 1.
   */
  readonly read: (indices: Uint32Array, epoch: number, into: Readonly<Record<string, Float32Array>>) => void;
}
