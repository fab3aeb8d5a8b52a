import { type Emphasis, ReadError, type ReadLimits } from "../source-table.ts";
import type { ColumnSpec } from "./column-spec.ts";
import { type MatchedTokens, matchBraces, type Token } from "./latex-tokens.ts";
import { groups, skipBracket, textOf } from "./macro-arguments.ts";
import { type CellContext, readLatexCell } from "./read-cell.ts";

/** A cell as the row names it: how far it spans, before the grid is filled. */
export interface RowCell {
  readonly text: string;
  readonly notes: readonly string[];
  readonly emphasis: readonly Emphasis[];
  /** Whether its ground is coloured. */
  readonly isShaded: boolean;
  readonly at: number;
  readonly columns: number;
  /** Rows that it spans; below zero: upwards. */
  readonly rows: number;
}

/** Reads a cell with what it spans, from the tokens between two indices, dressed as its column says. */
export type RowCellReader = (
  within: MatchedTokens,
  first: number,
  last: number,
  column: ColumnSpec | undefined,
) => RowCell;

export function rowCellReader(
  limits: ReadLimits,
  context: CellContext,
  columnsOf: (spec: readonly Token[], at: number) => readonly ColumnSpec[],
): RowCellReader {
  return readCell;

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
    const spanning = behindSwitches(within, begin, end);
    if (spanning > begin) {
      const read = readCell(within, spanning, end, column);
      return {
        ...read,
        emphasis: [...new Set([...emphasisOf(within.tokens.slice(begin, spanning)), ...read.emphasis])],
      };
    }
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
      if (content !== undefined && Number.isFinite(rows) && rows !== 0 && isOnlyStruts(within, content[2], end)) {
        return { ...readCell(within, content[0], content[1], column), at, rows };
      }
      if (content !== undefined && textOf(within, count) === "*")
        return { ...readCell(within, content[0], content[1], column), at };
      context.report(
        at,
        "\\multirow needs a number of rows, a width and a text, each in braces, and nothing behind it",
      );
    }
    // A column that goes into a box which is never printed.
    if (column?.before.some(({ kind, text }) => kind === "macro" && text === "setbox"))
      return { text: "", notes: [], emphasis: [], isShaded: false, at, columns: 1, rows: 1 };
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

/** The index of a spanning cell behind switches of size and weight; where none follows, the cell begins with them. */
function behindSwitches({ tokens }: MatchedTokens, begin: number, end: number): number {
  let index = begin;
  while (index < end && (tokens[index]?.kind === "space" || isSwitch(tokens[index]))) index++;
  const token = tokens[index];
  return token?.kind === "macro" && /^multi(?:row|column)/.test(token.text) ? index : begin;
}

function emphasisOf(switches: readonly Token[]): readonly Emphasis[] {
  return switches.flatMap(({ text }): readonly Emphasis[] => {
    if (/^(?:bf|bfseries)$/.test(text)) return ["bold"];
    return /^(?:it|itshape|em)$/.test(text) ? ["italic"] : [];
  });
}

function isSwitch(token: Token | undefined): boolean {
  return (
    token?.kind === "macro" &&
    /^(?:tiny|scriptsize|footnotesize|small|normalsize|large|Large|bf|bfseries|it|itshape|em|rm|sf|tt|ttfamily|sffamily|centering|raggedright)$/.test(
      token.text,
    )
  );
}

/** Whether nothing but struts, which only set the height of a row, stands between two indices. */
function isOnlyStruts(within: MatchedTokens, from: number, end: number): boolean {
  for (let index = from; index < end; ) {
    const token = within.tokens[index];
    if (token?.kind === "space") index++;
    else if (token?.kind === "macro" && /^(?:[a-zA-Z]*strut|xspace|ignorespaces)$/.test(token.text))
      index = skipBracket(within, index + 1, end);
    else return false;
  }
  return true;
}
