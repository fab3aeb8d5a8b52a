import type { SourceCell, SourceRow } from "../source-table.ts";
import type { Grid } from "./grid.ts";
import { isGroupRow } from "./header-rows.ts";
import { type NamePart, namesIn } from "./line-name.ts";

/** A row of the body with the words of the rows that name its group. */
export interface BodyRow {
  readonly index: number;
  readonly group: readonly string[];
}

/** The rows below the header, without those that name the group of the ones below them, or repeat the header. */
export function bodyRowsOf({ table }: Grid, headerRows: number): readonly BodyRow[] {
  const body: BodyRow[] = [];
  const header = new Set(
    table.rows
      .slice(0, headerRows)
      .filter((row) => !isGroupRow(row))
      .map(textsOf),
  );
  let [group, fresh]: [readonly string[], boolean] = [[], false];
  const lastData = table.rows.findLastIndex((row) => !isGroupRow(row));
  table.rows.forEach((row, index) => {
    if (index < headerRows || header.has(textsOf(row))) return;
    if (index < lastData && isGroupRow(row)) {
      const name = row.cells[0]?.text.trim() ?? "";
      [group, fresh] = [fresh ? [...group.slice(-2), name] : [name], true];
    } else {
      body.push({ index, group });
      fresh = false;
    }
  });
  return body;
}

function textsOf({ cells }: SourceRow): string {
  return cells.map(({ text }) => text.trim()).join("\n");
}

/** The first column, unless its header names what it measures; further ones of words while names are not told apart. */
export function nameColumnsOf(grid: Grid, body: readonly BodyRow[], first: NamePart): number {
  const cellsOf = (column: number) => body.flatMap(({ index }) => grid.cells[index]?.[column] ?? []);
  const hasWords = (column: number): boolean =>
    cellsOf(column).some(({ source, reading }) => reading.kind === "words" && /\p{L}/u.test(source.text));
  const hasNumbers = (column: number): boolean => cellsOf(column).some(({ reading }) => reading.kind === "number");
  const measures = first.metric !== undefined || first.kind !== undefined;
  const spansRows = cellsOf(0).some(({ source: { spannedFrom } }) => spannedFrom?.column === 0);
  if (grid.width < 2 || (!hasWords(0) && measures && !(spansRows && hasWords(1) && !hasNumbers(1)))) return 0;
  let count = 1;
  while (count < grid.width - 1 && hasWords(count) && !hasNumbers(count) && !tellApart(grid, body, count)) count++;
  return count;
}

/** Whether the names in so many columns differ from row to row, and none is blank where the next column has words. */
function tellApart(grid: Grid, body: readonly BodyRow[], columns: number): boolean {
  const seen = new Set<string>();
  return body.every(({ index, group }) => {
    const row = grid.cells[index] ?? [];
    const name = [...group, ...row.slice(0, columns).map(({ source }) => source.text)].join("\n");
    const blank = row[columns - 1]?.source.text.trim() === "" && row[columns]?.reading.kind === "words";
    if (blank || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

export interface RowNames {
  readonly names: readonly string[];
  /** Nothing printed says where the row's group ends. */
  readonly openGroup: boolean;
}

/** Each row's names; a blank outer one is that of the row above, unless a rule or another group begins between them. */
export function rowNamesOf({ table }: Grid, body: readonly BodyRow[], nameColumns: number): readonly RowNames[] {
  let [above, groupAbove]: [readonly string[], readonly string[]] = [[], []];
  let anyFilled = false;
  const names = body.map(({ index, group }) => {
    const row = table.rows[index];
    const cells: readonly SourceCell[] = row?.cells.slice(0, nameColumns) ?? [];
    const texts = cells.map(({ text }) => text.trim());
    const firstNamed = texts.findIndex((text) => text !== "");
    if (row?.ruleAbove !== true && group === groupAbove && firstNamed > 0) {
      anyFilled = true;
      for (let column = 0; column < firstNamed; column++) texts[column] = above[column] ?? "";
    }
    [above, groupAbove] = [texts, group];
    return [...group, ...namesIn(texts)];
  });
  return names.map((texts, at) => ({ names: texts, openGroup: anyFilled || body[at]?.group.length !== 0 }));
}
