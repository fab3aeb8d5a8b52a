import type { SourceRow } from "../source-table.ts";

/**
 * Whether a table writes 84,3 for 84.3: most of its numbers hold a comma that cannot set thousands apart, and none
 * holds a point. Two such numbers are asked for, since one alone may be a slip.
 */
export function writesDecimalCommas(rows: readonly SourceRow[]): boolean {
  if (!rows.some(({ cells }) => cells.some(({ text }) => sureComma.test(text)))) return false;
  let [commas, others] = [0, 0];
  for (const { cells } of rows)
    for (const { text, spannedFrom } of cells) {
      if (spannedFrom !== undefined || !/\d/.test(text) || /\p{L}/u.test(text)) continue;
      const numbers = text.match(anyNumber) ?? [];
      if (numbers.some((number) => number.includes(".") || /,.*,/.test(number))) return false;
      if (sureComma.test(text)) commas++;
      else if (!numbers.some((number) => number.includes(","))) others++;
    }
  return commas >= 2 && commas > others;
}

/** A text with points for its decimal commas; undefined where a comma may set thousands apart. */
export function withPoints(text: string): string | undefined {
  const numbers = text.match(anyNumber) ?? [];
  const open = numbers.some((number) => /^[1-9]\d{0,2}(?:,\d{3})+$/.test(number));
  return open ? undefined : text.replace(/(\d),(?=\d)/g, "$1.");
}

const anyNumber = /\d*(?:[.,]\d+)+|\d+/g;
/** One or two digits behind the comma, or more than three, or a leading zero. */
const sureComma = /^[+−–-]?(?:\d+,(?:\d{1,2}|\d{4,})|0,\d+)(?![\d,.])/;
