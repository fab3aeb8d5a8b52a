import type { Tensor } from "../../../src/engine/tensor.ts";
import { congruential } from "../lcg.ts";

/** What the reference scripts store of an array: its norm, then its projections on drawn directions. */
export type Digest = readonly number[];

/** Uniform in [0, 1) from a seed made of the name, as the reference scripts draw. */
export function named(name: string, count: number): Float32Array {
  let seed = 0;
  for (const character of name) seed = (Math.imul(seed, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  return Float32Array.from(congruential(seed, count));
}

/**
 * How far an array lies from a stored one, in that one's norm: the differences of norm and projections. The directions
 * have a root mean square of 1, so that an error shows at its own size.
 */
export function errorsOf(
  name: string,
  array: Tensor | undefined,
  [norm = Number.NaN, ...projections]: Digest,
): readonly number[] {
  const data = array?.data ?? new Float32Array();
  const differences = projections.map((expected, position) => {
    const direction = directionOf(`${name} direction ${position}`, data.length);
    return data.reduce((sum, value, at) => sum + value * (direction[at] as number), 0) - expected;
  });
  const length = Math.sqrt(data.reduce((sum, value) => sum + value ** 2, 0));
  return [length - norm, ...differences].map((difference) => Math.abs(difference) / norm);
}

const directions = new Map<string, Float64Array>();

/** Drawn once for all cases of a test file. */
function directionOf(name: string, count: number): Float64Array {
  const key = `${name} ${count}`;
  const known = directions.get(key) ?? Float64Array.from(named(name, count), (u) => (u - 0.5) * Math.sqrt(12));
  directions.set(key, known);
  return known;
}

/** The root mean square of the errors of projections, over all arrays, as the reference scripts tell PyTorch's own. */
export function rootMeanSquareError(
  arrayOf: (name: string) => Tensor | undefined,
  expected: Readonly<Record<string, Digest>>,
): number {
  const errors = Object.entries(expected).flatMap(([name, digest]) => errorsOf(name, arrayOf(name), digest).slice(1));
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
}

/** The largest of those errors. */
export function arrayError(name: string, array: Tensor | undefined, digest: Digest): number {
  return Math.max(...errorsOf(name, array, digest));
}
