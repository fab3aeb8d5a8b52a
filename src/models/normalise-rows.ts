import type { Rows } from "./kernel.ts";

/** TensorFlow's lower bound of a squared norm, so that a row of zeros stays one. */
const smallestSquaredNorm = 1e-12;

/**
 * Each row divided by its Euclidean norm, as `tf.nn.l2_normalize` does: norms are summed in float64.
 *
 * @example
 * normaliseRows({ values: Float32Array.of(3, 4), count: 1, width: 2 }).values; // => [0.6, 0.8]
 */
export function normaliseRows({ values, count, width }: Rows): Rows {
  const result = new Float32Array(values.length);
  for (let row = 0; row < count; row++) {
    let square = 0;
    for (let at = row * width; at < (row + 1) * width; at++) square += (values[at] as number) ** 2;
    const norm = Math.sqrt(Math.max(square, smallestSquaredNorm));
    for (let at = row * width; at < (row + 1) * width; at++) result[at] = (values[at] as number) / norm;
  }
  return { values: result, count, width };
}

/** The mean row. */
export function meanRow({ values, count, width }: Rows): Float64Array {
  const mean = new Float64Array(width);
  for (let at = 0; at < values.length; at++)
    mean[at % width] = (mean[at % width] as number) + (values[at] as number) / count;
  return mean;
}

/** Each row minus the given one. */
export function subtractRow({ values, count, width }: Rows, row: Float64Array): Rows {
  return { values: values.map((value, at) => value - (row[at % width] as number)), count, width };
}

/** Population variance of all values together, whatever their row and column. */
export function varianceOfAll({ values }: Rows): number {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  return squares / values.length;
}
