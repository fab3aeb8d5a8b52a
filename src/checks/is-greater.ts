import { type Decimal, toRational } from "../numbers/decimal.ts";
import type { Interval } from "../numbers/interval.ts";
import { compare } from "../numbers/rational.ts";
import type { Truth } from "./decide.ts";
import { standsFor } from "./labelled-value.ts";

/**
 * Whether one printed number is greater than another, whatever rounding to nearest cut off: unknown where numbers that
 * print like these order both ways, also where both are printed alike. Not strict: at least as great, which numbers
 * that are printed alike, or in that order, are. Neighbours such as 84.2 and 84.3 are ordered: one rule prints both. With
 * half widths of their own nothing but these counts.
 */
export function isGreater(greater: Decimal, lesser: Decimal, strict: boolean, exact: boolean): Truth {
  const a = standsFor(greater, "half-either", exact);
  const b = standsFor(lesser, "half-either", exact);
  if (greater.halfWidth !== undefined || lesser.halfWidth !== undefined) return isGreaterWithin(a, b, strict);
  const printed = compare(toRational(greater), toRational(lesser));
  if (compare(a.lower, b.upper) >= 0 && printed > 0) return "true";
  if (!strict && printed >= 0) return "true";
  return compare(b.lower, a.upper) >= 0 && (strict || printed < 0) ? "false" : "unknown";
}

function isGreaterWithin(a: Interval, b: Interval, strict: boolean): Truth {
  const [above, below] = [compare(a.lower, b.upper), compare(a.upper, b.lower)];
  if (above > 0 || (!strict && above === 0)) return "true";
  return below < 0 || (strict && below === 0) ? "false" : "unknown";
}
