import { tryParsePrinted } from "../../src/numbers/printed.ts";
import type { Emphasis, SourceCell } from "../../src/tables/source-table.ts";
import type { CellReading, Line, LineRole, TableReading } from "../../src/tables/table-reading.ts";

/** What a test says of a line; a role alone stands for the rest. */
export type LineWords = LineRole | (Partial<Line> & { readonly role: LineRole });

/** A reading built by hand: columns with their roles, rows of cells as printed; `**91.2**` is bold. */
export function buildReading(
  columns: Readonly<Record<string, LineWords>>,
  rows: Readonly<Record<string, readonly string[]>>,
  rowRoles: Readonly<Record<string, LineWords>> = {},
): TableReading {
  const cells = Object.values(rows).map((texts, row) => texts.map((text, column) => cellOf(text, row, column)));
  return {
    table: {
      name: "table 1",
      place: { file: "test.md", line: 1, column: 1 },
      caption: "",
      rows: cells.map((row) => ({ cells: row.map(({ source }) => source), ruleAbove: false })),
    },
    headerRows: 0,
    headerBasis: { why: "built by hand", asked: false },
    columns: Object.entries(columns).map(([name, words], index) => lineOf(name, words, index)),
    rows: Object.keys(rows).map((name, index) => lineOf(name, rowRoles[name] ?? "score", index)),
    cell: (row, column) => {
      const cell = cells[row]?.[column];
      if (cell === undefined) throw new RangeError(`no cell at ${row}, ${column}`);
      return cell;
    },
    unusedOverrides: [],
  };
}

function lineOf(name: string, words: LineWords, index: number): Line {
  const line = typeof words === "string" ? { role: words } : words;
  return { index, name, basis: { why: "built by hand", asked: false }, ...line };
}

function cellOf(text: string, row: number, column: number): { source: SourceCell; reading: CellReading } {
  const bold = /^\*\*(.*)\*\*$/.exec(text)?.[1];
  const plain = bold ?? text;
  const emphasis: readonly Emphasis[] = bold === undefined ? [] : ["bold"];
  const place = { file: "test.md", line: row + 1, column: column + 1 };
  return { source: { text: plain, place, emphasis, notes: [] }, reading: readingOf(plain) };
}

function readingOf(text: string): CellReading {
  if (/^[-–—]*$/u.test(text)) return { kind: "empty" };
  const bound = /^([<>])(.*)$/.exec(text);
  const printed = tryParsePrinted(bound?.[2] ?? text);
  if (printed === undefined) return { kind: "words" };
  return bound === null ? { kind: "number", printed } : { kind: "bound", relation: bound[1] as "<" | ">", printed };
}
