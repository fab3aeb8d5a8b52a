import type { PrintedValue } from "../numbers/printed.ts";
import type { SourceCell, SourceTable } from "./source-table.ts";

/** What a column of a table holds, or a row where a table lies on its side. */
export type LineRole =
  | "name" // words that name the row
  | "score" // a metric's values
  | "sd" // the spread of a score's column
  | "n" // how many values or examples a row rests on
  | "count" // whole numbers of things: parameters, examples, epochs
  | "p-value"
  | "mark" // signs such as ✓, +, ≈
  | "rank"
  | "average" // the mean of the line's other scores, as its name says
  | "total" // their sum
  | "difference" // against another line, as its name says
  | "other" // numbers that are no scores: settings, years, standard errors, test statistics
  | "words"
  | "empty";

/** In what unit scores are printed: percent, a fraction of one, or neither. */
export type ScoreUnit = "percent" | "fraction" | "other";

/** Why something was taken for what it is, in a few words; `asked` where the user said so. */
export interface Basis {
  readonly why: string;
  readonly asked: boolean;
}

/** A row or column of a table's body, as it was understood. */
export interface Line {
  /** Index in the grid. */
  readonly index: number;
  /** Its names from the outermost to the innermost, joined by ` / `; `row 3` or `column 3` where it has none. */
  readonly name: string;
  readonly role: LineRole;
  readonly basis: Basis;
  readonly unit?: ScoreUnit;
  /** Which scores are better, by the metric's name or by an arrow; absent where neither tells. */
  readonly better?: "higher" | "lower";
  /** The metric by its usual name (`accuracy`, `auroc`, `f1`, …), where the name tells. */
  readonly metric?: string;
  /** How many examples or values the header says it rests on: `(n = 43)`. */
  readonly count?: bigint;
  /** For `sd`, `n` and `rank`: the line that it belongs to; absent for one of the whole table, or where that is open. */
  readonly of?: number;
  /** For `average` and `total`: the lines that it is made of; absent where the header leaves that open. */
  readonly over?: readonly number[];
}

export type CellReading =
  /** The note says what was taken off or left open in reading: `"0.2" in parentheses is left as a mark`. */
  | { readonly kind: "number"; readonly printed: PrintedValue; readonly note?: string }
  /** `>99`, `<0.001`, `~90`: no rounded number, so no check of rounded numbers may use it as one. */
  | { readonly kind: "bound"; readonly relation: "<" | "≤" | ">" | "≥" | "≈"; readonly printed: PrintedValue }
  /** Also where a spanning cell repeats a number: the number stands where that cell begins, once. */
  | { readonly kind: "empty" }
  | { readonly kind: "words" }
  /** Looks like a number but cannot be read as one; the message says how it might be mended. */
  | { readonly kind: "unreadable"; readonly message: string };

export interface ReadCell {
  readonly source: SourceCell;
  readonly reading: CellReading;
}

/** A table understood: which rows and columns are what, with every cell of the body read. */
export interface TableReading {
  readonly table: SourceTable;
  /** Leading rows that name columns, and what says so. */
  readonly headerRows: number;
  readonly headerBasis: Basis;
  readonly columns: readonly Line[];
  /** Rows of the body; a row that names the group of those below it is left out, its words enter their names. */
  readonly rows: readonly Line[];
  /** By grid indices: `cell(row.index, column.index)`. */
  readonly cell: (row: number, column: number) => ReadCell;
  /** Overrides that named no line, each with the nearest name. */
  readonly unusedOverrides: readonly string[];
}

/** What the user says instead of what would be inferred. Lines are named by their name, its last part, or `#3`. */
export interface ReadingOverrides {
  readonly headerRows?: number;
  /** Role, unit, direction or count by name of a column. */
  readonly columns?: Readonly<Record<string, LineOverride>>;
  readonly rows?: Readonly<Record<string, LineOverride>>;
}

export interface LineOverride {
  readonly role?: LineRole;
  readonly unit?: ScoreUnit;
  readonly better?: "higher" | "lower";
  readonly count?: bigint;
}
