import { isEmptyCell, tryParsePrinted } from "../../numbers/printed.ts";
import type { SourceCell } from "../../tables/source-table.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";

/** A table on its way into a paper: the CSV file, and what a person should know of it. */
export interface Transcription {
  readonly csv: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  /** How many of its cells hold numbers. */
  readonly numbers: number;
  /** What was changed, left off, or cannot be read as a number, in one line each. */
  readonly remarks: readonly string[];
}

/** A table as a CSV file with one line of column names and one column of row names; cells are as printed. */
export function transcribe({ rows, columns, cell, headerRows, table }: TableReading): Transcription {
  const values = columns.filter(({ role }) => role !== "name");
  const key = columns.find(({ role }) => role === "name");
  const remarks = [...nameRemarks("row", rows), ...nameRemarks("column", values)];
  let numbers = 0;
  const lines = rows.map((row) => [
    row.name,
    ...values.map((column) => {
      const { source, reading } = cell(row.index, column.index);
      const where = `row "${row.name}", column "${column.name}"`;
      const text = source.spannedFrom === undefined ? source.text.trim() : "";
      if (source.spannedFrom !== undefined && source.text.trim() !== "")
        remarks.push(`${where} is left empty: "${source.text}" spans it from another cell`);
      const isNumber = tryParsePrinted(text) !== undefined;
      if (isNumber) numbers++;
      else if (reading.kind === "unreadable") remarks.push(`${where}: ${reading.message}`);
      else if (!isEmptyCell(text)) remarks.push(`${where}: "${text}" is kept as words, it is not one printed number`);
      if (source.notes.length > 0) remarks.push(`${where}: the footnote mark ${source.notes.join(" ")} is left off`);
      return text;
    }),
  ]);
  const emphasised = rows.flatMap((row) =>
    values.filter((column) => isMarked(cell(row.index, column.index).source)).map((column) => [row, column] as const),
  );
  if (emphasised.length > 0) {
    const named = emphasised.slice(0, 4).map(([row, column]) => `${row.name}, ${column.name}`);
    const more = emphasised.length > 4 ? [`${emphasised.length - 4} more`] : [];
    remarks.push(`what is bold, underlined or coloured is not kept: ${[...named, ...more].join("; ")}`);
  }
  const corner = headerRows === 0 ? "" : (table.rows[headerRows - 1]?.cells[key?.index ?? 0]?.text.trim() ?? "");
  const header = [key === undefined || corner === "" ? "Row" : corner, ...values.map(({ name }) => name)];
  return {
    csv: [header, ...lines].map((line) => `${line.map(quoted).join(",")}\n`).join(""),
    rowNames: rows.map(({ name }) => name),
    columnNames: values.map(({ name }) => name),
    numbers,
    remarks,
  };
}

function nameRemarks(what: "row" | "column", lines: readonly Line[]): readonly string[] {
  return lines.flatMap(({ name }) => {
    if (new RegExp(`^${what} \\d+$`).test(name)) return [`a ${what} without a name is called "${name}"`];
    const [, first = ""] = /^(.*) \(\d+\)$/.exec(name) ?? [];
    const isRepeat = first !== "" && lines.some((line) => line.name === first);
    return isRepeat ? [`another ${what} is named "${first}"; this one is called "${name}"`] : [];
  });
}

function isMarked({ emphasis, spannedFrom }: SourceCell): boolean {
  return spannedFrom === undefined && emphasis.some((mark) => mark !== "italic");
}

function quoted(text: string): string {
  return /[",\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
