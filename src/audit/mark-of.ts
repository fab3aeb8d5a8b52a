import { toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import type { MarkScale } from "../paper/claim.ts";

/**
 * The mark that a paper's scale gives to a result; both neighbours, joined by "or", where the result lies in the gap that
 * the printed marks leave open.
 *
 * @example
 * const scale = { reference: parsePrinted("50.0"), marks: ["-", "≈", "+"], limits: [{ from: -8, to: -6 }, { from: 5, to: 7 }] };
 * [markOf(52, scale), markOf(56, scale)]; // => ["≈", "≈ or +"]
 */
export function markOf(result: number, { reference, marks, limits }: MarkScale): string {
  const difference = result - toNumber(toRational(reference.value));
  const passed = limits.filter(({ to }) => difference > to).length;
  const limit = limits[passed];
  const mark = marks[passed] as string;
  return limit !== undefined && difference > limit.from ? `${mark} or ${marks[passed + 1]}` : mark;
}
