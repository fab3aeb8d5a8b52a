import { cellWords } from "./cell-text.ts";
import { type DelimitedLine, delimitedLines } from "./delimited/delimited-lines.ts";
import { likelyDelimiter } from "./delimited/likely-delimiter.ts";
import { type DelimitedTable, splitTables } from "./delimited/split-tables.ts";
import {
  defaultLimits,
  ReadError,
  type ReadLimits,
  type ReadProblem,
  type SourceCell,
  type SourceRow,
  type SourceTable,
  type TablesRead,
} from "./source-table.ts";
import type { SourceText } from "./source-text.ts";
import { tableName } from "./table-caption.ts";

/**
 * The tables of a CSV or TSV text (RFC 4180; a byte order mark and any line ends are understood), parted by blank lines
 * before a new header or another number of columns. A title line above is the caption. A row with fewer cells than the
 * widest is filled up, and said to be. Throws a ReadError for a quotation that never ends and for what exceeds a limit.
 */
export function readDelimitedTables(
  source: SourceText,
  { delimiter: given, limits = defaultLimits }: { readonly delimiter?: string; readonly limits?: ReadLimits } = {},
): TablesRead {
  const likely = likelyDelimiter(source.text);
  const delimiter = given ?? likely;
  if (source.text.length > limits.characters) refuse(0, `more than ${limits.characters} characters; split the file`);
  const problems: ReadProblem[] = [];
  const { tables, stray } = splitTables(checkedLines());
  if (tables.length > limits.tables) refuse(0, `more than ${limits.tables} tables; split the file`);
  for (const { at } of stray)
    problems.push({ place: source.locate(at), message: "a line of words outside the tables; it was left out" });
  return { tables: tables.map((table, index) => tableOf(table, index + 1)), problems };

  function checkedLines(): readonly DelimitedLine[] {
    const lines: DelimitedLine[] = [];
    let cells = 0;
    for (const line of delimitedLines(source.text, delimiter, limits.columns + 1)) {
      if (line.end - line.at > limits.lineLength)
        refuse(line.at, `a line of more than ${limits.lineLength} characters`);
      if (line.cells.length > limits.columns)
        refuse(line.at, `more than ${limits.columns} columns; is the delimiter right?`);
      for (const { at, fault } of line.cells) {
        if (fault === "unclosed") refuse(at, 'a quotation opens here and never ends; close it with "');
        if (fault === "tail")
          problems.push({
            place: source.locate(at),
            message: 'text stands behind a closing quotation mark; double the marks inside a quotation: ""',
          });
      }
      cells += line.cells.length;
      if (cells > limits.cells) refuse(line.at, `more than ${limits.cells} cells; split the file`);
      lines.push(line);
      if (lines.length > limits.rows) refuse(line.at, `more than ${limits.rows} rows; split the file`);
    }
    return lines;
  }

  function tableOf({ caption: above, rows }: DelimitedTable, number: number): SourceTable {
    const caption = above.map(({ cells }) => cellWords(cells[0]?.text ?? "").text).join(" ");
    const width = rows.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
    const start = rows[0]?.at ?? 0;
    if (rows.length * width > limits.cells)
      refuse(start, `more than ${limits.cells} cells once short rows are filled up; split the file`);
    if (width === 1 && delimiter !== likely && rows.every(({ cells }) => cells[0]?.text.includes(likely)))
      problems.push({
        place: source.locate(start),
        message: `a single column, though ${delimiterWords[likely]} seem to part its cells; say so with the format or the delimiter`,
      });
    return {
      name: tableName(number, undefined, caption),
      place: source.locate(start),
      caption,
      rows: rows.map((row) => rowOf(row, width)),
    };
  }

  function rowOf({ cells, at, end }: DelimitedLine, width: number): SourceRow {
    const own = cells.map(
      ({ text, at: start }): SourceCell => ({ ...cellWords(text), place: source.locate(start), emphasis: [] }),
    );
    if (own.length < width) {
      const place = source.locate(end);
      problems.push({
        place: source.locate(at),
        message: `a row of ${own.length} cells where the widest has ${width}; the missing ones are taken as empty at its end`,
      });
      while (own.length < width) own.push({ text: "", place, emphasis: [], notes: [] });
    }
    return { cells: own, ruleAbove: false };
  }

  function refuse(offset: number, message: string): never {
    const { file, line, column } = source.locate(offset);
    throw new ReadError(`${file}:${line}:${column}: ${message}`);
  }
}

const delimiterWords = { ",": "commas", ";": "semicolons", "\t": "tabs" } as const;
