import { htmlCell } from "./html/html-cell.ts";
import { attribute, childElements, hasClass, isElement, isHidden, roleOf, startOf } from "./html/html-element.ts";
import { type HtmlGrid, type HtmlRow, htmlGrid, rowsOf } from "./html/html-grid.ts";
import { type HtmlElement, type HtmlParent, parseHtml } from "./html/parse-html.ts";
import type { CellContext } from "./latex/read-cell.ts";
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

type Found = ReadonlyMap<HtmlElement, readonly HtmlRow[]>;

/**
 * The tables of a page as a browser shows them, arXiv's (LaTeXML's) among them: spans filled, what is hidden left out,
 * maths as it is shown. A table inside a cell is read on its own, unless it has one column: then it only breaks lines.
 * Captions are the table's own or its figure's. Throws a ReadError for what exceeds a limit.
 */
export async function readHtmlTables(source: SourceText, limits: ReadLimits = defaultLimits): Promise<TablesRead> {
  if (source.text.length > limits.characters)
    throw new ReadError(`${placeName(0)}: more than ${limits.characters} characters; split the file`);
  const found = tablesOf(parseHtml(source, limits));
  if (found.size > limits.tables)
    throw new ReadError(`${placeName(0)}: more than ${limits.tables} tables; split the file`);
  const context: CellContext = { depth: limits.depth, placeOf: placeName, report: () => {} };
  const problems: ReadProblem[] = [];
  const tables: SourceTable[] = [];
  for (const [element, rows] of found) {
    const table = tableOf(element, rows, tables.length + 1);
    // A table without words frames others, or is filled in by a script.
    if (table.rows.some(({ cells }) => cells.some(({ text }) => text !== ""))) tables.push(table);
  }
  return { tables, problems };

  function tableOf(element: HtmlElement, rows: readonly HtmlRow[], number: number): SourceTable {
    if (rows.length > limits.rows) refuse(element, `more than ${limits.rows} rows; split the table`);
    const grid = htmlGrid(rows, limits, refuse, (cell) =>
      report(
        startOf(cell),
        "this cell lies over another; mend the rowspan or colspan; the one that came first was kept",
      ),
    );
    const { caption, label } = captionOf(element);
    const lines = rowsOfGrid(grid, rows);
    const firstRule = lines.findIndex(({ ruleAbove }, index) => index > 0 && ruleAbove);
    const headerRows = headerRowsOf(rows) ?? (firstRule < 0 ? undefined : firstRule);
    return {
      name: tableName(number, label, caption),
      place: source.locate(startOf(element)),
      caption,
      ...(label === undefined ? {} : { label }),
      rows: lines,
      ...(headerRows === undefined ? {} : { headerRows }),
    };
  }

  function rowsOfGrid(grid: HtmlGrid, rows: readonly HtmlRow[]): readonly SourceRow[] {
    const read = new Map<HtmlElement, SourceCell>();
    return grid.map((slots, row) => {
      const element = rows[row]?.element;
      const cells = slots.map((slot, column): SourceCell => {
        if (slot === undefined)
          return {
            text: "",
            place: source.locate(element === undefined ? 0 : startOf(element)),
            emphasis: [],
            notes: [],
          };
        const known = read.get(slot.cell) ?? cellOf(slot.cell, element);
        read.set(slot.cell, known);
        const isOwn = slot.row === row && slot.column === column;
        return isOwn ? known : { ...known, spannedFrom: { row: slot.row, column: slot.column } };
      });
      return { cells, ruleAbove: hasRuleAbove(grid, row) };
    });
  }

  function cellOf(cell: HtmlElement, row: HtmlElement | undefined): SourceCell {
    const at = startOf(cell);
    const inside = { ...context, report: (_: number, message: string) => report(at, message) };
    return { ...htmlCell(cell, found, inside, row === undefined ? [] : [row]), place: source.locate(at) };
  }

  function captionOf(table: HtmlElement): { readonly caption: string; readonly label?: string } {
    const own = childElements(table).find(({ tagName }) => tagName === "caption");
    let words = own === undefined ? "" : htmlCell(own, found, context).text;
    let label = attribute(table, "id");
    let inFigure = false;
    for (let above = table.parentNode; isElement(above) && above.tagName !== "body"; above = above.parentNode) {
      if (above.tagName !== "figure" && !hasClass(above, "ltx_table") && !hasClass(above, "table-wrap")) continue;
      // The text refers to the innermost figure.
      if (!inFigure) label = attribute(above, "id") ?? label;
      inFigure = true;
      const caption = childElements(above).find(
        (child) => child.tagName === "figcaption" || hasClass(child, "ltx_caption") || hasClass(child, "caption"),
      );
      if (words === "" && caption !== undefined) words = htmlCell(caption, found, context).text;
    }
    return { caption: words, ...(label === undefined || label === "" ? {} : { label }) };
  }

  function report(at: number, message: string): void {
    problems.push({ place: source.locate(at), message });
  }

  function refuse(element: HtmlElement, message: string): never {
    throw new ReadError(`${placeName(startOf(element))}: ${message}`);
  }

  function placeName(at: number): string {
    const { file, line, column } = source.locate(at);
    return `${file}:${line}:${column}`;
  }
}

