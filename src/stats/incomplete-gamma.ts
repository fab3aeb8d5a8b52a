import { stirlingCorrection } from "./log-gamma.ts";

const TINY = 1e-300;
const MAXIMAL_STEPS = 1_000_000;

/** Both tails of the gamma distribution; `lower + upper` is 1, and the smaller of the two keeps its digits. */
export interface GammaTails {
  readonly lower: number;
  readonly upper: number;
}

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x): the chances that a gamma variable of shape a and
 * scale 1 is below and above x.
 *
 * Series 6.5.29 of Abramowitz and Stegun below the mean, continued fraction 6.5.31 by Lentz's method above it.
 * Throws a RangeError unless a > 0 and x ≥ 0.
 *
 * @example
 * incompleteGamma(1, Math.LN2).upper; // => 0.5
 */
export function incompleteGamma(a: number, x: number): GammaTails {
  if (!(a > 0)) throw new RangeError(`incompleteGamma: shape ${a} is not positive`);
  if (!(x >= 0)) throw new RangeError(`incompleteGamma: x = ${x} is negative`);
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  if (x < a + 1) {
    const lower = gammaPower(a, x) * lowerSeries(a, x);
    return { lower, upper: 1 - lower };
  }
  const upper = gammaPower(a, x) * upperFraction(a, x);
  return { lower: 1 - upper, upper };
}

/**
 * x^a e^(−x) / Γ(a), without cancellation between large terms: x times the density of the gamma distribution.
 *
 * @example
 * gammaPower(1, 1); // => 0.36787944117144233
 */
export function gammaPower(a: number, x: number): number {
  const excess = (x - a) / a;
  const logRatio = Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(x / a);
  return Math.sqrt(a / (2 * Math.PI)) * Math.exp(a * (logRatio - excess) - stirlingCorrection(a));
}

function lowerSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < MAXIMAL_STEPS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

function upperFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1; n < MAXIMAL_STEPS; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  return fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
