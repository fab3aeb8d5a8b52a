import { type Emphasis, ReadError, type ReadLimits } from "../source-table.ts";
import type { ColumnSpec } from "./column-spec.ts";
import { type MatchedTokens, matchBraces, type Token } from "./latex-tokens.ts";
import { type CellContext, readLatexCell } from "./read-cell.ts";

/** A cell as the row names it: how far it spans, before the grid is filled. */
export interface RowCell {
  readonly text: string;
  readonly notes: readonly string[];
  readonly emphasis: readonly Emphasis[];
  readonly at: number;
  readonly columns: number;
  /** Rows that it spans; below zero: upwards. */
  readonly rows: number;
}

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

const fullRules = /^(?:hline|Hline|toprule|midrule|bottomrule|specialrule|hdashline|hhline|Xhline|\w*(?:hline|rule))$/;
const rowMacros: Readonly<Record<string, string>> = {
  specialrule: "mmm",
  toprule: "o",
  midrule: "o",
  bottomrule: "o",
  cmidrule: "opm",
  cline: "m",
  addlinespace: "o",
  cdashline: "mo",
  cdashlinelr: "m",
  hdashline: "o",
  Xhline: "m",
  hhline: "m",
  noalign: "m",
  rowcolor: "omoo",
  rowcolors: "mmm",
  arrayrulecolor: "om",
  morecmidrules: "",
  caption: "som",
  label: "m",
  tabularnewline: "",
  Xcline: "mm",
  rowfont: "m",
  hlineB: "m",
  setlength: "mm",
  renewcommand: "smm",
};

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
  const rows: LatexRow[] = [];
  let head: number | undefined;
  let seenFirstHead = false;
  let sectionStart = 0;
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
    const isRule = fullRules.test(text) && !/^(?:rule|vrule|cmidrule|cline)$/.test(text);
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
      if (seenFirstHead) rows.splice(sectionStart);
      else head = rows.length;
    } else rows.splice(sectionStart);
    sectionStart = rows.length;
    rule = false;
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

  function readCell(within: MatchedTokens, first: number, last: number, column: ColumnSpec | undefined): RowCell {
    let begin = first;
    let end = last;
    while (
      begin < end &&
      (within.tokens[begin]?.kind === "space" ||
        ["omit", "relax", "centering"].includes(within.tokens[begin]?.text ?? ""))
    )
      begin++;
    while (end > begin && within.tokens[end - 1]?.kind === "space") end--;
    const at = (within.tokens[begin] ?? within.tokens.at(-1))?.at ?? 0;
    const token = within.tokens[begin];
    if (token?.kind === "macro" && token.text === "multicolumn") {
      const [count, spec, content] = groups(within, begin + 1, end, 3);
      const columns = Number(textOf(within, count));
      if (columns > limits.columns)
        throw new ReadError(`${context.placeOf(at)}: \\multicolumn spans more than ${limits.columns} columns`);
      if (content !== undefined && spec !== undefined && Number.isInteger(columns) && columns >= 1) {
        const own = columnsOf(within.tokens.slice(spec[0], spec[1]), at)[0];
        if (content[2] < end) {
          const rest = within.tokens.slice(content[2], end).find(({ kind }) => kind !== "space");
          if (rest !== undefined && !/^(?:cline|cmidrule|hline|label)$/.test(rest.text))
            context.report(rest.at, "what follows \\multicolumn in its cell is not read; move it inside the braces");
        }
        return { ...readCell(within, content[0], content[1], own), at, columns };
      }
      context.report(at, "\\multicolumn needs a whole number of columns, a format and a text, each in braces");
    }
    if (token?.kind === "macro" && /^multirow(?:cell|thead)?$/.test(token.text)) {
      const isPlain = token.text === "multirow";
      let next = skipBracket(within, within.tokens[begin + 1]?.text === "*" ? begin + 2 : begin + 1, end);
      const [count] = groups(within, next, end, 1);
      next = skipBracket(within, count?.[2] ?? next, end);
      const width = isPlain
        ? within.closing.get(next) === undefined
          ? next + 1
          : (within.closing.get(next) ?? next) + 1
        : next;
      next = skipBracket(within, width, end);
      const [content] = groups(within, next, end, 1);
      const rows = Math.trunc(Number(textOf(within, count)));
      if (content !== undefined && Number.isFinite(rows) && rows !== 0 && content[2] >= end) {
        return { ...readCell(within, content[0], content[1], column), at, rows };
      }
      if (content !== undefined && textOf(within, count) === "*")
        return { ...readCell(within, content[0], content[1], column), at };
      context.report(
        at,
        "\\multirow needs a number of rows, a width and a text, each in braces, and nothing behind it",
      );
    }
    if (column === undefined || column.before.length + column.behind.length === 0 || begin === end) {
      return { ...readLatexCell(within, begin, end, context), at, columns: 1, rows: 1 };
    }
    const dressed = matchBraces(
      [...column.before, ...within.tokens.slice(begin, end), ...column.behind],
      limits.depth,
      context.placeOf,
    );
    return { ...readLatexCell(dressed, 0, dressed.tokens.length, context), at, columns: 1, rows: 1 };
  }
}

type Group = readonly [first: number, last: number, next: number];

function groups(
  { tokens, closing }: MatchedTokens,
  at: number,
  end: number,
  wanted: number,
): readonly (Group | undefined)[] {
  const found: Group[] = [];
  let index = at;
  while (found.length < wanted) {
    while (index < end && tokens[index]?.kind === "space") index++;
    const close = closing.get(index);
    if (close === undefined || close >= end) break;
    found.push([index + 1, close, close + 1]);
    index = close + 1;
  }
  return found;
}

function textOf({ tokens }: MatchedTokens, group: Group | undefined): string {
  return group === undefined
    ? ""
    : tokens
        .slice(group[0], group[1])
        .map(({ text }) => text)
        .join("")
        .trim();
}

function skipBracket({ tokens }: MatchedTokens, at: number, end: number): number {
  let index = at;
  while (index < end && tokens[index]?.kind === "space") index++;
  if (tokens[index]?.text !== "[") return index;
  while (index < end && tokens[index]?.text !== "]") index++;
  index++;
  while (index < end && tokens[index]?.kind === "space") index++;
  return index;
}
