import { incompleteGamma } from "./incomplete-gamma.ts";
import { positiveQuantile } from "./positive-quantile.ts";
import { requireProbability } from "./probability.ts";

/**
 * The chance that a standard normal variable is at most z, each tail to full relative accuracy.
 *
 * @example
 * normalCdf(-1.959963984540054); // => 0.025
 */
export function normalCdf(z: number): number {
  const { lower, upper } = incompleteGamma(0.5, (z * z) / 2);
  return z < 0 ? upper / 2 : 0.5 + lower / 2;
}

/** The density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * The point below which a standard normal variable lies with the given probability; 0 and 1 give −∞ and ∞.
 * Throws a RangeError unless 0 ≤ probability ≤ 1.
 *
 * @example
 * normalQuantile(0.975); // => 1.959963984540054
 */
export function normalQuantile(probability: number): number {
  requireProbability("normalQuantile", probability);
  const lowerHalf = probability < 0.5;
  const tail = lowerHalf ? probability : 1 - probability;
  const magnitude = positiveQuantile(absoluteNormal, { lower: 1 - 2 * tail, upper: 2 * tail }, 1);
  return lowerHalf ? -magnitude : magnitude;
}

const absoluteNormal = {
  lowerTail: (z: number): number => incompleteGamma(0.5, (z * z) / 2).lower,
  upperTail: (z: number): number => incompleteGamma(0.5, (z * z) / 2).upper,
  density: (z: number): number => 2 * normalDensity(z),
};
