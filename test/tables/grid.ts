import type { SourceCell, SourceRow, SourceTable } from "../../src/tables/source-table.ts";

interface GridOptions {
  readonly caption?: string;
  readonly headerRows?: number;
}

/**
 * A grid from lines of cells set apart by `|`. A cell `<` repeats the one to its left and `^` the one above, as spanning
 * cells do; a line of dashes is a rule.
 */
export function grid(lines: readonly string[], options: GridOptions = {}): SourceTable {
  const rules = new Set<number>();
  const texts: string[][] = [];
  for (const line of lines)
    if (/^-{3,}$/.test(line)) rules.add(texts.length);
    else texts.push(line.split("|").map((text) => text.trim()));
  return fromTexts(texts, options, rules);
}

export function fromTexts(
  texts: readonly (readonly string[])[],
  { caption = "", headerRows }: GridOptions = {},
  rules: ReadonlySet<number> = new Set(),
): SourceTable {
  const place = { file: "paper.tex", line: 1, column: 1 };
  const rows: SourceRow[] = [];
  for (const [row, line] of texts.entries()) {
    const cells: SourceCell[] = [];
    for (const [column, text] of line.entries()) {
      const at = text === "^" ? { row: row - 1, column } : { row, column: column - 1 };
      const repeated = text === "<" ? cells.at(-1) : text === "^" ? rows.at(-1)?.cells[column] : undefined;
      const from = repeated && { spannedFrom: repeated.spannedFrom ?? at };
      cells.push({ text: repeated?.text ?? text, place, emphasis: [], notes: [], ...from });
    }
    rows.push({ cells, ruleAbove: rules.has(row) });
  }
  return { name: "table 1", place, caption, rows, ...(headerRows === undefined ? {} : { headerRows }) };
}
