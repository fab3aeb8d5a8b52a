import { isEmptyCell, type PrintedValue, tryParsePrinted } from "../numbers/printed.ts";
import { nearestName } from "./nearest-name.ts";

/** A cell of a printed table; its shape is also that of a claim's locus. */
export interface Cell {
  readonly kind: "cell";
  readonly table: string;
  readonly row: string;
  readonly column: string;
  /** Exactly as printed. */
  readonly text: string;
  /** The number that is printed there; throws a one-line error where the cell is empty or holds words. */
  readonly printed: () => PrintedValue;
  readonly isEmpty: boolean;
}

/** A printed table: named rows and columns, cells as printed. */
export interface Table {
  readonly name: string;
  readonly caption: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** The cell at a row and a column; throws a one-line error that names the nearest row or column for a typo. */
  readonly cell: (row: string, column: string) => Cell;
  readonly row: (row: string) => readonly Cell[];
  readonly column: (column: string) => readonly Cell[];
}

export interface TableSource {
  readonly name: string;
  readonly caption: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** Row by row, as printed. */
  readonly texts: readonly (readonly string[])[];
}

/**
 * A table from its cells. Throws an Error for names that occur twice or rows of another length, naming table and row.
 *
 * @example
 * const scores = table({ name: "Table 1", caption: "", rowNames: ["A"], columnNames: ["AUC"], texts: [["89.8±0.9"]] });
 * scores.cell("A", "AUC").printed().value.text; // => "89.8"
 */
export function table({ name, caption, rowNames, columnNames, texts }: TableSource): Table {
  refuseRepeats(name, "row", rowNames);
  refuseRepeats(name, "column", columnNames);
  if (texts.length !== rowNames.length)
    throw new Error(`${name}: ${rowNames.length} row names for ${texts.length} rows`);
  const grid = texts.map((row, index) => {
    if (row.length !== columnNames.length) {
      throw new Error(
        `${name}, row "${rowNames[index]}": ${row.length} cells where the header has ${columnNames.length}`,
      );
    }
    return row.map((text, column) => cellOf(name, rowNames[index] ?? "", columnNames[column] ?? "", text));
  });
  const rowIndex = (row: string): number => indexOf(name, "row", rowNames, row);
  const columnIndex = (column: string): number => indexOf(name, "column", columnNames, column);
  return {
    name,
    caption,
    rowNames,
    columnNames,
    cell: (row, column) => pick(pick(grid, rowIndex(row)), columnIndex(column)),
    row: (row) => pick(grid, rowIndex(row)),
    column: (column) => {
      const index = columnIndex(column);
      return grid.map((row) => pick(row, index));
    },
  };
}

function cellOf(tableName: string, row: string, column: string, text: string): Cell {
  const where = `${tableName}, row "${row}", column "${column}"`;
  return {
    kind: "cell",
    table: tableName,
    row,
    column,
    text,
    isEmpty: isEmptyCell(text),
    printed: () => {
      const printed = tryParsePrinted(text);
      if (printed !== undefined) return printed;
      throw new Error(`${where}: ${isEmptyCell(text) ? "the cell is empty" : `"${text}" is not a printed number`}`);
    },
  };
}

function refuseRepeats(tableName: string, what: string, names: readonly string[]): void {
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined) throw new Error(`${tableName}: two ${what}s are named "${repeated}"`);
}

function indexOf(tableName: string, what: string, names: readonly string[], wanted: string): number {
  const index = names.indexOf(wanted);
  if (index >= 0) return index;
  throw new Error(`${tableName} has no ${what} "${wanted}"; did you mean "${nearestName(wanted, names)}"?`);
}

function pick<Item>(items: readonly Item[], index: number): Item {
  return items[index] as Item;
}
