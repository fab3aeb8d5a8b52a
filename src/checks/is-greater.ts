import { type Decimal, toRational } from "../numbers/decimal.ts";
import { compare } from "../numbers/rational.ts";
import type { Truth } from "./decide.ts";
import { standsFor } from "./labelled-value.ts";

/**
 * Whether one printed number is greater than another, whatever rounding to nearest cut off: unknown where numbers that
 * print like these order both ways, also where both are printed alike. Not strict: at least as great, which numbers
 * that are printed alike, or in that order, are. Neighbours such as 84.2 and 84.3 are ordered: one rule prints both.
 */
export function isGreater(greater: Decimal, lesser: Decimal, strict: boolean, exact: boolean): Truth {
  const a = standsFor(greater, "half-either", exact);
  const b = standsFor(lesser, "half-either", exact);
  const printed = compare(toRational(greater), toRational(lesser));
  if (compare(a.lower, b.upper) >= 0 && printed > 0) return "true";
  if (!strict && printed >= 0) return "true";
  return compare(b.lower, a.upper) >= 0 && (strict || printed < 0) ? "false" : "unknown";
}
