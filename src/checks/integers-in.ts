import type { Interval } from "../numbers/interval.ts";
import { ceiling, floor } from "../numbers/rational.ts";

/** The integers from least to greatest, both included. */
export interface IntegerRange {
  readonly least: bigint;
  readonly greatest: bigint;
}

/**
 * All integers in an interval, open ends left out; undefined where there is none.
 *
 * @example
 * integersIn(roundingInterval(parseDecimal("30"), "ceiling")); // => { least: 30n, greatest: 30n }
 */
export function integersIn({ lower, upper, lowerClosed, upperClosed }: Interval): IntegerRange | undefined {
  const least = lowerClosed ? ceiling(lower) : floor(lower) + 1n;
  const greatest = upperClosed ? floor(upper) : ceiling(upper) - 1n;
  return least > greatest ? undefined : { least, greatest };
}

/** How many integers the range holds. */
export function sizeOf({ least, greatest }: IntegerRange): bigint {
  return greatest - least + 1n;
}
