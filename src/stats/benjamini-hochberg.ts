import { requireProbability } from "./probability.ts";

/**
 * Benjamini and Hochberg's step-up adjustment of a family of p-values, in the order given: rejecting where the adjusted
 * value is at most α keeps the expected share of false rejections at α, for independent or positively dependent tests
 * (1995). Throws a RangeError where a value is no probability.
 *
 * @example
 * benjaminiHochberg([0.01, 0.04, 0.03]); // => [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) requireProbability("benjaminiHochberg", p);
  const order = pValues.map((p, index) => ({ p, index })).sort((one, two) => two.p - one.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let smallest = 1;
  for (const [fromLast, { p, index }] of order.entries()) {
    smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - fromLast));
    adjusted[index] = smallest;
  }
  return adjusted;
}
