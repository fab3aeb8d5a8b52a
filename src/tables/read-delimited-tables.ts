import { cellWords } from "./cell-text.ts";
import {
  defaultLimits,
  ReadError,
  type ReadLimits,
  type ReadProblem,
  type SourceCell,
  type TablesRead,
} from "./source-table.ts";
import type { SourceText } from "./source-text.ts";

type Delimiter = string;

/**
 * The one table of a CSV or TSV text (RFC 4180; a byte order mark and any line ends are understood). Lines with nothing
 * in them are left out; a row with fewer cells than the widest is filled up, and said to be. Throws a ReadError for a
 * quotation that never ends and for what exceeds a limit.
 */
export function readDelimitedTables(
  source: SourceText,
  {
    delimiter = likelyDelimiter(source.text),
    limits = defaultLimits,
  }: { delimiter?: Delimiter; limits?: ReadLimits } = {},
): TablesRead {
  const refuse = (offset: number, message: string): never => {
    const { file, line, column } = source.locate(offset);
    throw new ReadError(`${file}:${line}:${column}: ${message}`);
  };
  const { text } = source;
  if (text.length > limits.characters) refuse(0, `more than ${limits.characters} characters; split the file`);
  const rows: SourceCell[][] = [];
  let row: SourceCell[] = [];
  let cells = 0;
  let lineStart = 0;
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let blank = true;
  while (at <= text.length) {
    const start = at;
    let raw = "";
    if (text[at] === '"') {
      for (let from = at + 1; ; from = at + 1) {
        at = text.indexOf('"', from);
        if (at < 0) refuse(start, 'a quotation opens here and never ends; close it with "');
        raw += text.slice(from, at);
        if (text[at + 1] !== '"') break;
        raw += '"';
        at += 1;
      }
      at += 1;
      blank = false;
    }
    const rest = at;
    while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at += 1;
    raw += text.slice(rest, at);
    if (at - lineStart > limits.lineLength) refuse(start, `a line of more than ${limits.lineLength} characters`);
    row.push({ ...cellWords(raw), place: source.locate(start), emphasis: [] });
    cells += 1;
    if (row.length > limits.columns) refuse(start, `more than ${limits.columns} columns; is the delimiter right?`);
    if (cells > limits.cells) refuse(start, `more than ${limits.cells} cells; split the file`);
    if (raw !== "") blank = false;
    if (text[at] === delimiter) {
      at += 1;
      blank = false;
      continue;
    }
    if (!blank) rows.push(row);
    if (rows.length > limits.rows) refuse(start, `more than ${limits.rows} rows; split the file`);
    at += text.startsWith("\r\n", at) ? 2 : 1;
    [row, blank, lineStart] = [[], true, at];
    if (at >= text.length) break;
  }
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  if (rows.length === 0) return { tables: [], problems: [] };
  if (rows.length * width > limits.cells) refuse(0, `more than ${limits.cells} cells once short rows are filled up`);
  const problems: ReadProblem[] = rows
    .filter(({ length }) => length < width)
    .map((short) => ({
      place: short[0]?.place ?? source.locate(0),
      message: `a row of ${short.length} cells where the widest has ${width}; the missing ones are taken as empty at its end`,
    }));
  const place = rows[0]?.[0]?.place ?? source.locate(0);
  const full = rows.map((found) => ({ cells: filled(found, width), ruleAbove: false }));
  return { tables: [{ name: "table 1", place, caption: "", rows: full }], problems };
}

function filled(row: readonly SourceCell[], width: number): readonly SourceCell[] {
  const place = (row.at(-1) as SourceCell).place;
  const missing = Array.from({ length: width - row.length }, () => ({ text: "", place, emphasis: [], notes: [] }));
  return [...row, ...missing];
}

/** The delimiter that stands most often outside quotations in the first lines; a comma where none does. */
function likelyDelimiter(text: string): Delimiter {
  const lines = text.slice(0, 10_000).replace(/"[^"]*"/g, "");
  const count = (candidate: Delimiter): number => lines.split(candidate).length;
  if (count("\t") > 1) return "\t";
  const first = /[^\r\n]+/.exec(lines)?.[0] ?? "";
  return first.includes(";") && (!first.includes(",") || count(";") >= count(",")) ? ";" : ",";
}
