import type { SourceRow } from "../source-table.ts";
import type { Basis, ReadCell } from "../table-reading.ts";
import type { Grid } from "./grid.ts";

/**
 * How many leading rows name columns: what the user says, else the markup, else the rows before the first number
 * that hold words over columns of numbers. Years among words are words.
 */
export function headerRowsOf(
  { table, cells }: Grid,
  asked?: number,
): { readonly count: number; readonly basis: Basis } {
  const { rows, headerRows } = table;
  if (asked !== undefined) return { count: asked, basis: { why: "as asked", asked: true } };
  if (headerRows !== undefined && headerRows > 0 && headerRows < rows.length) {
    if (headerRows === 2 && isDataBelowNames(cells[0] ?? [], cells[1] ?? []))
      return { count: 1, basis: { why: "a named row of numbers stands below names", asked: false } };
    return { count: headerRows, basis: { why: "the markup sets them apart", asked: false } };
  }
  const numeric = new Set<number>();
  for (const row of cells.slice(1))
    row.forEach((cell, at) => {
      if (holdsNumber(cell)) numeric.add(at);
    });
  let count = 0;
  while (count < rows.length - 1 && isHeader(cells[count] ?? [], numeric, count === 0)) count++;
  while (count > 1 && isGroupRow(rows[count - 1] as SourceRow)) count--;
  const why = count === 0 ? "the first row holds numbers" : "they hold words above numbers";
  return { count, basis: { why, asked: false } };
}

/** A row that names those below it: one cell over the whole width, or words in the first cell and nothing else. */
export function isGroupRow({ cells }: SourceRow): boolean {
  const [first] = cells;
  if (first === undefined || cells.length < 2 || !/\p{L}/u.test(first.text)) return false;
  return cells.every(
    ({ text, spannedFrom }, at) =>
      at === 0 || text.trim() === "" || (spannedFrom !== undefined && spannedFrom.column === 0 && text === first.text),
  );
}

/** Whether names of every column stand above a named row of numbers: a total that a rule parts from what it is of. */
function isDataBelowNames(names: readonly ReadCell[], numbers: readonly ReadCell[]): boolean {
  const [first, ...others] = numbers;
  const named = names.slice(1).every(({ source: { text, spannedFrom } }) => /\p{L}/u.test(text) && !spannedFrom);
  const distinct = new Set(names.slice(1).map(({ source: { text } }) => text)).size === names.length - 1;
  const holds = others.filter(holdsNumber).length;
  return named && distinct && others.length > 1 && first?.reading.kind === "words" && holds === others.length;
}

function isHeader(cells: readonly ReadCell[], numeric: ReadonlySet<number>, first: boolean): boolean {
  const texts = cells.map(({ source }) => source.text.trim());
  if (!texts.some((text) => /\p{L}/u.test(text))) return false;
  if (cells.some((cell, at) => holdsNumber(cell) && !/^(?:19[5-9]|20\d)\d$/.test(texts[at] ?? ""))) return false;
  return first || texts.some((text, at) => numeric.has(at) && /\p{L}/u.test(text) && !status.test(text));
}

const status = /^(?:oom|n\/?a|nan|fail(?:ed|s)?|diverged|time ?out|oot|tbd|yes|no|none)$/i;

function holdsNumber({ reading: { kind } }: ReadCell): boolean {
  return kind === "number" || kind === "bound" || kind === "unreadable";
}
