/** How scores spread over bins of one width. */
export interface Histogram {
  /** Middles of the bins, ascending. */
  readonly middles: Float64Array;
  /** Of all scores, the share in each bin; they sum to 1. */
  readonly shares: Float64Array;
}

/**
 * The share of scores in each of so many bins of one width between two ends. A bin holds its lower edge, the last one its
 * upper edge, too (as NumPy's `histogram`).
 *
 * Throws a RangeError for no scores, a score outside the ends, ends that do not ascend, and fewer than two bins.
 *
 * @example
 * histogram([0, 0.2, 0.9, 1], { lowest: 0, highest: 1, bins: 2 }).shares.join(); // => "0.5,0.5"
 */
export function histogram(
  scores: ArrayLike<number>,
  { lowest, highest, bins }: { readonly lowest: number; readonly highest: number; readonly bins: number },
): Histogram {
  if (!Number.isSafeInteger(bins) || bins < 2) throw new RangeError(`histogram: ${bins} bins; give 2 or more`);
  if (!(lowest < highest)) throw new RangeError(`histogram: ends ${lowest} and ${highest} do not ascend`);
  if (scores.length === 0) throw new RangeError("histogram: there are no scores");
  const width = (highest - lowest) / bins;
  const edges = Float64Array.from({ length: bins + 1 }, (_, edge) => (edge === bins ? highest : lowest + edge * width));
  const counts = new Float64Array(bins);
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index] as number;
    if (!(score >= lowest && score <= highest))
      throw new RangeError(`histogram: score ${score} lies outside ${lowest} to ${highest}`);
    let bin = Math.min(bins - 1, Math.floor((score - lowest) / width));
    // The division may round over an edge: the edges decide.
    if (score < (edges[bin] as number)) bin--;
    else if (bin < bins - 1 && score >= (edges[bin + 1] as number)) bin++;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return {
    middles: Float64Array.from({ length: bins }, (_, bin) => lowest + (bin + 0.5) * width),
    shares: counts.map((count) => count / scores.length),
  };
}
