/** Throws a RangeError that names the function unless the value is a probability. */
export function requireProbability(where: string, probability: number): void {
  if (!(probability >= 0 && probability <= 1))
    throw new RangeError(`${where}: probability ${probability} is not between 0 and 1`);
}

/** Throws a RangeError that names the function unless the degrees of freedom are positive (infinity is allowed). */
export function requireDegreesOfFreedom(where: string, degreesOfFreedom: number): void {
  if (!(degreesOfFreedom > 0))
    throw new RangeError(`${where}: ${degreesOfFreedom} degrees of freedom are not positive`);
}
