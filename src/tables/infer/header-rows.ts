import type { SourceRow, SourceTable } from "../source-table.ts";
import type { Basis } from "../table-reading.ts";
import { readCell } from "./read-cell.ts";

/**
 * How many leading rows name columns: what the user says, else the markup, else the rows before the first number
 * that hold words over columns of numbers. Years among words are words.
 */
export function headerRowsOf(table: SourceTable, asked?: number): { readonly count: number; readonly basis: Basis } {
  const { rows, headerRows } = table;
  if (asked !== undefined) return { count: asked, basis: { why: "as asked", asked: true } };
  if (headerRows !== undefined && headerRows > 0 && headerRows < rows.length)
    return { count: headerRows, basis: { why: "the markup sets them apart", asked: false } };
  const numeric = new Set(
    rows.slice(1).flatMap((row) => row.cells.flatMap((cell, at) => (hasNumber(cell.text) ? [at] : []))),
  );
  let count = 0;
  while (count < rows.length - 1 && isHeader(rows[count] as SourceRow, numeric, count === 0)) count++;
  while (count > 1 && isGroupRow(rows[count - 1] as SourceRow)) count--;
  const why = count === 0 ? "the first row holds numbers" : "they hold words above numbers";
  return { count, basis: { why, asked: false } };
}

/** A row that names those below it: one cell over the whole width, or words in the first cell and nothing else. */
export function isGroupRow({ cells }: SourceRow): boolean {
  const [first, ...others] = cells;
  if (first === undefined || others.length === 0 || !/\p{L}/u.test(first.text)) return false;
  return others.every(
    ({ text, spannedFrom }) =>
      text.trim() === "" || (spannedFrom !== undefined && spannedFrom.column === 0 && text === first.text),
  );
}

function isHeader({ cells }: SourceRow, numeric: ReadonlySet<number>, first: boolean): boolean {
  const hasWords = cells.some(({ text }) => /\p{L}/u.test(text));
  if (!hasWords || cells.some(({ text }) => hasNumber(text) && !/^(?:19[5-9]|20\d)\d$/.test(text.trim()))) return false;
  return first || cells.some(({ text }, at) => numeric.has(at) && /\p{L}/u.test(text) && !status.test(text.trim()));
}

const status = /^(?:oom|n\/?a|nan|fail(?:ed|s)?|diverged|time ?out|oot|tbd|yes|no|none)$/i;

function hasNumber(text: string): boolean {
  if (/^\d+(?:\.\d+)?$/.test(text)) return true;
  if (!/\d/.test(text)) return false;
  const { kind } = readCell(text);
  return kind === "number" || kind === "bound" || kind === "unreadable";
}
