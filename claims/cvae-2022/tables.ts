import { type Decimal, parseDecimal } from "../../src/numbers/decimal.ts";
import { readTable } from "../../src/tables/read-table.ts";
import type { Cell, Table } from "../../src/tables/table.ts";

export const table1: Table = readTable({
  name: "Table 1",
  caption: "Full Dataset",
  file: new URL("./tables/table1.csv", import.meta.url),
});

export const dataShape = "data shape";

export const labelShape = "label shape";

/** The rows with labels. */
export const labelled: readonly string[] = table1.rowNames.filter(
  (row) => shapeOf(table1.cell(row, labelShape)).length > 0,
);

/** The numbers of a printed shape, such as `(2000, 5)`; none where it is no shape. */
export function shapeOf({ text }: Cell): readonly Decimal[] {
  return /^\(.*\)$/.test(text) ? text.slice(1, -1).split(",").map(parseDecimal) : [];
}

/** How many images a subset has, by its data shape. */
export function imagesOf(row: string): Decimal {
  return part(table1.cell(row, dataShape), 0);
}

/** How many numbers a label of a subset has. */
export function labelColumnsOf(row: string): Decimal {
  return part(table1.cell(row, labelShape), 1);
}

function part(cell: Cell, index: number): Decimal {
  const number = shapeOf(cell)[index];
  if (number === undefined)
    throw new Error(`${cell.table}, row "${cell.row}": "${cell.text}" has no number ${index + 1}`);
  return number;
}
