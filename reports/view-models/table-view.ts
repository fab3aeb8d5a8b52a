import type { CellView, TableView, VerdictView } from "./view-parts.ts";

/** A table of plain text, whose cells may have several lines; the first `stubs` columns name the row. */
export interface PlainTable {
  readonly id: string;
  readonly title: string;
  readonly notes?: readonly string[];
  readonly columns: readonly string[];
  readonly stubs?: number;
  readonly rows: readonly (readonly string[])[];
}

/** More columns of cells than this do not fit an upright page. */
const uprightColumns = 10;
/** And more than this need smaller letters. */
const easyColumns = 7;
/** Texts longer than this wrap. */
const proseLength = 28;

/**
 * The view of a table whose columns are aligned by what they hold: numbers right, words left.
 */
export function plainTable({ id, title, notes = [], columns, stubs = 1, rows }: PlainTable): TableView {
  const aligned = columns.slice(stubs).map((label, index) => {
    const texts = rows.map((row) => row[stubs + index] ?? "");
    return {
      label,
      group: "",
      isNumber: areNumbers(texts, 1),
      isLong: texts.flatMap(linesOf).some((line) => line.length > proseLength),
      startsGroup: false,
      share: shareOf(texts),
    };
  });
  return {
    id,
    title,
    notes,
    groups: [],
    stubs: columns
      .slice(0, stubs)
      .map((label, index) => ({ label, share: shareOf(rows.map((row) => row[index] ?? "")) })),
    columns: aligned,
    rows: rows.map((row) => ({
      stubs: row.slice(0, stubs),
      cells: row.slice(stubs).map((text, index) => cellView(linesOf(text), aligned[index]?.isNumber ?? false)),
    })),
    ...room(columns.length),
    long: isLong(rows.flat()),
  };
}

function linesOf(text: string): readonly string[] {
  return text.split("\n");
}

/** Prose of twice the length needs less than twice the width: it wraps into more lines as well. */
function shareOf(texts: readonly string[]): number {
  const lengths = texts.map((text) => Math.max(...linesOf(text).map(({ length }) => length)));
  if (lengths.every((length) => length <= proseLength)) return 0;
  return Math.max(3, Math.round(Math.sqrt(lengths.reduce((sum, length) => sum + length, 0) / lengths.length)));
}

export function cellView(lines: readonly string[], isNumber: boolean, marks: readonly VerdictView[] = []): CellView {
  const filled = lines.filter((line) => line !== "");
  return { lines: filled, marks, isNumber, isLong: filled.some((line) => line.length > proseLength) };
}

/** Whether at least the given share of a column's texts are numbers; empty cells and dashes do not count. */
export function areNumbers(texts: readonly string[], share: number): boolean {
  const filled = texts.filter((text) => !/^[\s–—−-]*$/.test(text));
  const numbers = filled.filter((text) => /^[<>≈+−-]?\s*[\d.]/.test(text) && text.length < 24);
  return filled.length > 0 && numbers.length >= share * filled.length;
}

/** How a table of so many columns is fitted to a page. */
export function room(columns: number, upright = uprightColumns): Pick<TableView, "wide" | "dense"> {
  return { wide: columns > upright, dense: columns > easyColumns };
}

/** By the characters that it prints: tables of prose grow tall with few rows. */
export function isLong(texts: readonly string[]): boolean {
  return texts.join("").length > 1800;
}
