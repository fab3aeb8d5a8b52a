import { gammaPower, incompleteGamma } from "./incomplete-gamma.ts";
import { positiveQuantile } from "./positive-quantile.ts";
import { requireDegreesOfFreedom, requireProbability } from "./probability.ts";

/**
 * The chance that a chi-square variable is at most x. Throws a RangeError unless df > 0.
 *
 * @example
 * chiSquareCdf(3.841458820694124, 1); // => 0.95
 */
export function chiSquareCdf(x: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom("chiSquareCdf", degreesOfFreedom);
  return x <= 0 ? 0 : incompleteGamma(degreesOfFreedom / 2, x / 2).lower;
}

/** The chance that a chi-square variable exceeds x, to full relative accuracy. Throws a RangeError unless df > 0. */
export function chiSquareUpperTail(x: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom("chiSquareUpperTail", degreesOfFreedom);
  return x <= 0 ? 1 : incompleteGamma(degreesOfFreedom / 2, x / 2).upper;
}

/**
 * The point below which a chi-square variable lies with the given probability; 0 and 1 give 0 and ∞.
 * Throws a RangeError unless 0 ≤ probability ≤ 1 and df > 0.
 *
 * @example
 * chiSquareQuantile(0.025, 9); // => 2.7003894999803584
 */
export function chiSquareQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability("chiSquareQuantile", probability);
  requireDegreesOfFreedom("chiSquareQuantile", degreesOfFreedom);
  const distribution = {
    lowerTail: (x: number): number => chiSquareCdf(x, degreesOfFreedom),
    upperTail: (x: number): number => chiSquareUpperTail(x, degreesOfFreedom),
    density: (x: number): number => gammaPower(degreesOfFreedom / 2, x / 2) / x,
  };
  return positiveQuantile(distribution, { lower: probability, upper: 1 - probability }, degreesOfFreedom);
}
