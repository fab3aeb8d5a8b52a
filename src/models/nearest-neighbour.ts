/**
 * Distance of unit rows to the nearest fitted unit row, 1 − max_i s_i with s_i the cosine similarity (official code of
 * Sohn et al., util/train.py, `eval_embed`, "auc"). In [0, 2]; higher is stranger.
 *
 * Takes squared distances 2 − 2 s_i, asked × fitted, row-major. Throws a RangeError for a matrix that is no whole rows.
 *
 * @example
 * nearestNeighbourScores(Float32Array.of(2, 0.5), 2); // => [0.25]
 */
export function nearestNeighbourScores(
  squaredDistances: Float32Array | Float64Array,
  fittedCount: number,
): Float64Array {
  const asked = squaredDistances.length / fittedCount;
  if (!Number.isSafeInteger(asked))
    throw new RangeError(`nearest neighbour: ${squaredDistances.length} distances are no rows of ${fittedCount}`);
  return Float64Array.from({ length: asked }, (_, row) => {
    let nearest = Number.POSITIVE_INFINITY;
    for (let at = row * fittedCount; at < (row + 1) * fittedCount; at++)
      nearest = Math.min(nearest, squaredDistances[at] as number);
    return nearest / 2;
  });
}
