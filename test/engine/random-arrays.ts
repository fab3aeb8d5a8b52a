import { elementCount, type Shape } from "../../src/engine/dimensions.ts";
import type { Array64 } from "../../src/engine/reference/kernel.ts";
import type { Tensor } from "../../src/engine/tensor.ts";
import { stream } from "../../src/random/stream.ts";

/** Numbers of about unit size, or within (0.5, 2), rounded to float32 so that every executor is fed the same. */
export function randomArray(purpose: string, shape: Shape, positive = false): Array64 {
  const source = stream("test/engine", purpose);
  const draw = () => (positive ? 0.5 + 1.5 * source.uniform() : 2 * source.uniform() - 1);
  return { shape, data: Float64Array.from({ length: elementCount(shape) }, () => Math.fround(draw())) };
}

export function toTensor({ shape, data }: Array64): Tensor {
  return { shape, data: Float32Array.from(data) };
}

/** The largest difference, in units of the largest expected value, or of `least` where that is larger. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>, least = 1): number {
  let [difference, scale] = [0, least];
  for (const [position, value] of Array.from(expected).entries()) {
    const distance = Math.abs((actual[position] ?? Number.NaN) - value);
    if (Number.isNaN(distance)) return Number.POSITIVE_INFINITY;
    difference = Math.max(difference, distance);
    scale = Math.max(scale, Math.abs(value));
  }
  return actual.length === expected.length ? difference / scale : Number.POSITIVE_INFINITY;
}
