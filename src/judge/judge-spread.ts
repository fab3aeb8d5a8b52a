import { sampleVariance } from "simple-statistics";
import { fCdf, fQuantile, fUpperTail } from "../stats/f-distribution.ts";
import type { Reported } from "./judgement.ts";
import { paperSpreads } from "./spread-meaning.ts";

/** How our runs' spread compares with the paper's. */
export interface SpreadJudgement {
  /** Our standard deviation over the paper's printed one; absent where the paper prints zero. */
  readonly ratio?: number;
  /** 95 % interval of that ratio over all values that round to the print; open above where the print may be zero. */
  readonly interval: { readonly lower: number; readonly upper?: number };
  /** Two-sided, the largest over all values that round to the print. */
  readonly p: number;
  /** Called only at p < 0.01, since the F test is sensitive to noise that is not normal. */
  readonly finding:
    | "printed spread far smaller than ours"
    | "printed spread far larger than ours"
    | "no clear difference";
}

/**
 * Is the printed spread credible beside that of our runs? The variance ratio against F with k − 1 and n − 1 degrees of
 * freedom. Undefined unless the paper says what its ± is and over how many runs, and ours are two or more with a spread.
 *
 * @example
 * judgeSpread({ value: 90, halfUnit: 0.05, runs: 5,
 *   spread: { value: 0.1, halfUnit: 0.05, meaning: "standard-deviation" } }, [88, 92, 90, 87, 93])?.finding;
 * // => "printed spread far smaller than ours"
 */
export function judgeSpread(reported: Reported, values: readonly number[]): SpreadJudgement | undefined {
  const spreads = paperSpreads(reported);
  const [spread] = spreads;
  if (spread === undefined || spreads.length !== 1 || reported.runs === undefined || values.length < 2)
    return undefined;
  const variance = sampleVariance([...values]);
  if (variance === 0 || spread.upper === 0) return undefined;
  const [ourDf, paperDf] = [values.length - 1, reported.runs - 1];
  const smallest = variance / spread.upper ** 2;
  const largest = spread.lower > 0 ? variance / spread.lower ** 2 : undefined;
  const largerP = 2 * fUpperTail(smallest, ourDf, paperDf);
  const smallerP = largest === undefined ? 1 : 2 * fCdf(largest, ourDf, paperDf);
  // Ours are the larger where even the largest printed spread is the smaller, and the other way round.
  const p = smallest > 1 ? largerP : largest !== undefined && largest < 1 ? smallerP : 1;
  const upper = largest === undefined ? undefined : Math.sqrt(largest / fQuantile(0.025, ourDf, paperDf));
  return {
    ...(spread.standardDeviation > 0 && { ratio: Math.sqrt(variance) / spread.standardDeviation }),
    interval: {
      lower: Math.sqrt(smallest / fQuantile(0.975, ourDf, paperDf)),
      ...(upper !== undefined && { upper }),
    },
    p: Math.min(1, p),
    finding:
      p >= 0.01
        ? "no clear difference"
        : smallest > 1
          ? "printed spread far smaller than ours"
          : "printed spread far larger than ours",
  };
}
