import { incompleteBeta } from "./incomplete-beta.ts";
import { requireProbability } from "./probability.ts";

/**
 * The chance of at most `successes` successes in `trials` independent trials.
 * Throws a RangeError unless trials is a natural number and 0 ≤ probability ≤ 1.
 *
 * @example
 * binomialCdf(1, 3, 0.5); // => 0.5
 */
export function binomialCdf(successes: number, trials: number, probability: number): number {
  const count = requireArguments("binomialCdf", successes, trials, probability);
  if (count < 0) return 0;
  if (count >= trials) return 1;
  return incompleteBeta(1 - probability, trials - count, count + 1, probability);
}

/**
 * The chance of more than `successes` successes, to full relative accuracy; errors as in `binomialCdf`.
 *
 * @example
 * binomialUpperTail(1, 3, 0.5); // => 0.5
 */
export function binomialUpperTail(successes: number, trials: number, probability: number): number {
  const count = requireArguments("binomialUpperTail", successes, trials, probability);
  if (count < 0) return 1;
  if (count >= trials) return 0;
  return incompleteBeta(probability, count + 1, trials - count, 1 - probability);
}

function requireArguments(where: string, successes: number, trials: number, probability: number): number {
  requireProbability(where, probability);
  if (!Number.isSafeInteger(trials) || trials < 0)
    throw new RangeError(`${where}: ${trials} trials is no natural number`);
  if (Number.isNaN(successes)) throw new RangeError(`${where}: successes is NaN`);
  return Math.floor(successes);
}
