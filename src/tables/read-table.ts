import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { type Table, table } from "./table.ts";

export interface TableFile {
  readonly name: string;
  readonly caption: string;
  /** The CSV file: a header line, then a line per row; cells exactly as printed. */
  readonly file: URL;
  /** How many leading columns name the row; their texts are joined by ` / `. Default 1. */
  readonly keyColumns?: number;
}

/**
 * Reads a transcribed table. Throws a one-line Error that names the file for what is missing or malformed.
 */
export function readTable({ name, caption, file, keyColumns = 1 }: TableFile): Table {
  const path = fileURLToPath(file);
  const lines = parseCsv(path);
  const [header, ...rows] = lines;
  if (header === undefined) throw new Error(`${path}: the file is empty; its first line names the columns`);
  return table({
    name,
    caption,
    rowNames: rows.map((row) => row.slice(0, keyColumns).join(" / ")),
    columnNames: header.slice(keyColumns),
    texts: rows.map((row) => row.slice(keyColumns)),
  });
}

function parseCsv(path: string): readonly (readonly string[])[] {
  try {
    return parse(readFileSync(path, "utf8"), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (error) {
    throw new Error(`${path}: cannot be read as CSV: ${error instanceof Error ? error.message : String(error)}`);
  }
}
