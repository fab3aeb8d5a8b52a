import {
  defaultLimits,
  ReadError,
  type ReadLimits,
  type ReadProblem,
  type SourceCell,
  type SourceRow,
  type SourceTable,
  type TablesRead,
} from "../source-table.ts";
import type { Place, SourceText } from "../source-text.ts";
import { tableName } from "../table-caption.ts";
import { type ColumnSpec, columnSpecs } from "./column-spec.ts";
import { fillGrid } from "./fill-grid.ts";
import { type FoundTable, findTables } from "./find-tables.ts";
import { expandMacros } from "./latex-macros.ts";
import { latexTokens, matchBraces, type Token } from "./latex-tokens.ts";
import { macroKinds, signs } from "./macro-kinds.ts";
import { type CellContext, readLatexCell } from "./read-cell.ts";
import { type LatexRow, readRows } from "./read-rows.ts";
import type { RowCell } from "./row-cell.ts";
import { withShades } from "./shaded-cells.ts";

const mostProblems = 100;

/** Macros that are read as they are even where the text defines them anew. */
const kept = new Set(
  "begin end multicolumn multirow hline toprule midrule bottomrule cmidrule cline cite citep citet"
    .split(" ")
    .concat([...macroKinds.keys()].filter((name) => !signs.has(name) && name.startsWith("text"))),
);

/**
 * Reads the tables of a LaTeX text: tabular and its kin, in floats or alone, each as a full grid of words with places.
 * Macros that the text defines are expanded. What cannot be read is a problem with its place. Throws a ReadError where
 * the text exceeds a limit.
 *
 * @example
 * const { tables } = await readLatexTables(sourceText("t.tex", String.raw`\begin{tabular}{lr} Ours & 84.1$\pm$0.3 \end{tabular}`));
 * tables[0]?.rows[0]?.cells.map((cell) => cell.text); // => ["Ours", "84.1 ± 0.3"]
 */
export async function readLatexTables(source: SourceText, limits: ReadLimits = defaultLimits): Promise<TablesRead> {
  const { text } = source;
  if (text.length > limits.characters)
    throw new ReadError(`${placeOf(0)}: more than ${limits.characters} characters; split the file`);
  checkLines();
  const { tables: found, definitions, problems: broken } = findTables(text, limits, placeOf);
  const problems: ReadProblem[] = [];
  const said = new Set<string>();
  let untold = 0;
  let lastAt: Place | undefined;
  for (const { at, message } of broken) report(at, message);
  const budget = { tokens: limits.cells / 2 };
  const context: CellContext = { depth: limits.depth, report, placeOf };
  const tables = found.map((table, index) => readTable(table, index + 1));
  if (untold > 0 && lastAt !== undefined)
    problems.push({ place: lastAt, message: `${untold} more problems are not listed; mend those above first` });
  return { tables, problems };

  function checkLines(): void {
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf("\n", from);
      const to = end < 0 ? text.length : end;
      if (to - from > limits.lineLength)
        throw new ReadError(`${placeOf(from)}: a line of more than ${limits.lineLength} characters; break it`);
      from = to + 1;
    }
  }

  function readTable(table: FoundTable, number: number): SourceTable {
    const caption = table.caption === undefined ? "" : words(table.caption.from, table.caption.to);
    const name = tableName(number, table.label, caption);
    const matched = matchBraces(tokensOf(table.from, table.to), limits.depth, placeOf);
    for (const index of matched.unmatched)
      report(matched.tokens[index]?.at ?? table.at, "a brace without its partner; add the other, or take this one out");
    const columnsOf = (spec: readonly Token[], at: number): readonly ColumnSpec[] =>
      columnSpecs(spec, definitions, limits.columns, placeOf(at));
    const { spec, body } = headOf(table, matched.tokens, matched.closing);
    if (spec === undefined)
      report(table.at, `\\begin{${table.environment}} names no columns; write {lcc} or the like behind it`);
    const columns = columnsOf(spec ?? [], table.at);
    const { rows: separate, head } = readRows(matched, body, columns, limits, context, columnsOf);
    const rows = glued(separate, columns);
    const grid = fillGrid(withShades(rows), limits, source.locate, placeOf(table.at));
    const headerRows = head ?? headerOf(grid);
    return {
      name,
      place: source.locate(table.at),
      caption,
      ...(table.label === undefined ? {} : { label: table.label }),
      rows: grid,
      ...(headerRows === undefined ? {} : { headerRows }),
    };
  }

  function tokensOf(from: number, to: number): readonly Token[] {
    return expandMacros(latexTokens(text, from, to), definitions, kept, budget);
  }

  function words(from: number, to: number): string {
    const matched = matchBraces(tokensOf(from, to), limits.depth, placeOf);
    return readLatexCell(matched, 0, matched.tokens.length, { ...context, report: () => {} }).text;
  }

  /** Joins the columns between which the format prints something: `84.1 & 0.3` under `r@{$\pm$}l`. */
  function glued(rows: readonly LatexRow[], columns: readonly ColumnSpec[]): readonly LatexRow[] {
    const glue = columns.map(({ glue }, index) => {
      if (glue.length === 0 || index === columns.length - 1) return "";
      const matched = matchBraces(glue, limits.depth, placeOf);
      let isKnown = true;
      const unknown = (): void => {
        isKnown = false;
      };
      const { text } = readLatexCell(matched, 0, glue.length, { ...context, report: unknown });
      // Most that stands between columns sets space or rules: what is not known joins none.
      return isKnown ? text : "";
    });
    if (glue.every((text) => text === "")) return rows;
    return rows.map((row) => {
      const cells: RowCell[] = [];
      let column = 0;
      let joinsLast = "";
      for (const cell of row.cells) {
        const last = cells.at(-1);
        const inside = glue.slice(column, column + cell.columns - 1).filter((text) => text !== "").length;
        const own = { ...cell, columns: cell.columns - inside };
        if (last !== undefined && joinsLast !== "") cells[cells.length - 1] = joinCells(last, joinsLast, own);
        else cells.push(own);
        column += cell.columns;
        joinsLast = glue[column - 1] ?? "";
      }
      return { ...row, cells };
    });
  }

  /** Reports once per message and macro in a text, where it first stands. */
  function report(at: number, message: string): void {
    const place = source.locate(at);
    const key =
      message.startsWith("\\") && message.includes("is not known")
        ? message
        : `${place.file}:${place.line}:${place.column}:${message}`;
    if (said.has(key)) return;
    said.add(key);
    if (problems.length < mostProblems - 1) problems.push({ place, message });
    else {
      untold++;
      lastAt ??= place;
    }
  }

  function placeOf(at: number): string {
    const { file, line, column } = source.locate(at);
    return `${file}:${line}:${column}`;
  }
}

