import { elementCount, formatShape } from "./dimensions.ts";

/** A dense float32 array in row-major order. */
export interface Tensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/**
 * A tensor over `data` (not copied), whose length must be the product of `shape`.
 *
 * @example
 * tensor([1, 2, 3, 4], [2, 2]).data.length; // => 4
 * @throws RangeError when data and shape disagree.
 */
export function tensor(data: Float32Array | readonly number[], shape: readonly number[]): Tensor {
  if (data.length !== elementCount(shape))
    throw new RangeError(
      `tensor: ${data.length} values do not fill shape ${formatShape(shape)}, which holds ${elementCount(shape)}`,
    );
  return { shape, data: data instanceof Float32Array ? data : Float32Array.from(data) };
}
