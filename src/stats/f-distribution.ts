import { betaPower, incompleteBeta } from "./incomplete-beta.ts";
import { positiveQuantile } from "./positive-quantile.ts";
import { requireDegreesOfFreedom, requireProbability } from "./probability.ts";

/**
 * The chance that the ratio of two mean squares with the given degrees of freedom is at most x (Snedecor's F).
 * Throws a RangeError unless both degrees of freedom are positive and finite.
 *
 * @example
 * fCdf(1, 5, 5); // => 0.5
 */
export function fCdf(x: number, numeratorDf: number, denominatorDf: number): number {
  requireBoth("fCdf", numeratorDf, denominatorDf);
  return x <= 0 ? 0 : lower(x, numeratorDf, denominatorDf);
}

/** The chance that F exceeds x, to full relative accuracy; errors as in `fCdf`. */
export function fUpperTail(x: number, numeratorDf: number, denominatorDf: number): number {
  requireBoth("fUpperTail", numeratorDf, denominatorDf);
  return x <= 0 ? 1 : lower(1 / x, denominatorDf, numeratorDf);
}

/**
 * The point below which F lies with the given probability; 0 and 1 give 0 and ∞.
 * Throws a RangeError unless 0 ≤ probability ≤ 1; otherwise errors as in `fCdf`.
 *
 * @example
 * fQuantile(0.95, 1, 4); // => 7.708647422176786
 */
export function fQuantile(probability: number, numeratorDf: number, denominatorDf: number): number {
  requireProbability("fQuantile", probability);
  requireBoth("fQuantile", numeratorDf, denominatorDf);
  const distribution = {
    lowerTail: (x: number): number => fCdf(x, numeratorDf, denominatorDf),
    upperTail: (x: number): number => fUpperTail(x, numeratorDf, denominatorDf),
    density: (x: number): number => {
      const ratio = (numeratorDf / denominatorDf) * x;
      return betaPower(ratio / (1 + ratio), 1 / (1 + ratio), numeratorDf / 2, denominatorDf / 2) / x;
    },
  };
  return positiveQuantile(distribution, { lower: probability, upper: 1 - probability }, 1);
}

function lower(x: number, numeratorDf: number, denominatorDf: number): number {
  const ratio = (numeratorDf / denominatorDf) * x;
  if (ratio === Number.POSITIVE_INFINITY) return 1;
  return incompleteBeta(ratio / (1 + ratio), numeratorDf / 2, denominatorDf / 2, 1 / (1 + ratio));
}

function requireBoth(where: string, numeratorDf: number, denominatorDf: number): void {
  for (const degreesOfFreedom of [numeratorDf, denominatorDf]) {
    requireDegreesOfFreedom(where, degreesOfFreedom);
    if (!Number.isFinite(degreesOfFreedom)) throw new RangeError(`${where}: degrees of freedom must be finite`);
  }
}
