import { studentTQuantile } from "../stats/student-t.ts";
import type { Reported, SpreadMeaning } from "./judgement.ts";

/** A printed ± converted to a standard deviation over runs with divisor n − 1. */
export interface PaperSpread {
  readonly meaning: SpreadMeaning;
  readonly standardDeviation: number;
  /** The largest value that rounds to the print: what tests use, so that "±0.0" is not taken for certainty. */
  readonly upper: number;
  readonly lower: number;
}

/** The readings between which an unexplained ± is open; a mean of class deviations is used as a standard deviation. */
const openReadings: readonly SpreadMeaning[] = [
  "standard-deviation",
  "standard-deviation-n",
  "standard-error",
  "confidence-95",
];

/**
 * The standard deviation over runs that a printed ± stands for, one entry for each reading that is open: one where the
 * paper says what it prints, four where it does not, none without a spread or below two known runs (a spread then
 * tells nothing that a test could use).
 *
 * Conversions: SD with divisor n → · √(n / (n − 1)); standard error → · √n; 95 % half width → · √n / t(n − 1, 0.975).
 *
 * @example
 * paperSpreads({ value: 90, halfUnit: 0.05, runs: 4, spread: { value: 1, halfUnit: 0.05, meaning: "standard-error" } });
 * // => [{ meaning: "standard-error", standardDeviation: 2, upper: 2.1, lower: 1.9 }]
 */
export function paperSpreads({ spread, runs }: Reported): readonly PaperSpread[] {
  if (spread === undefined || runs === undefined || runs < 2) return [];
  const meanings = spread.meaning === "unknown" ? openReadings : [spread.meaning];
  return meanings.map((meaning) => {
    const factor = conversionFactor(meaning, runs);
    return {
      meaning,
      standardDeviation: spread.value * factor,
      upper: (spread.value + spread.halfUnit) * factor,
      lower: Math.max(0, spread.value - spread.halfUnit) * factor,
    };
  });
}

function conversionFactor(meaning: SpreadMeaning, runs: number): number {
  switch (meaning) {
    case "standard-deviation-n":
      return Math.sqrt(runs / (runs - 1));
    case "standard-error":
      return Math.sqrt(runs);
    case "confidence-95":
      return Math.sqrt(runs) / studentTQuantile(0.975, runs - 1);
    default:
      return 1;
  }
}
