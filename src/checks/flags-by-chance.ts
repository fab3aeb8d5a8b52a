/** How many of several checks would flag numbers whose last digits are random. */
export interface FlagsByChance {
  /** The mean number of flags. */
  readonly expected: number;
  /** The chance of as many flags as were seen, or more. */
  readonly atLeast: number;
}

/**
 * What so many flags mean in a whole family of checks: each check has its own probability of a flag if the numbers were
 * random (`details.chanceOfFlag` of GRIM), and the checks are independent. The number of flags has the Poisson binomial
 * distribution, which is summed exactly but for the rounding of floats. A low chance says that the flags are more than
 * random numbers would give; true numbers give none. Probabilities are between 0 and 1.
 * Throws a RangeError for a probability that is none, or more flags than checks.
 *
 * @example
 * flagsByChance([0.5, 0.5], 1); // => { expected: 1, atLeast: 0.75 }
 */
export function flagsByChance(probabilities: readonly number[], flags: number): FlagsByChance {
  for (const probability of probabilities)
    if (!(probability >= 0 && probability <= 1))
      throw new RangeError(`flagsByChance: ${probability} is not a probability; give numbers from 0 to 1`);
  if (!Number.isSafeInteger(flags) || flags < 0 || flags > probabilities.length)
    throw new RangeError(
      `flagsByChance: ${flags} flags in ${probabilities.length} checks; give a whole number from 0 to ${probabilities.length}`,
    );
  // chances[k] is the chance of k flags among the checks so far.
  let chances: readonly number[] = [1];
  for (const probability of probabilities) {
    const before = chances;
    chances = Array.from(
      { length: before.length + 1 },
      (_, count) => (before[count] ?? 0) * (1 - probability) + (before[count - 1] ?? 0) * probability,
    );
  }
  return {
    expected: probabilities.reduce((sum, probability) => sum + probability, 0),
    // From the least to the greatest, so that small chances are not lost.
    atLeast: flags === 0 ? 1 : chances.slice(flags).reduceRight((sum, chance) => sum + chance, 0),
  };
}
