import { stirlingCorrection } from "./log-gamma.ts";

const TINY = 1e-300;
const MAXIMAL_STEPS = 1_000_000;

/**
 * The regularised incomplete beta function I_x(a, b): the chance that a Beta(a, b) variable is at most x.
 *
 * Hand over `complement` = 1 − x where it is known more exactly than by subtraction. The upper tail with full relative
 * accuracy is `incompleteBeta(1 − x, b, a, x)`. Continued fraction 26.5.8 of Abramowitz and Stegun by Lentz's method,
 * with the leading factor in Loader's form. Throws a RangeError unless 0 ≤ x ≤ 1, a > 0 and b > 0.
 *
 * @example
 * incompleteBeta(0.5, 2, 3); // => 0.6875
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(a > 0 && b > 0)) throw new RangeError(`incompleteBeta: a = ${a} and b = ${b} must be positive`);
  if (!(x >= 0 && complement >= 0)) throw new RangeError(`incompleteBeta: x = ${x} is not between 0 and 1`);
  if (x === 0) return 0;
  if (complement === 0) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - smallerTail(complement, x, b, a);
  return smallerTail(x, complement, a, b);
}

/**
 * x^a (1 − x)^b / B(a, b), without cancellation between large terms: x (1 − x) times the density of Beta(a, b).
 *
 * @example
 * betaPower(0.5, 0.5, 2, 3); // => 0.375
 */
export function betaPower(x: number, complement: number, a: number, b: number): number {
  const sum = a + b;
  const distance = x <= complement ? x - a / sum : b / sum - complement;
  const exponent =
    a * logRatio((distance * sum) / a, (x * sum) / a) + b * logRatio((-distance * sum) / b, (complement * sum) / b);
  const correction = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b);
  return Math.sqrt((a / sum) * b * (1 / (2 * Math.PI))) * Math.exp(exponent + correction);
}

/** log(ratio), where ratio = 1 + excess; through log1p where the ratio is near 1. */
function logRatio(excess: number, ratio: number): number {
  return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(ratio);
}

function smallerTail(x: number, complement: number, a: number, b: number): number {
  const front = betaPower(x, complement, a, b) / a;
  if (front === 0) return 0;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < MAXIMAL_STEPS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d);
    c = nonZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d);
    c = nonZero(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 2e-16) break;
  }
  return front * fraction;
}

function nonZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value;
}
