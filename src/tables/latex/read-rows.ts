import { ReadError, type ReadLimits } from "../source-table.ts";
import type { ColumnSpec } from "./column-spec.ts";
import type { MatchedTokens, Token } from "./latex-tokens.ts";
import type { CellContext } from "./read-cell.ts";
import { type RowCell, rowCellReader } from "./row-cell.ts";
import { isFullRule, rowMacros } from "./row-macros.ts";

export interface LatexRow {
  readonly cells: readonly RowCell[];
  readonly ruleAbove: boolean;
  readonly at: number;
}

export interface LatexRows {
  readonly rows: readonly LatexRow[];
  /** Rows above `\endhead` or `\endfirsthead`, where one stands. */
  readonly head?: number;
}

/** Splits a tabular's body into rows and cells and reads each. */
export function readRows(
  matched: MatchedTokens,
  from: number,
  columns: readonly ColumnSpec[],
  limits: ReadLimits,
  context: CellContext,
  columnsOf: (spec: readonly Token[], at: number) => readonly ColumnSpec[],
): LatexRows {
  const { tokens, closing } = matched;
  const readCell = rowCellReader(limits, context, columnsOf);
  const rows: LatexRow[] = [];
  let head: number | undefined;
  let seenFirstHead = false;
  let sectionStart = 0;
  let everyFoot: readonly LatexRow[] = [];
  let lastFoot: readonly LatexRow[] = [];
  let cells: RowCell[] = [];
  let width = 0;
  let total = 0;
  let rule = false;
  let start = from;
  let nested = 0;
  let rowStart = true;
  for (let index = from; index <= tokens.length; index++) {
    const token = tokens[index];
    if (token === undefined) {
      endCell(tokens.length);
      endRow(tokens.at(-1)?.at ?? 0);
      break;
    }
    if (rowStart && nested === 0) {
      if (token.kind === "space") continue;
      const next = token.kind === "macro" ? rowMacro(token, index) : undefined;
      if (next !== undefined) {
        index = next - 1;
        start = next;
        continue;
      }
      start = index;
      rowStart = false;
    }
    if (token.kind === "open") index = closing.get(index) ?? index;
    else if (token.kind === "macro" && token.text === "begin") nested++;
    else if (token.kind === "macro" && token.text === "end") nested = Math.max(0, nested - 1);
    else if (nested > 0) continue;
    else if (token.kind === "align") {
      endCell(index);
      start = index + 1;
    } else if (
      token.kind === "macro" &&
      (token.text === "\\" || token.text === "tabularnewline" || token.text === "cr")
    ) {
      endCell(index);
      endRow(token.at);
      let next = index + 1;
      if (tokens[next]?.text === "*") next++;
      next = behindOptional(next);
      index = next - 1;
      start = next;
    }
  }
  for (const foot of lastFoot.length > 0 ? lastFoot : everyFoot) if (foot.cells.some(isData)) rows.push(foot);
  if (lastFoot.length > 0) for (const foot of everyFoot) reportData(foot);
  return head === undefined ? { rows } : { rows, head };

  function endRow(at: number): void {
    const isBlank = cells.every(({ text, columns, rows }) => text === "" && columns === 1 && rows === 1);
    if (cells.length > 1 || !isBlank) {
      rows.push({ cells, ruleAbove: rule, at: cells[0]?.at ?? at });
      rule = false;
    }
    if (rows.length > limits.rows)
      throw new ReadError(`${context.placeOf(at)}: more than ${limits.rows} rows; split the table`);
    cells = [];
    width = 0;
    rowStart = true;
  }

  function endCell(to: number): void {
    const cell = readCell(matched, start, to, columns[width]);
    cells.push(cell);
    width += cell.columns;
    total += cell.columns;
    if (width > limits.columns)
      throw new ReadError(`${context.placeOf(cell.at)}: more than ${limits.columns} columns in a row; split the table`);
    if (total > limits.cells)
      throw new ReadError(`${context.placeOf(cell.at)}: more than ${limits.cells} cells; split the table`);
  }

  function rowMacro({ text, at }: Token, index: number): number | undefined {
    if (/^end(?:firsthead|head|foot|lastfoot)$/.test(text)) {
      if (cells.length > 0) endRow(at);
      section(text);
      return index + 1;
    }
    const takes = rowMacros[text];
    const isRule = isFullRule(text);
    if (takes === undefined && !isRule) return undefined;
    if (isRule) rule = true;
    let next = index + 1;
    for (const taken of takes ?? "") {
      while (tokens[next]?.kind === "space") next++;
      if (taken === "s") next = tokens[next]?.text === "*" ? next + 1 : next;
      else if (taken === "o") next = behindOptional(next);
      else if (taken === "p") {
        if (tokens[next]?.text !== "(") continue;
        const end = tokens.slice(next, next + 10).findIndex((token) => token.text === ")");
        next = end < 0 ? next : next + end + 1;
        next = behindOptional(next);
      } else next = (closing.get(next) ?? next) + 1;
    }
    return next;
  }

  function section(name: string): void {
    if (name === "endfirsthead") {
      head = rows.length;
      seenFirstHead = true;
    } else if (name === "endhead") {
      if (seenFirstHead) for (const row of rows.splice(sectionStart)) reportData(row);
      else head = rows.length;
    } else if (name === "endfoot") everyFoot = rows.splice(sectionStart);
    else lastFoot = rows.splice(sectionStart);
    sectionStart = rows.length;
    rule = false;
  }

  function reportData({ cells, at }: LatexRow): void {
    if (cells.some(isData))
      context.report(at, "numbers that are repeated on every page are not read; move the row into the table's body");
  }

  function behindOptional(at: number): number {
    let index = at;
    while (tokens[index]?.kind === "space") index++;
    if (tokens[index]?.text !== "[") return at;
    for (; index < tokens.length; index++) {
      const { kind, text } = tokens[index] as Token;
      if (text === "]") return index + 1;
      if (kind === "align" || text === "\\") return at;
    }
    return at;
  }
}

function isData({ text }: RowCell): boolean {
  return /^[^\p{L}\d]*\d/u.test(text);
}
