/** A similarity of two rows: x·y, or exp(−gamma · |x − y|²). */
export type Kernel = { readonly kind: "linear" } | { readonly kind: "rbf"; readonly gamma: number };

/** Rows of equal length, row-major. */
export interface Rows<Values extends Float32Array | Float64Array = Float32Array> {
  readonly values: Values;
  readonly count: number;
  readonly width: number;
}

/**
 * Kernel values of every row of `left` with every row of `right` in float64, left.count × right.count, row-major: the
 * reference path, exact to rounding because distances are summed rather than taken from products. Slow: meant for
 * problems of a few thousand rows.
 *
 * @example
 * const rows = { values: Float64Array.of(0, 1), count: 2, width: 1 };
 * kernelMatrix({ kind: "rbf", gamma: Math.LN2 }, rows, rows); // => [1, 0.5, 0.5, 1]
 */
export function kernelMatrix(
  kernel: Kernel,
  left: Rows<Float32Array | Float64Array>,
  right: Rows<Float32Array | Float64Array>,
): Float64Array {
  const { width } = left;
  if (width !== right.width)
    throw new RangeError(`kernel matrix: rows of ${width} and of ${right.width} values; both need the same width`);
  const result = new Float64Array(left.count * right.count);
  for (let i = 0, at = 0; i < left.count; i++)
    for (let j = 0; j < right.count; j++, at++) {
      const a = i * width;
      const b = j * width;
      let sum = 0;
      if (kernel.kind === "linear")
        for (let k = 0; k < width; k++) sum += (left.values[a + k] as number) * (right.values[b + k] as number);
      else
        for (let k = 0; k < width; k++) {
          const difference = (left.values[a + k] as number) - (right.values[b + k] as number);
          sum += difference * difference;
        }
      result[at] = kernel.kind === "linear" ? sum : Math.exp(-kernel.gamma * sum);
    }
  return result;
}

/** |x|² of each row, summed in float64. */
export function squaredNorms(rows: Rows<Float32Array | Float64Array>): Float64Array {
  const result = new Float64Array(rows.count);
  for (let i = 0, at = 0; i < rows.count; i++) {
    let sum = 0;
    for (let k = 0; k < rows.width; k++, at++) sum += (rows.values[at] as number) ** 2;
    result[i] = sum;
  }
  return result;
}

/**
 * Turns products x·y into squared distances |x|² + |y|² − 2 x·y, in place; what rounding makes negative becomes 0.
 * Products are left × right, row-major. In float32 the rows should have been centred first: distances do not change,
 * and little cancels.
 */
export function squaredDistancesInPlace(
  products: Float32Array,
  leftNorms: Float64Array,
  rightNorms: Float64Array,
): void {
  const columns = rightNorms.length;
  for (let i = 0, at = 0; i < leftNorms.length; i++) {
    const norm = leftNorms[i] as number;
    for (let j = 0; j < columns; j++, at++)
      products[at] = Math.max(0, norm + (rightNorms[j] as number) - 2 * (products[at] as number));
  }
}
