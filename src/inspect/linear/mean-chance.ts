import type { Decimal } from "../../numbers/decimal.ts";
import { approximate, linearChance, unitOf } from "./linear-chance.ts";

/** The chance that another number would pass for the mean of cells: a mean that is not meant still lies among them. */
export function meanChance([reported, ...cells]: readonly Decimal[]): number {
  if (reported === undefined) return 1;
  let [least, most, width] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  for (const cell of cells) {
    const value = approximate(cell);
    least = Math.min(least, value);
    most = Math.max(most, value);
    width += unitOf(cell) / cells.length;
  }
  return linearChance(reported, width, most - least);
}
