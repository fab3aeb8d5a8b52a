import type { SourceCell, SourceTable } from "../source-table.ts";
import type {
  CellReading,
  Line,
  LineOverride,
  ReadCell,
  ReadingOverrides,
  ScoreUnit,
  TableReading,
} from "../table-reading.ts";
import { headerRowsOf, isGroupRow } from "./header-rows.ts";
import { captionPutsSpreadInParentheses, headerWords } from "./header-words.ts";
import { type LineDraft, type LineFacts, lineRoles } from "./line-roles.ts";
import { matchOverrides } from "./match-overrides.ts";
import { metricOf } from "./metric-of.ts";
import { nameKind } from "./name-kind.ts";
import { readCell } from "./read-cell.ts";

/**
 * Understands a table: which rows name columns, what each row and column holds and why it is taken for that, and every
 * cell of the body read. What the user says wins over everything inferred; what names no line is told. Never throws.
 */
export function readingOf(table: SourceTable, overrides: ReadingOverrides = {}): TableReading {
  const unused: string[] = [];
  const header = headerRowsOf(table, usableHeaderRows(table, overrides.headerRows, unused));
  const width = Math.max(0, ...table.rows.slice(0, 1).map(({ cells }) => cells.length));
  const columnParts = Array.from({ length: width }, (_, column) =>
    partsOf(table.rows.slice(0, header.count).map(({ cells }) => cells[column])),
  );
  const body = bodyOf(table, header.count);
  const named = nameColumnsOf(table, body, columnParts);
  const rowParts = body.map(({ index, group }) => [
    ...group,
    ...partsOf((table.rows[index]?.cells ?? []).slice(0, named)),
  ]);
  const columnNames = unrepeated(columnParts.map((parts, at) => parts.join(" / ") || `column ${at + 1}`));
  const rowNames = unrepeated(rowParts.map((parts, at) => parts.join(" / ") || `row ${(body[at]?.index ?? 0) + 1}`));
  const columnIndices = columnParts.map((_, at) => at);
  const rowIndices = body.map(({ index }) => index);
  const columnOverrides = matchOverrides("column", overrides.columns, columnNames, columnParts, columnIndices, unused);
  const rowOverrides = matchOverrides("row", overrides.rows, rowNames, rowParts, rowIndices, unused);
  const inCaption = captionPutsSpreadInParentheses(table.caption);
  const headers = columnParts.map((parts) => headerWords(parts.at(-1) ?? ""));
  const cells = new Map(
    rowIndices.map((row) => [
      row,
      (table.rows[row]?.cells ?? []).map((source, column): ReadCell => {
        const override = columnOverrides.get(column)?.role;
        const spreadsAlone = override === "sd" || nameKind(headers[column]?.words ?? "") === "spread";
        const spreadInParentheses = inCaption || headers[column]?.spreadInParentheses === true;
        return {
          source,
          reading: column < named ? wordsOf(source) : readCell(source.text, { spreadInParentheses, spreadsAlone }),
        };
      }),
    ]),
  );
  const namesPooling =
    /\b(?:pooling|aggregation|aggregator|readout|fusion|reduction|ensembl\w*|(?:weighted|geometric|harmonic|trimmed|moving)[- ](?:avg|average|mean))\b/i.test(
      `${columnParts[0]?.join(" ")} ${table.caption}`,
    );
  const columnDrafts = columnParts.map((parts, at) =>
    draft(
      at,
      parts,
      at < named,
      rowIndices.map((row) => cells.get(row)?.[at]),
      columnOverrides.get(at),
    ),
  );
  const rowDrafts = rowParts.map((parts, at) => {
    const index = rowIndices[at] ?? 0;
    return draft(index, parts, false, (cells.get(index) ?? []).slice(named), rowOverrides.get(index));
  });
  const byRow = metricsLieInRows(columnDrafts, rowDrafts);
  const columnFacts = lineRoles(columnDrafts, "column", namesPooling);
  const rowFacts = lineRoles(rowDrafts, "row", namesPooling);
  const columns = columnDrafts.map((line, at) =>
    lineOf(line, columnNames[at] ?? "", columnFacts[at] as LineFacts, !byRow),
  );
  const rows = rowDrafts.map((line, at) => lineOf(line, rowNames[at] ?? "", rowFacts[at] as LineFacts, byRow));
  const wordLines = new Set(
    columns.filter(({ role }) => role === "words" || role === "name").map(({ index }) => index),
  );
  return {
    table,
    headerRows: header.count,
    headerBasis: header.basis,
    columns,
    rows,
    cell: (row, column) => {
      const found = cells.get(row)?.[column];
      if (found === undefined)
        throw new RangeError(`${table.name} has no cell of its body at row ${row}, column ${column} of its grid`);
      const asWords = wordLines.has(column) && found.reading.kind === "unreadable";
      return asWords ? { source: found.source, reading: { kind: "words" } } : found;
    },
    unusedOverrides: unused,
  };
}

function usableHeaderRows({ rows }: SourceTable, asked: number | undefined, unused: string[]): number | undefined {
  if (asked === undefined || (Number.isInteger(asked) && asked >= 0 && asked <= rows.length)) return asked;
  unused.push(`headerRows is ${asked}, but the table has ${rows.length} rows`);
  return undefined;
}

function wordsOf({ text }: SourceCell): CellReading {
  return { kind: text.trim() === "" ? "empty" : "words" };
}

