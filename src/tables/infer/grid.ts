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
  const own: CellHabits = writesDecimalCommas(table.rows) ? { decimalCommas: true } : {};
  const known = new Map<string, CellReading>();
  const read = (source: SourceCell): CellReading => {
    const found = known.get(source.text) ?? readCell(source.text, own);
    if (known.size < remembered) known.set(source.text, found);
    return unlessRepeated(source, found);
  };
  return {
    table,
    width: table.rows[0]?.cells.length ?? 0,
    cells: table.rows.map(({ cells }) => cells.map((source) => ({ source, reading: read(source) }))),
    readAgain: ({ source, reading }, habits) => {
      const habitual = /\d/.test(source.text) && /[(±+]/u.test(source.text);
      const again = habitual ? unlessRepeated(source, readCell(source.text, { ...own, ...habits })) : reading;
      return { source, reading: again };
    },
  };
}

/** Scores of a table recur, so most cells need not be read; texts that never recur are not all kept. */
const remembered = 10_000;

function unlessRepeated({ spannedFrom }: SourceCell, reading: CellReading): CellReading {
  return spannedFrom === undefined || reading.kind === "words" ? reading : { kind: "empty" };
}
