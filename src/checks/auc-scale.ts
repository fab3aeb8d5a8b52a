import { type Decimal, toRational } from "../numbers/decimal.ts";
import { closed, type Interval, intersection } from "../numbers/interval.ts";
import { compare, one, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";

/** A printed share as a fraction of one: undeclared, it is a percentage where it is above one. */
export function auroc(
  value: Decimal,
  scale?: "percent" | "fraction",
): { readonly value: Decimal; readonly percent: boolean } {
  const percent = scale === undefined ? compare(toRational(value), one) > 0 : scale === "percent";
  return { value: percent ? { ...value, decimals: value.decimals + 2 } : value, percent };
}

/** What a printed share may stand for, within 0 … 1; may be empty. */
export function shareInterval(value: Decimal, rule: RoundingRule): Interval {
  return intersection(roundingInterval(value, rule), closed(zero, one));
}