/** Where a tabular's format and body stand among its tokens. */
function headOf({ environment }: FoundTable, tokens: readonly Token[], closing: ReadonlyMap<number, number>) {
  const hasWidth = /^(?:tabular[*xy]|xltabular|NiceTabular[*X])$/.test(environment);
  let index = 0;
  for (let skipped = hasWidth ? 1 : 0; index < tokens.length; index++) {
    const { kind, text } = tokens[index] as Token;
    if (kind === "space") continue;
    if (text === "[" && kind === "text") {
      while (index < tokens.length && tokens[index]?.text !== "]") index++;
    } else if (kind === "open") {
      const close = closing.get(index);
      if (close === undefined) break;
      if (skipped === 0) {
        const isNice = environment.startsWith("Nice") && tokens[close + 1]?.text === "[";
        const behind = isNice ? tokens.findIndex((token, at) => at > close && token.text === "]") : close;
        return { spec: tokens.slice(index + 1, close), body: Math.max(behind, close) + 1 };
      }
      skipped--;
      index = close;
    } else if (!/tabu$/.test(environment)) break;
  }
  return { spec: undefined, body: 0 };
}

function joinCells(left: RowCell, glue: string, right: RowCell): RowCell {
  const between = /^±/.test(glue) ? ` ${glue} ` : glue;
  const text = left.text === "" || right.text === "" ? left.text + right.text : left.text + between + right.text;
  return {
    ...left,
    text,
    at: left.text === "" ? right.at : left.at,
    notes: [...left.notes, ...right.notes],
    emphasis: left.text === "" ? right.emphasis : left.emphasis,
    columns: left.columns + right.columns - 1,
  };
}

/**
 * Rows above the first rule that stands between two rows; above the second, where the first only parts names that span
 * columns from the names below them.
 */
function headerOf(rows: readonly SourceRow[]): number | undefined {
  const rules = rows.flatMap(({ ruleAbove }, index) => (index > 0 && ruleAbove ? [index] : []));
  const [first, second] = rules;
  if (first === undefined || second === undefined) return first;
  const spans = rows[first - 1]?.cells.some(({ spannedFrom }) => spannedFrom !== undefined && spannedFrom.column > 0);
  const names = rows.slice(first, second).every(({ cells }) => cells.every(isName) && cells.slice(1).some(isOwn));
  return spans === true && names && second === first + 1 ? second : first;
}

function isName({ text }: SourceCell): boolean {
  return text === "" || /\p{L}/u.test(text);
}

function isOwn({ text, spannedFrom }: SourceCell): boolean {
  return text !== "" && spannedFrom === undefined;
}
