import { requireProbability } from "./probability.ts";

/**
 * Holm's step-down adjustment of a family of p-values, in the order given: rejecting where the adjusted value is at most
 * α keeps the chance of any false rejection at α, whatever the dependence (Holm 1979).
 * Throws a RangeError where a value is no probability.
 *
 * @example
 * holm([0.01, 0.04, 0.03]); // => [0.03, 0.06, 0.06]
 */
export function holm(pValues: readonly number[]): readonly number[] {
  for (const p of pValues) requireProbability("holm", p);
  const order = pValues.map((p, index) => ({ p, index })).sort((one, two) => one.p - two.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  for (const [rank, { p, index }] of order.entries()) {
    largest = Math.max(largest, Math.min(1, (pValues.length - rank) * p));
    adjusted[index] = largest;
  }
  return adjusted;
}