const equations = /(?:^|\s)ltx_(?:equation|equationgroup|eqn_table)(?:\s|$)/;

/** The tables of a page with their rows, in the order of the page. */
function tablesOf(page: HtmlParent): Found {
  const found = new Map<HtmlElement, readonly HtmlRow[]>();
  const collect = (parent: HtmlParent, inCell: boolean): void => {
    for (const child of childElements(parent)) {
      if (isHidden(child) || equations.test(attribute(child, "class") ?? "")) continue;
      const role = roleOf(child);
      if (role === "table" && !/^(?:presentation|none)$/.test(attribute(child, "role") ?? "")) {
        const rows = rowsOf(child);
        if (rows.length > 0 && !(inCell && rows.every(({ cells }) => cells.length < 2))) found.set(child, rows);
      }
      collect(child, inCell || role === "cell");
    }
  };
  collect(page, false);
  return found;
}

function headerRowsOf(rows: readonly HtmlRow[]): number | undefined {
  const isHead = ({ group }: HtmlRow): boolean => group.tagName === "thead" || hasClass(group, "ltx_thead");
  const isNaming = (cell: HtmlElement): boolean =>
    cell.tagName === "th" && (hasClass(cell, "ltx_th_column") || !hasClass(cell, "ltx_th_row"));
  // The corner above the rows' names is often an empty td.
  const isHeader = ({ cells }: HtmlRow): boolean =>
    cells.some(isNaming) &&
    cells.every((cell, index) => isNaming(cell) || (index === 0 && cells.length > 1 && isBare(cell)));
  const leading = (is: (row: HtmlRow) => boolean): number => {
    const end = rows.findIndex((row) => !is(row));
    return end < 0 ? rows.length : end;
  };
  const count = leading(isHead) || leading(isHeader);
  return count === 0 || count === rows.length ? undefined : count;
}

function isBare({ childNodes }: HtmlElement): boolean {
  return childNodes.every((node) => "value" in node && node.value.trim() === "");
}

/** Whether every cell of a row has a border above, or every cell of the row before one below. */
function hasRuleAbove(grid: HtmlGrid, row: number): boolean {
  const isRuled = (line: HtmlGrid[number] | undefined, side: "t" | "b"): boolean => {
    if (line === undefined || line.length === 0) return false;
    const border = side === "t" ? /(?:^|\s)ltx_border_tt?(?:\s|$)/ : /(?:^|\s)ltx_border_bb?(?:\s|$)/;
    return line.every((slot) => slot !== undefined && border.test(attribute(slot.cell, "class") ?? ""));
  };
  const own = grid[row];
  const crosses = own?.some((slot) => slot !== undefined && slot.row < row) === true;
  return !crosses && (isRuled(own, "t") || isRuled(grid[row - 1], "b"));
}
