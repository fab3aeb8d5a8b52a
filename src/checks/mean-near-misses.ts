import { type Decimal, toRational } from "../numbers/decimal.ts";
import { absolute, compare, type Rational, subtract } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import { type MeanRow, meanOfRow } from "./mean-row.ts";
import { misprints } from "./misprints.ts";

/**
 * Single slips (one digit, or two swapped) in a cell or in the printed mean that would make the row hold, one sentence
 * for each place, smallest change first; they say that they are guesses.
 */
export function meanNearMisses(row: MeanRow, weights: readonly Rational[], rule: RoundingRule): readonly string[] {
  const found: { readonly sentence: string; readonly change: Rational }[] = [];
  const offer = (label: string, printed: Decimal, slipOf: (value: Decimal) => MeanRow): void => {
    const mending = misprints(printed).filter(({ value }) => meanOfRow(slipOf(value), weights, rule).holds);
    for (const slip of ["one digit", "two neighbouring digits swapped"] as const) {
      const [nearest, ...others] = mending.filter((misprint) => misprint.slip === slip).map(({ value }) => value);
      if (nearest === undefined) continue;
      const meant = [nearest, ...others].map(({ text }) => text).join(" or ");
      const sentence = `A guess: ${label} meant ${meant} where ${printed.text} is printed (${slip}).`;
      found.push({ sentence, change: absolute(subtract(toRational(nearest), toRational(printed))) });
    }
  };
  offer("the mean", row.reported, (reported) => ({ ...row, reported }));
  for (const cell of row.cells) {
    offer(cell.label, cell.value, (value) => ({
      ...row,
      cells: row.cells.map((other) => (other === cell ? { ...cell, value } : other)),
    }));
  }
  return found.sort((a, b) => compare(a.change, b.change)).map(({ sentence }) => sentence);
}
