/**
 * How improbable unit rows are under a kernel density of fitted unit rows: −logsumexp_i(2 γ s_i) / γ with s_i the cosine
 * similarity to fitted row i. Higher is stranger; up to a constant and a factor it is the negative log of a Gaussian
 * density on the sphere (official code of Sohn et al., util/train.py, `eval_embed`, "kde").
 *
 * Takes squared distances |x − x_i|² = 2 − 2 s_i, asked × fitted, row-major, which keep the digits that similarities
 * near 1 lose in float32. Throws a RangeError for a gamma that is not positive or a matrix that is no whole rows.
 *
 * @example
 * // One fitted row, and the same row asked.
 * kernelDensityScores(Float32Array.of(0), 1, 10); // => [-2]
 */
export function kernelDensityScores(
  squaredDistances: Float32Array | Float64Array,
  fittedCount: number,
  gamma: number,
): Float64Array {
  if (!(gamma > 0)) throw new RangeError(`kernel density: gamma ${gamma} is not positive`);
  const asked = squaredDistances.length / fittedCount;
  if (!Number.isSafeInteger(asked))
    throw new RangeError(`kernel density: ${squaredDistances.length} distances are no rows of ${fittedCount}`);
  return Float64Array.from({ length: asked }, (_, row) => {
    const start = row * fittedCount;
    let nearest = Number.POSITIVE_INFINITY;
    for (let at = start; at < start + fittedCount; at++) nearest = Math.min(nearest, squaredDistances[at] as number);
    let sum = 0;
    for (let at = start; at < start + fittedCount; at++)
      sum += Math.exp(gamma * (nearest - (squaredDistances[at] as number)));
    return nearest - 2 - Math.log(sum) / gamma;
  });
}
