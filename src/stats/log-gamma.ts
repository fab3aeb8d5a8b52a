const HALF_LOG_TWO_PI = 0.918_938_533_204_672_7;
/** From here on the asymptotic series is exact to the last bit. */
const ASYMPTOTIC_FROM = 15;

/**
 * The natural logarithm of the gamma function at a positive number, to about 1e-15 of the larger of 1 and the value.
 *
 * Stirling's series with Bernoulli coefficients (Abramowitz and Stegun 6.1.41); smaller arguments are lifted by
 * Γ(x + 1) = x Γ(x) first. Throws a RangeError unless x > 0.
 *
 * @example
 * // The logarithm of 4! = 24.
 * logGamma(5); // => 3.178053830347946
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma: ${x} is not positive`);
  if (x === Number.POSITIVE_INFINITY) return x;
  let shifted = x;
  let product = 1;
  while (shifted < ASYMPTOTIC_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product);
}

/**
 * What Stirling's formula lacks: log Γ(x) − [(x − ½) log x − x + ½ log 2π], which falls from infinity at 0 as 1/(12 x).
 * Densities written with it instead of with `logGamma` keep their digits when the parameters are large (Loader 2000).
 *
 * @example
 * stirlingCorrection(1e6); // => 8.333333333330556e-8
 */
export function stirlingCorrection(x: number): number {
  if (x >= ASYMPTOTIC_FROM) return series(x);
  return logGamma(x) - ((x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI);
}

function series(x: number): number {
  const square = 1 / (x * x);
  return (
    (1 / 12 -
      square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square * (1 / 1188 - square * (691 / 360_360)))))) /
    x
  );
}
