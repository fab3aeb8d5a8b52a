import type { Rows } from "./kernel.ts";

/** A fitted Gaussian with a full covariance. */
export interface GaussianDensity {
  /** −log density of each row; higher is stranger. */
  readonly score: (rows: Rows<Float32Array | Float64Array>) => Float64Array;
}

/**
 * Fits one Gaussian by maximum likelihood: the mean, and the covariance divided by the number of rows with
 * `regularisation` added to its diagonal. The default is that of scikit-learn's GaussianMixture, which the official code
 * of Sohn et al. uses with one component on normalised features (util/train.py, `eval_embed`, "gde"). In float64.
 *
 * Throws a RangeError without rows, and for a covariance that is not positive definite.
 *
 * @example
 * const unit = fitGaussianDensity({ values: Float64Array.of(-1, 1), count: 2, width: 1 }, 0);
 * unit.score({ values: Float64Array.of(0), count: 1, width: 1 }); // => [0.5 * Math.log(2 * Math.PI)]
 */
export function fitGaussianDensity(
  rows: Rows<Float32Array | Float64Array>,
  regularisation: number = 1e-6,
): GaussianDensity {
  const { values, count, width } = rows;
  if (count < 1) throw new RangeError("Gaussian density: no rows to fit");
  const mean = new Float64Array(width);
  for (let at = 0; at < values.length; at++)
    mean[at % width] = (mean[at % width] as number) + (values[at] as number) / count;
  const factor = cholesky(covariance(rows, mean, regularisation), width);
  let logDeterminant = 0;
  for (let k = 0; k < width; k++) logDeterminant += 2 * Math.log(factor[k * width + k] as number);
  const constant = 0.5 * (width * Math.log(2 * Math.PI) + logDeterminant);
  return {
    score: (asked) => {
      if (asked.width !== width)
        throw new RangeError(`Gaussian density: rows of ${asked.width} values, fitted to ${width}`);
      return Float64Array.from({ length: asked.count }, (_, row) => {
        const centred = Float64Array.from(mean, (value, k) => (asked.values[row * width + k] as number) - value);
        return constant + 0.5 * squaredNormOfSolution(factor, centred);
      });
    },
  };
}

function covariance(
  { values, count, width }: Rows<Float32Array | Float64Array>,
  mean: Float64Array,
  regularisation: number,
): Float64Array {
  const result = new Float64Array(width * width);
  const centred = new Float64Array(width);
  for (let row = 0; row < count; row++) {
    for (let k = 0; k < width; k++) centred[k] = (values[row * width + k] as number) - (mean[k] as number);
    for (let i = 0; i < width; i++) {
      const scaled = (centred[i] as number) / count;
      for (let j = 0, at = i * width; j <= i; j++, at++)
        result[at] = (result[at] as number) + scaled * (centred[j] as number);
    }
  }
  for (let k = 0; k < width; k++) result[k * width + k] = (result[k * width + k] as number) + regularisation;
  return result;
}

/** Lower factor of a symmetric matrix of which the lower triangle is given. */
function cholesky(matrix: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width);
  for (let i = 0; i < width; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * width + j] as number;
      for (let k = 0; k < j; k++) sum -= (factor[i * width + k] as number) * (factor[j * width + k] as number);
      if (i !== j) factor[i * width + j] = sum / (factor[j * width + j] as number);
      else if (sum > 0) factor[i * width + i] = Math.sqrt(sum);
      else throw new RangeError("Gaussian density: the covariance is not positive definite; regularise it more");
    }
  return factor;
}

/** |y|² where L y = x, by forward substitution. */
function squaredNormOfSolution(factor: Float64Array, x: Float64Array): number {
  const width = x.length;
  const y = new Float64Array(width);
  let square = 0;
  for (let i = 0; i < width; i++) {
    let sum = x[i] as number;
    for (let k = 0; k < i; k++) sum -= (factor[i * width + k] as number) * (y[k] as number);
    const value = sum / (factor[i * width + i] as number);
    y[i] = value;
    square += value * value;
  }
  return square;
}
