import { elementCount, type Shape, stridesOf } from "../dimensions.ts";

/**
 * For each element of an array of `shape`, row-major, where a walk with other strides stands: the flat positions that
 * broadcasting, transposing, slicing and reducing read or write.
 */
export function walk(shape: Shape, strides: readonly number[], offset = 0): Int32Array {
  const positions = new Int32Array(elementCount(shape)).fill(offset);
  let block = positions.length;
  for (const [axis, size] of shape.entries()) {
    block /= size;
    const stride = strides[axis] ?? 0;
    for (let element = 0; element < positions.length; element += 1)
      positions[element] = (positions[element] as number) + (Math.floor(element / block) % size) * stride;
  }
  return positions;
}

/** Strides with which an array of `source` is read as if it had the shape that it broadcasts to. */
export function broadcastStrides(source: Shape, target: Shape): number[] {
  const strides = stridesOf(source);
  const offset = target.length - source.length;
  return target.map((_, axis) => (axis < offset || source[axis - offset] === 1 ? 0 : (strides[axis - offset] ?? 0)));
}

/** Values at positions. */
export function gather(data: Float64Array, positions: ArrayLike<number>): Float64Array {
  return Float64Array.from(positions, (position) => data[position] as number);
}

/** Adds each value to its position. */
export function scatterAdd(target: Float64Array, positions: ArrayLike<number>, values: Float64Array): Float64Array {
  for (let element = 0; element < values.length; element += 1) {
    const position = positions[element] as number;
    target[position] = (target[position] as number) + (values[element] as number);
  }
  return target;
}
