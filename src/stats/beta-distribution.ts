import { betaPower, incompleteBeta } from "./incomplete-beta.ts";
import { positiveQuantile } from "./positive-quantile.ts";
import { requireProbability } from "./probability.ts";

/**
 * The point below which a Beta(a, b) variable lies with the given probability; its cdf is `incompleteBeta`.
 * Throws a RangeError unless 0 ≤ probability ≤ 1, a > 0 and b > 0.
 *
 * @example
 * betaQuantile(0.5, 1, 2); // => 0.2928932188134524
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  requireProbability("betaQuantile", probability);
  if (!(a > 0 && b > 0)) throw new RangeError(`betaQuantile: a = ${a} and b = ${b} must be positive`);
  // The odds x / (1 − x) of a beta variable range over all positive numbers.
  const odds = {
    lowerTail: (ratio: number): number => incompleteBeta(share(ratio), a, b, share(1 / ratio)),
    upperTail: (ratio: number): number => incompleteBeta(share(1 / ratio), b, a, share(ratio)),
    density: (ratio: number): number => betaPower(share(ratio), share(1 / ratio), a, b) / ratio,
  };
  const ratio = positiveQuantile(odds, { lower: probability, upper: 1 - probability }, a / b);
  return ratio === Number.POSITIVE_INFINITY ? 1 : share(ratio);
}

function share(odds: number): number {
  return odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds);
}
