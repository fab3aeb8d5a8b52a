import type { SourceCell, SourceTable } from "../source-table.ts";
import type { CellReading, ReadCell } from "../table-reading.ts";
import { writesDecimalCommas } from "./decimal-commas.ts";
import { type CellHabits, readCell } from "./read-cell.ts";

/** A table with every cell read once, before anything is known of its lines. */
export interface Grid {
  readonly table: SourceTable;
  readonly width: number;
  readonly cells: readonly (readonly ReadCell[])[];
  /** Reads a cell again where its line has habits of its own. */
  readonly readAgain: (cell: ReadCell, habits: CellHabits) => ReadCell;
}

/**
 * Reads the cells of a table. A number that a spanning cell repeats is one number, so only the place where it begins
 * holds it and the others are empty; words are repeated, for they name.
 */
export function readGrid(table: SourceTable): Grid {
  const decimalCommas = writesDecimalCommas(table.rows);
  const own: CellHabits = decimalCommas ? { decimalCommas } : {};
  return {
    table,
    width: table.rows[0]?.cells.length ?? 0,
    cells: table.rows.map(({ cells }) => cells.map((source) => ({ source, reading: readingIn(source, own) }))),
    readAgain: (cell, habits) => {
      if (!/\d/.test(cell.source.text) || !/[(±+]/u.test(cell.source.text)) return cell;
      return { source: cell.source, reading: readingIn(cell.source, { ...own, ...habits }) };
    },
  };
}

function readingIn({ text, spannedFrom }: SourceCell, habits: CellHabits): CellReading {
  const reading = readCell(text, habits);
  return spannedFrom === undefined || reading.kind === "words" ? reading : { kind: "empty" };
}
