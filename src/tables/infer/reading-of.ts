import type { SourceCell, SourceTable } from "../source-table.ts";
import type { CellReading, Line, LineOverride, ReadCell, ReadingOverrides, TableReading } from "../table-reading.ts";
import { columnNamesOf } from "./column-names.ts";
import { type Grid, readGrid } from "./grid.ts";
import { headerRowsOf } from "./header-rows.ts";
import { captionPutsSpreadInParentheses } from "./header-words.ts";
import type { LineDraft, LineFacts } from "./line-draft.ts";
import { type LineName, nameReader } from "./line-name.ts";
import { lineRoles } from "./line-roles.ts";
import { matchOverrides } from "./match-overrides.ts";
import { type Measure, measuresOf } from "./measures.ts";
import { bodyRowsOf, nameColumnsOf, rowNamesOf } from "./row-names.ts";
import { secondHeader } from "./second-header.ts";

/**
 * Understands a table: which rows name columns, what each row and column holds and why it is taken for that, and every
 * cell of the body read. What the user says wins over everything inferred; what names no line is told. Never throws.
 */
export function readingOf(table: SourceTable, overrides: ReadingOverrides = {}): TableReading {
  const unused: string[] = [];
  const grid = readGrid(table);
  const header = headerRowsOf(grid, usableHeaderRows(table, overrides.headerRows, unused));
  const { names: columnTexts, title } = columnNamesOf(table, header.count);
  const caption = title === "" ? table.caption : `${title}. ${table.caption}`;
  const readName = nameReader();
  const columnLines = columnTexts.map((texts, index): NamedLine => ({ index, name: readName(texts) }));
  const body = bodyRowsOf(grid, header.count);
  const nameColumns = nameColumnsOf(grid, body, (columnLines[0]?.name ?? readName([])).last);
  const rowLines = rowNamesOf(grid, body, nameColumns).map(
    ({ names, openGroup }, at): NamedLine => ({ index: body[at]?.index ?? 0, name: readName(names, openGroup) }),
  );
  const columnNames = unrepeated(columnLines, "column");
  const rowNames = unrepeated(rowLines, "row");
  const columnOverrides = matchOverrides("column", overrides.columns, columnLines, columnNames, unused);
  const rowOverrides = matchOverrides("row", overrides.rows, rowLines, rowNames, unused);
  const cells = bodyCells(grid, rowLines, columnLines, nameColumns, caption, columnOverrides);
  const bodyRows = rowLines.map((row) => cells.get(row.index) ?? []);
  const columnDrafts = columnLines.map(({ index, name }): LineDraft => {
    const override = columnOverrides.get(index);
    const column = bodyRows.map((row) => row[index]).filter((cell) => cell !== undefined);
    return { index, name, namesOthers: index < nameColumns, cells: column, ...(override && { override }) };
  });
  const rowDrafts = rowLines.map(({ index, name }, at): LineDraft => {
    const override = rowOverrides.get(index);
    const row = (bodyRows[at] ?? []).slice(nameColumns);
    return { index, name, namesOthers: false, cells: row, ...(override && { override }) };
  });
  const byRow = metricsLieInRows(columnDrafts, rowDrafts);
  const pooling = namesPooling(`${columnTexts[0]?.join(" ") ?? ""} ${caption}`);
  const columnFacts = lineRoles(columnDrafts, "column", pooling);
  const stacked =
    secondHeader(
      rowDrafts,
      columnTexts.map((texts) => texts.at(-1) ?? ""),
      readName,
    ) ?? rowDrafts.length;
  // What stands below a second header is not what the first one says.
  const rowFacts = lineRoles(rowDrafts, "row", pooling).map((facts, at) =>
    at > stacked && facts.why !== "as asked"
      ? ({ role: "other", why: "it stands below a second header" } as const)
      : facts,
  );
  const columnMeasures = measuresOf({ lines: columnDrafts, facts: columnFacts, namesMetrics: !byRow, caption });
  const rowMeasures = measuresOf({ lines: rowDrafts, facts: rowFacts, namesMetrics: byRow, caption });
  const columns = linesOf(columnDrafts, columnNames, columnFacts, columnMeasures);
  const rows = linesOf(rowDrafts, rowNames, rowFacts, rowMeasures);
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

interface NamedLine {
  readonly index: number;
  readonly name: LineName;
}

/** Names as messages call the lines, each once. */
function unrepeated(lines: readonly NamedLine[], what: "column" | "row"): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map(({ index, name: { group, last } }) => {
    const name = group === "" ? last.text || `${what} ${index + 1}` : `${group} / ${last.text}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name} (${count})`;
  });
}

function bodyCells(
  grid: Grid,
  rows: readonly NamedLine[],
  columns: readonly NamedLine[],
  nameColumns: number,
  caption: string,
  overrides: ReadonlyMap<number, LineOverride>,
): ReadonlyMap<number, readonly ReadCell[]> {
  const inCaption = captionPutsSpreadInParentheses(caption);
  const habits = columns.map(({ index, name: { last } }) => {
    const spreadsAlone = overrides.get(index)?.role === "sd" || last.kind === "spread";
    return { spreadsAlone, spreadInParentheses: inCaption || last.header.spreadInParentheses };
  });
  return new Map(
    rows.map(({ index }) => [
      index,
      (grid.cells[index] ?? []).map((cell, column): ReadCell => {
        if (column < nameColumns) return { source: cell.source, reading: wordsOf(cell.source) };
        const { spreadsAlone = false, spreadInParentheses = false } = habits[column] ?? {};
        if (!spreadsAlone && !spreadInParentheses) return cell;
        return grid.readAgain(cell, { spreadsAlone, spreadInParentheses });
      }),
    ]),
  );
}

/** Whether Mean may be the name of a way to pool, or an average a weighted one. */
function namesPooling(words: string): boolean {
  return /\b(?:pooling|aggregation|aggregator|readout|fusion|reduction|ensembl\w*|(?:weighted|geometric|harmonic|trimmed|moving)[- ](?:avg|average|mean))\b/i.test(
    words,
  );
}

/** A metric's name can also be that of a method (MAE), so only one direction of a table names metrics. */
function metricsLieInRows(columns: readonly LineDraft[], rows: readonly LineDraft[]): boolean {
  const share = (lines: readonly LineDraft[]): number =>
    lines.filter(({ name }) => name.metric !== undefined).length / Math.max(1, lines.length);
  return share(rows) > share(columns.filter(({ namesOthers }) => !namesOthers));
}

function linesOf(
  drafts: readonly LineDraft[],
  names: readonly string[],
  facts: readonly LineFacts[],
  measures: readonly Measure[],
): readonly Line[] {
  return drafts.map(({ index, name, override }, at): Line => {
    const { role, why, of, over } = facts[at] as LineFacts;
    const { why: whyUnit, ...measure } = measures[at] as Measure;
    const count = override?.count ?? name.parts.findLast(({ header }) => header.count !== undefined)?.header.count;
    return {
      index,
      name: names[at] ?? "",
      role,
      basis: { why: whyUnit === undefined ? why : `${why}; ${whyUnit}`, asked: override?.role !== undefined },
      ...measure,
      ...(count === undefined ? {} : { count }),
      ...(of === undefined ? {} : { of }),
      ...(over === undefined ? {} : { over }),
    };
  });
}
