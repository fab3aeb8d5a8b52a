import type { InspectOptions } from "../../../src/inspect/inspect-options.ts";
import type { Draw } from "./draw.ts";

export interface PrintedCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly underline?: boolean;
  /** A footnote's mark. */
  readonly note?: string;
}

/** A name over so many columns. */
export interface HeaderCell {
  readonly text: string;
  readonly span: number;
}

/** A table as it would be printed, before it is written in some format. */
export interface PrintedTable {
  readonly caption: string;
  readonly header: readonly (readonly HeaderCell[])[];
  readonly rows: readonly (readonly PrintedCell[])[];
  /** Rows of the body, by their index, that have a rule above them. */
  readonly rulesAbove?: readonly number[];
  readonly options?: InspectOptions;
  /** Whether its numbers are only true beside what is underlined: CSV cannot say so. */
  readonly needsEmphasis?: boolean;
}

/** A kind of table whose numbers are what they are said to be. */
export interface TrueKind {
  readonly name: string;
  readonly draw: (draw: Draw) => PrintedTable;
}

export function table(
  names: readonly string[],
  rows: readonly (readonly (string | PrintedCell)[])[],
  more: Partial<PrintedTable> = {},
): PrintedTable {
  return {
    caption: "",
    header: [names.map((text) => ({ text, span: 1 }))],
    rows: rows.map((row) => row.map(cell)),
    ...more,
  };
}

function cell(cell: string | PrintedCell): PrintedCell {
  return typeof cell === "string" ? { text: cell } : cell;
}

/** Rows as columns; only where every name stands over one column, and no rule parts the rows. */
export function transposed(original: PrintedTable): PrintedTable {
  const [names = [], second] = original.header;
  if (second !== undefined || original.rulesAbove !== undefined) return original;
  const lines = [names.map(({ text }): PrintedCell => ({ text })), ...original.rows];
  const turned = names.map((_, column) => lines.map((line) => line[column] ?? { text: "" }));
  const [header = [], ...rows] = turned;
  return { ...original, header: [header.map(({ text }) => ({ text, span: 1 }))], rows };
}
