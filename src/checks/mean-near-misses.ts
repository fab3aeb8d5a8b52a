import { type Decimal, toRational, unitInLastPlace } from "../numbers/decimal.ts";
import { intersects } from "../numbers/interval.ts";
import { absolute, add, compare, divide, type Rational, subtract, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { type MeanRow, meanOfRow, sharesOf } from "./mean-row.ts";
import { type Misprint, misprints } from "./misprints.ts";

/**
 * Single slips (one digit, or two swapped) in a cell or in the printed mean that would make the row hold, one sentence
 * for each place, smallest change first; they say that they are guesses.
 */
export function meanNearMisses(row: MeanRow, weights: readonly Rational[], rule: RoundingRule): readonly string[] {
  const { possible, reportedInterval } = meanOfRow(row, weights, rule);
  const found: { readonly sentence: string; readonly change: Rational }[] = [];
  const offer = (label: string, printed: Decimal, mends: (misprint: Misprint) => boolean): void => {
    const mending = misprints(printed).filter(mends);
    for (const slip of ["one digit", "two neighbouring digits swapped"] as const) {
      const [nearest, ...others] = mending.filter((misprint) => misprint.slip === slip).map(({ value }) => value);
      if (nearest === undefined) continue;
      const meant = [nearest, ...others].map(({ text }) => text).join(" or ");
      const sentence = `A guess: ${label} meant ${meant} where ${printed.text} is printed (${slip}).`;
      found.push({ sentence, change: absolute(subtract(toRational(nearest), toRational(printed))) });
    }
  };
  offer("the mean", row.reported, ({ value }) => intersects(possible, roundingInterval(value, rule)));
  const shares = sharesOf(weights);
  row.cells.forEach((cell, index) => {
    const share = shares[index] ?? zero;
    if (compare(share, zero) === 0) return;
    // How far the cell must move; a unit more on each side, since its interval may change shape at zero.
    const unit = unitInLastPlace(cell.value);
    const least = subtract(divide(subtract(reportedInterval.lower, possible.upper), share), unit);
    const most = add(divide(subtract(reportedInterval.upper, possible.lower), share), unit);
    offer(cell.label, cell.value, ({ value }) => {
      const change = subtract(toRational(value), toRational(cell.value));
      if (compare(change, least) < 0 || compare(change, most) > 0) return false;
      const cells = row.cells.map((other) => (other === cell ? { ...cell, value } : other));
      return meanOfRow({ ...row, cells }, weights, rule).holds;
    });
  });
  return found.sort((a, b) => compare(a.change, b.change)).map(({ sentence }) => sentence);
}
