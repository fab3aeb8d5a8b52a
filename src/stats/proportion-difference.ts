/**
 * The standard error of the difference between two proportions of about `proportion` on test sets of these sizes that
 * share no examples: √(p (1 − p) (1/first + 1/second)), for accuracy-like metrics as fractions in [0, 1].
 * Throws a RangeError otherwise.
 *
 * @example
 * proportionDifference(0.9, 10_000, 10_000); // => 0.004242640687119285
 */
export function proportionDifference(proportion: number, firstCount: number, secondCount: number): number {
  if (!(proportion >= 0 && proportion <= 1))
    throw new RangeError(`proportionDifference: proportion ${proportion} is not between 0 and 1`);
  if (!(firstCount >= 1 && secondCount >= 1))
    throw new RangeError(`proportionDifference: sizes ${firstCount} and ${secondCount} must be at least 1`);
  return Math.sqrt(proportion * (1 - proportion) * (1 / firstCount + 1 / secondCount));
}
