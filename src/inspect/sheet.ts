import { asComputed } from "../checks/printed-in-full.ts";
import type { Decimal } from "../numbers/decimal.ts";
import type { CellReading, Line, TableReading } from "../tables/table-reading.ts";
import type { CellAt } from "./table-check.ts";

/** A table looked at along its rows, or, turned over, along its columns, so that a relation is written once for both. */
export interface Sheet {
  readonly reading: TableReading;
  /** What is gone through, one at a time: rows, or columns of the table turned over. */
  readonly lines: readonly Line[];
  /** What crosses them: columns, or rows of the table turned over. */
  readonly crossing: readonly Line[];
  readonly lineWord: "row" | "column";
  readonly crossingWord: "row" | "column";
  readonly at: (line: Line, crossing: Line) => CellAt;
}

export function alongRows(reading: TableReading): Sheet {
  return {
    reading,
    lines: reading.rows,
    crossing: reading.columns,
    lineWord: "row",
    crossingWord: "column",
    at: (line, crossing) => ({ row: line.index, column: crossing.index }),
  };
}

export function alongColumns(reading: TableReading): Sheet {
  return {
    reading,
    lines: reading.columns,
    crossing: reading.rows,
    lineWord: "column",
    crossingWord: "row",
    at: (line, crossing) => ({ row: crossing.index, column: line.index }),
  };
}

export function sheetOf(reading: TableReading, lineWord: Sheet["lineWord"]): Sheet {
  return lineWord === "row" ? alongRows(reading) : alongColumns(reading);
}

/** Lines whose cells are plain numbers of their own, not made of those of other lines. */
export function plainLines(sheet: Sheet): readonly Line[] {
  return sheet.lines.filter(({ role }) => role === "score" || role === "count");
}

export function readingAt(sheet: Sheet, line: Line, crossing: Line): CellReading {
  const { row, column } = sheet.at(line, crossing);
  return sheet.reading.cell(row, column).reading;
}

/** The number in a cell; undefined for whatever is no rounded number: empty, a bound, words, unreadable. */
export function valueAt(sheet: Sheet, line: Line, crossing: Line): Decimal | undefined {
  const reading = readingAt(sheet, line, crossing);
  return reading.kind === "number" ? asComputed(reading.printed.value) : undefined;
}

/** The line that a cell is of; undefined where there is no cell. */
export function lineOf({ lines, lineWord }: Sheet, cell: CellAt | undefined): Line | undefined {
  return cell && lines.find(({ index }) => index === (lineWord === "row" ? cell.row : cell.column));
}

/** Whether the user said what the line of cells is. */
export function isSaid(sheet: Sheet, [first]: readonly CellAt[]): boolean {
  return lineOf(sheet, first)?.basis.asked ?? false;
}

/** The line that crosses it there. */
export function crossingOf({ crossing, lineWord }: Sheet, cell: CellAt): Line | undefined {
  return crossing.find(({ index }) => index === (lineWord === "row" ? cell.column : cell.row));
}

/** The innermost name of a line: what stands directly above its cells. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf(" / ") + (name.includes(" / ") ? 3 : 1));
}

/** The outer names of a line; empty where it has one name only. */
export function outerPart(name: string): string {
  const end = name.lastIndexOf(" / ");
  return end < 0 ? "" : name.slice(0, end);
}
