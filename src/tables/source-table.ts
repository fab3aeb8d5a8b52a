import type { Place } from "./source-text.ts";

/** How a cell, or the number in it, is set apart. */
export type Emphasis = "bold" | "underline" | "italic" | "colour";

/** A cell in words: markup resolved, `\pm` as ±, `1{,}234` as 1,234, dashes as they are, spaces single. */
export interface SourceCell {
  readonly text: string;
  readonly place: Place;
  /** What is bold, underlined, … in it: the whole of its number or words, not a part. */
  readonly emphasis: readonly Emphasis[];
  /** Footnote marks taken off the text: `†`, `*`, `a`; `citation` for a work that is cited. */
  readonly notes: readonly string[];
  /** Where a spanning cell begins, as indices of the grid; this place repeats it. Absent: the cell stands here itself. */
  readonly spannedFrom?: { readonly row: number; readonly column: number };
}

export interface SourceRow {
  readonly cells: readonly SourceCell[];
  /** Whether a horizontal rule over the whole width stands directly above. */
  readonly ruleAbove: boolean;
}

/** A table as it stands in a file, as a full grid: every row has as many cells as the widest. */
export interface SourceTable {
  /** How messages name it: its number in the file (`table 2`), and its label or caption's beginning where it has one. */
  readonly name: string;
  readonly place: Place;
  readonly caption: string;
  /** LaTeX's `\label`, an element's `id`. */
  readonly label?: string;
  readonly rows: readonly SourceRow[];
  /** How many leading rows the markup itself calls a header (thead, Markdown's delimiter, the first rule). */
  readonly headerRows?: number;
}

/** What could not be read, and why, in one line that says how to mend it; never dropped in silence. */
export interface ReadProblem {
  readonly place: Place;
  readonly message: string;
}

export interface TablesRead {
  readonly tables: readonly SourceTable[];
  readonly problems: readonly ReadProblem[];
}

/** What a reader refuses to exceed, so that hostile input ends in one line; see `defaultLimits`. */
export interface ReadLimits {
  /** Characters of a text. */
  readonly characters: number;
  /** Characters of a line. */
  readonly lineLength: number;
  /** Tables of a text, rows of a table, columns of a row, and cells of a table after spans are filled. */
  readonly tables: number;
  readonly rows: number;
  readonly columns: number;
  readonly cells: number;
  /** Nested groups, elements or environments. */
  readonly depth: number;
}

export const defaultLimits: ReadLimits = {
  characters: 20_000_000,
  lineLength: 1_000_000,
  tables: 2_000,
  rows: 200_000,
  columns: 1_000,
  cells: 2_000_000,
  depth: 200,
};

/** Input that exceeds a limit or cannot be read at all; its message is one line that names the place. */
export class ReadError extends Error {
  override readonly name = "ReadError";
}
