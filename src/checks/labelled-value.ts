import type { Decimal } from "../numbers/decimal.ts";
import { toRational } from "../numbers/decimal.ts";
import { type Interval, point } from "../numbers/interval.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";

/** A printed number with the words that name its place. */
export interface LabelledValue {
  readonly label: string;
  readonly value: Decimal;
}

/** The numbers that a printed one may stand for: itself alone where it is exact (a count, a rating), else what rounds to it. */
export function standsFor(value: Decimal, rule: RoundingRule, exact: boolean): Interval {
  return exact ? point(toRational(value)) : roundingInterval(value, rule);
}
