import type { Tensor } from "../../../src/engine/tensor.ts";

type Tensors = Readonly<Record<string, Tensor>>;

/** A batch with the rows of all its arrays in another order, turned by so many: the same training but for rounding. */
export function turnedRows(batch: Tensors, turn: number): Tensors {
  return Object.fromEntries(
    Object.entries(batch).map(([name, { shape, data }]) => {
      const cut = data.length - (turn * data.length) / (shape[0] ?? 1);
      return [name, { shape, data: Float32Array.of(...data.subarray(cut), ...data.subarray(0, cut)) }];
    }),
  );
}
