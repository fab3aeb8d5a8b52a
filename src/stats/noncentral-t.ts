import { incompleteBeta } from "./incomplete-beta.ts";
import { logGamma } from "./log-gamma.ts";
import { normalCdf } from "./normal.ts";
import { requireDegreesOfFreedom } from "./probability.ts";

const NEGLIGIBLE = 1e-17;

/**
 * The chance that a noncentral t variable is at most t: (Z + noncentrality) / sqrt(χ²_df / df).
 *
 * The power of a t test is one minus this at the critical value. Lenth's series (1989, AS 243) summed outwards from its
 * largest term; absolute error below 1e-12 for |noncentrality| ≤ 37. Throws a RangeError beyond that, or unless df > 0.
 *
 * @example
 * // The normal distribution at −1.
 * noncentralTCdf(0, 5, 1); // => 0.15865525393145707
 */
export function noncentralTCdf(t: number, degreesOfFreedom: number, noncentrality: number): number {
  requireDegreesOfFreedom("noncentralTCdf", degreesOfFreedom);
  if (!(Math.abs(noncentrality) <= 37))
    throw new RangeError(`noncentralTCdf: noncentrality ${noncentrality} is beyond ±37`);
  if (degreesOfFreedom === Number.POSITIVE_INFINITY) return normalCdf(t - noncentrality);
  if (t < 0) return 1 - fromZeroUp(-t, degreesOfFreedom, -noncentrality);
  return fromZeroUp(t, degreesOfFreedom, noncentrality);
}

function fromZeroUp(t: number, degreesOfFreedom: number, noncentrality: number): number {
  const below = normalCdf(-noncentrality);
  if (t === 0) return below;
  const ratio = (t / degreesOfFreedom) * t;
  const x = ratio / (1 + ratio);
  const complement = 1 / (1 + ratio);
  const half = (noncentrality * noncentrality) / 2;
  const term = (j: number): number => {
    const even = half === 0 ? Number(j === 0) : Math.exp(j * Math.log(half) - half - logGamma(j + 1));
    const odd = half === 0 ? 0 : Math.exp(j * Math.log(half) - half - logGamma(j + 1.5)) / Math.SQRT2;
    return (
      even * incompleteBeta(x, j + 0.5, degreesOfFreedom / 2, complement) +
      noncentrality * odd * incompleteBeta(x, j + 1, degreesOfFreedom / 2, complement)
    );
  };
  const mode = Math.floor(half);
  let sum = 0;
  const spread = 12 * Math.sqrt(half + 1) + 30;
  for (let j = mode; j >= Math.max(0, mode - spread); j--) sum += term(j);
  for (let j = mode + 1; j <= mode + spread; j++) {
    const added = term(j);
    sum += added;
    if (Math.abs(added) < NEGLIGIBLE && j > mode + 10) break;
  }
  return Math.min(1, Math.max(0, below + sum / 2));
}
