import { ReadError, type ReadLimits, type SourceCell, type SourceRow } from "../source-table.ts";
import type { Place } from "../source-text.ts";
import type { LatexRow } from "./read-rows.ts";
import type { RowCell } from "./row-cell.ts";

/** Spreads spanning cells, so that every row has as many cells as the widest. */
export function fillGrid(
  rows: readonly LatexRow[],
  limits: ReadLimits,
  locate: (at: number) => Place,
  name: string,
): readonly SourceRow[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.reduce((sum, { columns }) => sum + columns, 0)));
  if (width * rows.length > limits.cells)
    throw new ReadError(`${name}: more than ${limits.cells} cells; split the table`);
  const spans: { row: number; column: number; cell: RowCell }[] = [];
  const grid: SourceCell[][] = rows.map(({ cells, at }, row) => {
    const line: SourceCell[] = [];
    for (const cell of cells) {
      const column = line.length;
      const here: SourceCell = { text: cell.text, place: locate(cell.at), emphasis: cell.emphasis, notes: cell.notes };
      for (let index = 0; index < cell.columns; index++)
        line.push(index === 0 ? here : { ...here, spannedFrom: { row, column } });
      if (cell.rows !== 1) spans.push({ row, column, cell });
    }
    const end = cells.at(-1)?.at ?? at;
    while (line.length < width) line.push({ text: "", place: locate(end), emphasis: [], notes: [] });
    return line;
  });
  for (const { row, column, cell } of spans) {
    const step = Math.sign(cell.rows);
    let last = row;
    while (Math.abs(last + step - row) < Math.abs(cell.rows) && isFree(grid[last + step], column, cell.columns))
      last += step;
    const top = Math.min(row, last);
    const spread = grid[row]?.[column];
    if (spread === undefined) continue;
    for (let index = top; index <= Math.max(row, last); index++) {
      for (let offset = 0; offset < cell.columns; offset++) {
        const { spannedFrom: _, ...own } = spread;
        const line = grid[index];
        if (line !== undefined)
          line[column + offset] = index === top && offset === 0 ? own : { ...own, spannedFrom: { row: top, column } };
      }
    }
  }
  return grid.map((cells, index) => ({ cells, ruleAbove: rows[index]?.ruleAbove ?? false }));
}

function isFree(line: readonly SourceCell[] | undefined, column: number, columns: number): boolean {
  if (line === undefined) return false;
  return line.slice(column, column + columns).every(({ text, notes }) => text === "" && notes.length === 0);
}
