/** Throws a RangeError that names the check and the argument unless the value is a whole number of at least `least`. */
export function requireCount(where: string, name: string, value: number, least = 1): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new RangeError(`${where}: ${name} is ${value}; give a whole number of at least ${least}`);
}