/** Texts from the outermost to the innermost, without empty ones and those equal to the one before. */
function partsOf(cells: readonly (SourceCell | undefined)[]): readonly string[] {
  const texts = cells.map((cell) => cell?.text.trim() ?? "").filter((text) => text !== "");
  return texts.filter((text, at) => text !== texts[at - 1]);
}

function bodyOf(
  table: SourceTable,
  headerRows: number,
): readonly { readonly index: number; readonly group: readonly string[] }[] {
  const body: { index: number; group: readonly string[] }[] = [];
  let [group, fresh]: [readonly string[], boolean] = [[], false];
  const lastData = table.rows.findLastIndex((row) => !isGroupRow(row));
  table.rows.forEach((row, index) => {
    if (index < headerRows) return;
    const name = row.cells[0]?.text.trim() ?? "";
    if (index < lastData && isGroupRow(row)) [group, fresh] = [fresh ? [...group.slice(-2), name] : [name], true];
    else {
      body.push({ index, group });
      fresh = false;
    }
  });
  return body;
}

/** The first column, unless its header names what it measures; further ones of words while names are not told apart. */
function nameColumnsOf(
  table: SourceTable,
  body: readonly { readonly index: number; readonly group: readonly string[] }[],
  columnParts: readonly (readonly string[])[],
): number {
  const texts = (column: number): readonly string[] =>
    body.map(({ index }) => table.rows[index]?.cells[column]?.text ?? "");
  const hasWords = (column: number): boolean =>
    texts(column).some((text) => /\p{L}/u.test(text) && readCell(text).kind === "words");
  const hasNumbers = (column: number): boolean => texts(column).some((text) => readCell(text).kind === "number");
  const first = headerWords(columnParts[0]?.at(-1) ?? "").words;
  const measures = metricOf(first) !== undefined || nameKind(first) !== undefined;
  if (columnParts.length < 2 || (!hasWords(0) && measures)) return 0;
  let count = 1;
  while (count < columnParts.length - 1 && hasWords(count) && !hasNumbers(count) && !distinct(table, body, count))
    count++;
  return count;
}

function distinct(
  table: SourceTable,
  body: readonly { readonly index: number; readonly group: readonly string[] }[],
  columns: number,
): boolean {
  const names = body.map(({ index, group }) =>
    JSON.stringify([group, (table.rows[index]?.cells ?? []).slice(0, columns).map(({ text }) => text)]),
  );
  return new Set(names).size === names.length;
}

function unrepeated(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function draft(
  index: number,
  parts: readonly string[],
  namesOthers: boolean,
  cells: readonly (ReadCell | undefined)[],
  override: LineOverride | undefined,
): LineDraft {
  const headers = parts.map(headerWords);
  const metric = headers.map(({ words }) => metricOf(words)).findLast((named) => named !== undefined);
  return {
    index,
    parts,
    header: headers.at(-1) ?? headerWords(""),
    headers,
    ...(metric === undefined ? {} : { metric }),
    namesOthers,
    readings: cells.map((cell) => cell?.reading ?? { kind: "empty" }),
    texts: cells.map((cell) => cell?.source.text ?? ""),
    ...(override === undefined ? {} : { override }),
  };
}

/** A metric's name can also be that of a method (MAE), so only one direction of a table names metrics. */
function metricsLieInRows(columns: readonly LineDraft[], rows: readonly LineDraft[]): boolean {
  const share = (lines: readonly LineDraft[]): number =>
    lines.filter((line) => line.metric !== undefined).length / Math.max(1, lines.length);
  return share(rows) > share(columns.filter(({ namesOthers }) => !namesOthers));
}

function lineOf(line: LineDraft, name: string, facts: LineFacts, namesMetrics: boolean): Line {
  const { override, headers, index } = line;
  const scored = facts.role === "score" || facts.role === "average" || facts.role === "sd";
  const metric = namesMetrics && scored ? line.metric : undefined;
  const unit = override?.unit ?? (scored ? unitOf(line, metric?.rate) : undefined);
  const arrow = headers.findLast(({ better }) => better !== undefined)?.better;
  const better = override?.better ?? (facts.role === "sd" ? undefined : (arrow ?? metric?.better));
  const count = override?.count ?? headers.findLast((header) => header.count !== undefined)?.count;
  return {
    index,
    name,
    role: facts.role,
    basis: { why: facts.why, asked: override?.role !== undefined },
    ...(unit === undefined ? {} : { unit }),
    ...(better === undefined ? {} : { better }),
    ...(metric === undefined ? {} : { metric: metric.name }),
    ...(count === undefined ? {} : { count }),
    ...(facts.of === undefined ? {} : { of: facts.of }),
    ...(facts.over === undefined ? {} : { over: facts.over }),
  };
}

/** By signs; a rate's values above 1 are percent. Rates that all lie below 1 may be either, so nothing is said of them. */
function unitOf({ headers, readings }: LineDraft, rate: boolean | undefined): ScoreUnit | undefined {
  const numbers = readings.flatMap((reading) => (reading.kind === "number" ? [reading.printed] : []));
  if (headers.some(({ percent }) => percent) || numbers.some(({ percent }) => percent)) return "percent";
  if (rate === undefined) return undefined;
  if (!rate) return "other";
  return numbers.some(({ value }) => value.decimals < 300 && value.units > 10n ** BigInt(Math.max(0, value.decimals)))
    ? "percent"
    : undefined;
}
