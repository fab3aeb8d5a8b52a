import { elementCount } from "../../engine/dimensions.ts";
import type { Tensor } from "../../engine/tensor.ts";
import type { EpochLosses, Values } from "./training.ts";

/** All that a training needs to go on: nothing else is remembered between steps. */
export interface Checkpoint {
  /** Epochs that are complete. */
  readonly epoch: number;
  /** Batches of the next epoch that are done. */
  readonly batch: number;
  readonly stopped: boolean;
  /** Parameters, states and the optimiser's slots. */
  readonly values: Values;
  readonly kept: Readonly<Record<string, Values>>;
  /** Losses of the unfinished epoch, summed over examples. */
  readonly sums: Readonly<Record<string, number>>;
  readonly history: readonly EpochLosses[];
}

/**
 * A checkpoint as bytes: a JSON header behind its length, then every array as little-endian float32. Bit for bit what
 * `decodeCheckpoint` gives back.
 */
export function encodeCheckpoint(checkpoint: Checkpoint): Uint8Array {
  const { values, kept, ...rest } = checkpoint;
  const arrays: Tensor[] = [];
  const placed = (named: Values): Placed =>
    Object.entries(named).map(([name, tensor]) => {
      arrays.push(tensor);
      return [name, tensor.shape];
    });
  const header: Header = {
    ...rest,
    values: placed(values),
    kept: Object.entries(kept).map(([name, snapshot]) => [name, placed(snapshot)]),
  };
  const text = Buffer.from(JSON.stringify(header), "utf8");
  const length = arrays.reduce((total, { data }) => total + data.byteLength, 0);
  const bytes = new Uint8Array(4 + text.length + length);
  new DataView(bytes.buffer).setUint32(0, text.length, true);
  bytes.set(text, 4);
  let at = 4 + text.length;
  for (const { data } of arrays) {
    bytes.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return bytes;
}

/** @throws RangeError for bytes that are no checkpoint. */
export function decodeCheckpoint(bytes: Uint8Array): Checkpoint {
  const headerLength = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const text = Buffer.from(bytes.subarray(4, 4 + headerLength)).toString("utf8");
  const { values, kept, ...rest } = JSON.parse(text) as Header;
  let at = 4 + headerLength;
  const taken = (placed: Placed): Values =>
    Object.fromEntries(
      placed.map(([name, shape]) => {
        const size = 4 * elementCount(shape);
        if (at + size > bytes.length) throw new RangeError(`checkpoint: it ends within "${name}"; clear the memo`);
        const data = new Float32Array(bytes.slice(at, at + size).buffer);
        at += size;
        return [name, { shape, data }];
      }),
    );
  const present = taken(values);
  return { ...rest, values: present, kept: Object.fromEntries(kept.map(([name, placed]) => [name, taken(placed)])) };
}

type Placed = readonly (readonly [name: string, shape: readonly number[]])[];
type Header = Omit<Checkpoint, "values" | "kept"> & {
  readonly values: Placed;
  readonly kept: readonly (readonly [name: string, values: Placed])[];
};
