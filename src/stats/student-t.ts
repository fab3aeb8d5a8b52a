import { betaPower, incompleteBeta } from "./incomplete-beta.ts";
import { normalCdf, normalDensity, normalQuantile } from "./normal.ts";
import { positiveQuantile } from "./positive-quantile.ts";
import { requireDegreesOfFreedom, requireProbability } from "./probability.ts";

/**
 * The chance that Student's t is at most t; degrees of freedom may be fractional or infinite (the normal distribution).
 * The upper tail with its digits kept is `studentTCdf(-t, df)`. Throws a RangeError unless df > 0.
 *
 * @example
 * studentTCdf(-2.7764451051977934, 4); // => 0.025
 */
export function studentTCdf(t: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom("studentTCdf", degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalCdf(t);
  return t < 0 ? outer(-t, degreesOfFreedom) / 2 : 0.5 + inner(t, degreesOfFreedom) / 2;
}

/** The density of Student's t. Throws a RangeError unless df > 0. */
export function studentTDensity(t: number, degreesOfFreedom: number): number {
  requireDegreesOfFreedom("studentTDensity", degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalDensity(t);
  if (t === 0) return studentTDensity(1e-100, degreesOfFreedom);
  const { x, complement } = betaArguments(Math.abs(t), degreesOfFreedom);
  return betaPower(x, complement, 0.5, degreesOfFreedom / 2) / Math.abs(t);
}

/**
 * The point below which Student's t lies with the given probability; 0 and 1 give −∞ and ∞.
 * Throws a RangeError unless 0 ≤ probability ≤ 1 and df > 0.
 *
 * @example
 * studentTQuantile(0.975, 4); // => 2.7764451051977934
 */
export function studentTQuantile(probability: number, degreesOfFreedom: number): number {
  requireProbability("studentTQuantile", probability);
  requireDegreesOfFreedom("studentTQuantile", degreesOfFreedom);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalQuantile(probability);
  const lowerHalf = probability < 0.5;
  const tail = lowerHalf ? probability : 1 - probability;
  const absolute = {
    lowerTail: (t: number): number => inner(t, degreesOfFreedom),
    upperTail: (t: number): number => outer(t, degreesOfFreedom),
    density: (t: number): number => 2 * studentTDensity(t, degreesOfFreedom),
  };
  const magnitude = positiveQuantile(absolute, { lower: 1 - 2 * tail, upper: 2 * tail }, guess(tail, degreesOfFreedom));
  return lowerHalf ? -magnitude : magnitude;
}

/** P(|T| ≤ t): the square of Student's t is an F variable. */
function inner(t: number, degreesOfFreedom: number): number {
  const { x, complement } = betaArguments(t, degreesOfFreedom);
  return incompleteBeta(x, 0.5, degreesOfFreedom / 2, complement);
}

/** P(|T| > t). */
function outer(t: number, degreesOfFreedom: number): number {
  const { x, complement } = betaArguments(t, degreesOfFreedom);
  return incompleteBeta(complement, degreesOfFreedom / 2, 0.5, x);
}

function betaArguments(t: number, degreesOfFreedom: number): { readonly x: number; readonly complement: number } {
  const ratio = (t / degreesOfFreedom) * t;
  if (ratio === Number.POSITIVE_INFINITY) return { x: 1, complement: 0 };
  return { x: ratio / (1 + ratio), complement: 1 / (1 + ratio) };
}

/** Where to start: the exact value for 2 degrees of freedom below 3, else one Cornish–Fisher term on a rough normal. */
function guess(tail: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom < 3 || tail > 0.3) return Math.max((1 - 2 * tail) / Math.sqrt(2 * tail * (1 - tail)), 1e-300);
  const root = Math.sqrt(-2 * Math.log(tail));
  const z = root - (2.307 + 0.2706 * root) / (1 + 0.9923 * root + 0.0448 * root * root);
  return z + (z * z * z + z) / (4 * degreesOfFreedom);
}
