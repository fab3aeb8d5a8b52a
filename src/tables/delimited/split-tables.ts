import type { DelimitedLine } from "./delimited-lines.ts";

export interface DelimitedTable {
  /** The lines of one cell above the first row. */
  readonly caption: readonly DelimitedLine[];
  readonly rows: readonly DelimitedLine[];
}

/**
 * The tables of a file's lines. A blank line parts two where the number of columns changes or a new header follows;
 * else it is only air. A line of one cell above wider rows is the caption; `stray` lines of one cell stand elsewhere.
 */
export function splitTables(lines: readonly DelimitedLine[]): {
  readonly tables: readonly DelimitedTable[];
  readonly stray: readonly DelimitedLine[];
} {
  const blocks = blocksOf(lines);
  // A file of one column is a table too.
  if (blocks.every((block) => widthOf(block) === 1))
    return { tables: blocks.length === 0 ? [] : [{ caption: [], rows: blocks.flat() }], stray: [] };
  const tables: { readonly caption: readonly DelimitedLine[]; readonly rows: DelimitedLine[] }[] = [];
  const stray: DelimitedLine[] = [];
  let above: readonly DelimitedLine[] = [];
  for (const block of blocks) {
    if (widthOf(block) === 1 && !block.some(isNumeric)) {
      stray.push(...above);
      above = block;
      continue;
    }
    const title = titleLength(block);
    const rows = block.slice(title);
    const last = tables.at(-1);
    if (last !== undefined && title === 0 && above.length === 0 && continues(last.rows, rows)) last.rows.push(...rows);
    else tables.push({ caption: [...above, ...block.slice(0, title)], rows });
    above = [];
  }
  return { tables, stray: [...stray, ...above] };
}

function blocksOf(lines: readonly DelimitedLine[]): readonly (readonly DelimitedLine[])[] {
  const blocks: DelimitedLine[][] = [];
  let isOpen = false;
  for (const line of lines) {
    const isBlank = line.cells.length === 1 && wordsOf(line)[0] === "" && line.end - line.at < 2;
    if (isBlank) isOpen = false;
    else if (isOpen) blocks.at(-1)?.push(line);
    else {
      blocks.push([line]);
      isOpen = true;
    }
  }
  return blocks;
}

/** How many lines of one cell stand above the block's wider rows. */
function titleLength(block: readonly DelimitedLine[]): number {
  const first = block.findIndex((line) => line.cells.length > 1 || isNumeric(line));
  if (first !== 0) return Math.max(0, first);
  const [title, header] = block;
  if (title === undefined || header === undefined) return 0;
  const [name = "", ...rest] = wordsOf(title);
  // A spreadsheet pads the title with empty cells.
  const isPadded = name !== "" && rest.length > 1 && rest.every((text) => text === "");
  return isPadded && isHeader(header) && block.some(isNumeric) ? 1 : 0;
}

function continues(above: readonly DelimitedLine[], block: readonly DelimitedLine[]): boolean {
  const [first, ...rest] = block;
  if (first === undefined || widthOf(above) !== widthOf(block)) return false;
  return !(isHeader(first) && rest.some(isNumeric) && above.some(isNumeric));
}

/** Whether a line names columns: words, no two alike, and no numbers. */
function isHeader(line: DelimitedLine): boolean {
  const words = wordsOf(line).filter((text) => text !== "");
  return (
    words.length > 1 &&
    words.every((text) => /\p{L}/u.test(text)) &&
    !isNumeric(line) &&
    new Set(words).size === words.length
  );
}

function isNumeric(line: DelimitedLine): boolean {
  return line.cells.some(({ text }) => /^[^\p{L}]*\d/u.test(text));
}

function wordsOf({ cells }: DelimitedLine): readonly string[] {
  return cells.map(({ text }) => text.trim());
}

function widthOf(lines: readonly DelimitedLine[]): number {
  return lines.reduce((widest, { cells }) => Math.max(widest, cells.length), 0);
}
