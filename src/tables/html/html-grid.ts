import type { ReadLimits } from "../source-table.ts";
import { attribute, childElements, hasClass, isHidden, roleOf } from "./html-element.ts";
import type { HtmlElement } from "./parse-html.ts";

export interface HtmlRow {
  readonly element: HtmlElement;
  readonly cells: readonly HtmlElement[];
  /** The row group, which no cell spans beyond. */
  readonly group: HtmlElement;
}

/** A slot of the grid: the cell that covers it, and where that cell begins. */
export interface Slot {
  readonly cell: HtmlElement;
  readonly row: number;
  readonly column: number;
}

export type HtmlGrid = readonly (readonly (Slot | undefined)[])[];

/** A table's rows in the order in which they are shown: those of tfoot last. */
export function rowsOf(table: HtmlElement): readonly HtmlRow[] {
  const [rows, feet]: [HtmlRow[], HtmlRow[]] = [[], []];
  const collect = (parent: HtmlElement, into: HtmlRow[]): void => {
    for (const child of childElements(parent)) {
      if (isHidden(child)) continue;
      const role = roleOf(child);
      if (role === "group") collect(child, child.tagName === "tfoot" ? feet : into);
      if (role === "row") into.push({ element: child, cells: cellsOf(child), group: parent });
    }
  };
  collect(table, rows);
  return [...rows, ...feet];
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return childElements(row).filter((child) => roleOf(child) === "cell" && !isHidden(child));
}

/**
 * Lays cells on a grid as browsers do. Columns in which no cell begins are left out. `overlap` is told of a cell that
 * would cover another, `refuse` of what exceeds a limit.
 */
export function htmlGrid(
  rows: readonly HtmlRow[],
  limits: ReadLimits,
  refuse: (at: HtmlElement, message: string) => never,
  overlap: (cell: HtmlElement) => void,
): HtmlGrid {
  const grid: (Slot | undefined)[][] = rows.map(() => []);
  const ends = groupEnds(rows);
  let [width, placed] = [0, 0];
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      const columns = spanOf(cell, "colspan") || 1;
      const right = column + columns;
      if (right > limits.columns) refuse(cell, `more than ${limits.columns} columns; is a colspan right?`);
      const down = spanOf(cell, "rowspan");
      const end = Math.min(ends[row] ?? row, down === 0 ? rows.length : row + down);
      placed += columns * (end - row);
      if (placed > limits.cells) refuse(cell, `more than ${limits.cells} cells; is a rowspan or colspan right?`);
      const slot: Slot = { cell, row, column };
      let isFree = true;
      for (let under = row; under < end; under++) {
        const line = grid[under];
        for (let across = column; across < right && line !== undefined; across++) {
          while (line.length < across) line.push(undefined);
          if (line[across] === undefined) line[across] = slot;
          else isFree = false;
        }
      }
      if (!isFree) overlap(cell);
      width = Math.max(width, column + 1);
      column = right;
    }
  }
  if (width * rows.length > limits.cells && rows[0] !== undefined)
    refuse(rows[0].element, `more than ${limits.cells} cells once short rows are filled up; split the table`);
  return grid.map((line) => Array.from({ length: width }, (_, column) => line[column]));
}

/** For every row the index behind the last of its group. */
function groupEnds(rows: readonly HtmlRow[]): readonly number[] {
  const ends: number[] = [];
  for (let row = rows.length - 1; row >= 0; row--)
    ends[row] = rows[row + 1]?.group === rows[row]?.group ? (ends[row + 1] ?? rows.length) : row + 1;
  return ends;
}

/** A span as HTML reads it: what is no number is 1; 0 rows reach to the end of the group. */
function spanOf(cell: HtmlElement, name: "rowspan" | "colspan"): number {
  const written = /^\s*\+?(\d{1,15})/.exec(attribute(cell, name) ?? "")?.[1];
  if (written !== undefined) return Number(written);
  const short = `ltx_${name}`;
  if (!hasClass(cell, short)) return 1;
  return Number(new RegExp(`${short}_(\\d{1,6})`).exec(attribute(cell, "class") ?? "")?.[1] ?? 1);
}
