import type { CheckResult } from "../../src/checks/check-result.ts";
import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  powerOfTen,
  type Rational,
  rational,
  subtract,
  zero,
} from "../../src/numbers/rational.ts";

/**
 * Equation 1, term by term: log P(x) − log Q + log P(z|x) is log P(x|z) + log P(z) − log Q for every z, and so under any
 * mean over Q, where P(x) P(z|x) is P(x|z) P(z). Checked on all joint tables of two x and two z with whole weights 1 to 4.
 */
export function bayesOnSmallTables(): CheckResult {
  const weights = [1, 2, 3, 4];
  const tables = weights.flatMap((a) =>
    weights.flatMap((b) => weights.flatMap((c) => weights.map((d) => [a, b, c, d] as const))),
  );
  const items = tables.map(([a, b, c, d]): CountedItem => {
    const all = a + b + c + d;
    // P(x, z) by weights a, b for the first x and c, d for the second; of the first x, both z are tried.
    const [ofX, ofZ] = [rational(a + b, all), [rational(a + c, all), rational(b + d, all)]];
    const sides = [a, b].map((weight, z) => {
      const ofThisZ = ofZ[z] ?? zero;
      const left = multiply(ofX, rational(weight, a + b));
      const right = multiply(divide(rational(weight, all), ofThisZ), ofThisZ);
      return equal(left, right);
    });
    return {
      label: `weights ${a}, ${b}, ${c}, ${d}`,
      holds: sides.every(Boolean),
      why: "P(x) P(z|x) against P(x|z) P(z)",
    };
  });
  return checkCount({
    what: "joint tables on which both sides of Equation 1 are the same under every Q",
    items,
    reported: parseDecimal(String(items.length)),
    qualifier: "all",
  });
}

/**
 * Equation 2 at μ = 0 and σ = 10^−k, for k from 1 to 6. As printed the logarithm is squared: (ln σ)² = k² (ln 10)².
 * The other reading is ln(σ²) = −2k ln 10. That 2 < ln 10 < 3 is all that is used: e² < 10 < e³.
 */
export function signOfDivergence(): CheckResult {
  const powers = [1, 2, 3, 4, 5, 6];
  const items = (term: (k: number) => { readonly least: Rational; readonly most: Rational }) =>
    powers.map((k): CountedItem => {
      const rest = subtract(rational(1), powerOfTen(-2 * k));
      const least = add(rest, term(k).least);
      const most = add(rest, term(k).most);
      const [above, notAbove] = [compare(least, zero) > 0, compare(most, zero) <= 0];
      return {
        label: `σ = 10^−${k}`,
        holds: above ? false : notAbove ? true : "undecided",
        why: above ? `twice the sum is above ${k === 1 ? "4" : `${4 * k * k}`}` : "the sum is below 0",
      };
    });
  const result = checkCount({
    what: "of the deviations 10^−1 to 10^−6 with mean 0 for which Equation 2 is not above 0",
    items: items((k) => ({ least: rational(4 * k * k), most: rational(9 * k * k) })),
    reported: parseDecimal(String(powers.length)),
    qualifier: "all",
    alternatives: [
      {
        name: "log(σ²), with the square inside the logarithm",
        items: items((k) => ({ least: rational(-6 * k), most: rational(-4 * k) })),
      },
    ],
  });
  return {
    ...result,
    explanation: `As printed, log(σ)² is the square of a logarithm. At a mean of 0 and σ = 0.1 that is above 4, and Equation 2 above 2; it is above 0 at all ${powers.length} deviations tried (10^−1 to 10^−6), where minus a divergence never is. With log(σ²) it is below 0 at all of them.`,
    assumptions: ["The logarithm is the natural one; of ln 10 only that it lies between 2 and 3 is used."],
  };
}
