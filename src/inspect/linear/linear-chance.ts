import type { Decimal } from "../../numbers/decimal.ts";
import { toNumber } from "../../numbers/rational.ts";

/**
 * The chance that another number of as many digits, drawn from a range around where it may be expected, would agree
 * with a linear relation: the printed numbers that agree over half of those in the range, since numbers crowd in its
 * middle. At most 1; for evidence and power only.
 */
export function linearChance(target: Decimal, widthOfPossible: number, range: number): number {
  const unit = unitOf(target);
  const agreeing = Math.floor((widthOfPossible + unit) / unit + 1e-9) + 1;
  return Math.min(1, (2 * agreeing) / (range / unit + 1));
}

/** A printed number as a float, for evidence and power only. */
export function approximate({ units, decimals }: Decimal): number {
  return Number(units) / 10 ** decimals;
}

/** How wide the range is that a printed number stands for: one unit of its last digit, where it has no width of its own. */
export function unitOf({ decimals, halfWidth }: Decimal): number {
  return 10 ** -decimals * (halfWidth === undefined ? 1 : 2 * toNumber(halfWidth));
}
