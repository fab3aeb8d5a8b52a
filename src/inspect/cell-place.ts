import type { TableReading } from "../tables/table-reading.ts";
import type { FindingPlace } from "./inspection.ts";
import type { CellAt } from "./table-check.ts";

/** A cell as findings name it: `table 2, row "ours / large", column "CIFAR-10"`. */
export function cellPlace(reading: TableReading, cell: CellAt): FindingPlace {
  const { source } = reading.cell(cell.row, cell.column);
  return { label: `${reading.table.name}, ${cellName(reading, cell)}`, text: source.text, place: source.place };
}

/** `row "ours", column "CIFAR-10"`. */
export function cellName({ rows, columns }: TableReading, { row, column }: CellAt): string {
  const named = (lines: readonly { readonly index: number; readonly name: string }[], index: number, word: string) => {
    // Rows mostly stand at one distance from their index, so the search begins where that puts the line.
    const guess = lines[index - (lines[0]?.index ?? 0)];
    const line = guess?.index === index ? guess : lines.find((other) => other.index === index);
    return line === undefined ? `${word} ${index + 1}` : `${word} "${line.name}"`;
  };
  return `${named(rows, row, "row")}, ${named(columns, column, "column")}`;
}

export function sameCell(a: CellAt, b: CellAt): boolean {
  return a.row === b.row && a.column === b.column;
}

export function cellKey({ row, column }: CellAt): string {
  return `${row},${column}`;
}
