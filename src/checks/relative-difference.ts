import { type Interval, negate } from "../numbers/interval.ts";
import { compare, divide, maximum, minimum, one, subtract, zero } from "../numbers/rational.ts";

/**
 * All (value − reference) / |reference| of numbers in two intervals, from corner to corner of the box; undefined where
 * the reference may be zero. Ends count as attained, which widens open ones by a single number.
 */
export function relativeDifference(values: Interval, references: Interval): Interval | undefined {
  if (compare(references.upper, zero) < 0) {
    const mirrored = relativeDifference(negate(values), negate(references));
    return mirrored === undefined ? undefined : negate(mirrored);
  }
  if (compare(references.lower, zero) <= 0) return undefined;
  const corner = (value: Interval["lower"]) =>
    [references.lower, references.upper].map((reference) => subtract(divide(value, reference), one));
  const [first = zero, ...rest] = [...corner(values.lower), ...corner(values.upper)];
  return { lower: minimum(first, ...rest), upper: maximum(first, ...rest), lowerClosed: true, upperClosed: true };
}
