import type { CellContext } from "./latex/read-cell.ts";
import { checkMarkdown } from "./markdown/check-markdown.ts";
import { type MarkdownBlock, type MarkdownTable, markdownCell } from "./markdown/markdown-cell.ts";
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
import { isCaption, tableName } from "./table-caption.ts";

/** A table where it stands among its neighbours. */
interface Found {
  readonly table: MarkdownTable;
  readonly before: MarkdownBlock | undefined;
  readonly after: MarkdownBlock | undefined;
  readonly heading: MarkdownBlock | undefined;
}

/**
 * The tables of a Markdown text: GitHub's pipe tables, wherever they stand, and HTML's between them. A caption is a
 * paragraph directly before or after that begins as one (`Table 2: …`), else the nearest heading above. Throws a
 * ReadError for what exceeds a limit.
 */
export async function readMarkdownTables(source: SourceText, limits: ReadLimits = defaultLimits): Promise<TablesRead> {
  const { text } = source;
  checkMarkdown(source, limits);
  if (!mayHoldTable(text)) return { tables: [], problems: [] };
  const [{ fromMarkdown }, { gfmTable }, { gfmTableFromMarkdown }] = await Promise.all([
    import("mdast-util-from-markdown"),
    import("micromark-extension-gfm-table"),
    import("mdast-util-gfm-table"),
  ]);
  const root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const problems: ReadProblem[] = [];
  const context: CellContext = {
    depth: limits.depth,
    placeOf: () => placeName(source, 0),
    report: () => {},
  };
  const captions = new Set<MarkdownBlock>();
  const { pipes, pages } = tablesOf(root.children, text);
  const tables = pipes.map((found) => tableOf(found));
  for (const { start, end } of pages) {
    const { readHtmlTables } = await import("./read-html-tables.ts");
    const part = { text: text.slice(start, end), locate: (offset: number) => source.locate(start + offset) };
    const read = await readHtmlTables(part, limits);
    tables.push(...read.tables.map((table) => ({ table, at: start })));
    problems.push(...read.problems);
  }
  if (tables.length > limits.tables)
    throw new ReadError(`${placeName(source, 0)}: more than ${limits.tables} tables; split the file`);
  const sorted = tables.sort((one, other) => one.at - other.at);
  return {
    tables: sorted.map(({ table }, index) => ({ ...table, name: tableName(index + 1, table.label, table.caption) })),
    problems: problems.sort((one, other) => one.place.line - other.place.line),
  };

  function tableOf(found: Found): { readonly table: SourceTable; readonly at: number } {
    const at = startOf(found.table);
    const lines = found.table.children.map((row) => ({ row, at: startOf(row) }));
    const width = Math.max(0, ...found.table.children.slice(0, 1).map(({ children }) => children.length));
    const widest = found.table.children.reduce((most, { children }) => Math.max(most, children.length), 0);
    if (lines.length > limits.rows) refuse(at, `more than ${limits.rows} rows; split the table`);
    if (widest > limits.columns) refuse(at, `more than ${limits.columns} columns; split the table`);
    if (widest * lines.length > limits.cells) refuse(at, `more than ${limits.cells} cells; split the table`);
    const rows = lines.map(({ row, at: start }): SourceRow => {
      const cells = row.children.map((cell): SourceCell => {
        const place = source.locate(cell.children[0]?.position?.start.offset ?? startOf(cell));
        const report = (_: number, message: string): void => void problems.push({ place, message });
        return { ...markdownCell(cell.children, text, { ...context, report }), place };
      });
      if (cells.length !== width)
        problems.push({
          place: source.locate(start),
          message: `a row of ${cells.length} cells where the header has ${width}; missing ones are taken as empty at its end`,
        });
      const end = source.locate(row.position?.end.offset ?? start);
      while (cells.length < widest) cells.push({ text: "", place: end, emphasis: [], notes: [] });
      return { cells, ruleAbove: false };
    });
    const isEmpty = rows[0]?.cells.every((cell) => cell.text === "") === true;
    const { caption, label } = captionOf(found);
    const table = {
      name: "",
      place: source.locate(at),
      caption,
      ...(label === undefined ? {} : { label }),
      rows: isEmpty ? rows.slice(1) : rows,
      headerRows: isEmpty ? 0 : 1,
    };
    return { table, at };
  }

  function captionOf({ before, after, heading }: Found): { readonly caption: string; readonly label?: string } {
    for (const block of [before, after]) {
      // The caption below one table stands before the next.
      if (block?.type !== "paragraph" || captions.has(block)) continue;
      const words = wordsOf(block);
      if (!isCaption(words)) continue;
      captions.add(block);
      const label = /\{#([\w:.-]{1,100})[^}]*\}\s*$/.exec(words);
      const caption = words.slice(0, label?.index).replace(/^:\s+/, "").trim();
      return { caption, ...(label?.[1] === undefined ? {} : { label: label[1] }) };
    }
    return { caption: heading === undefined ? "" : wordsOf(heading) };
  }

  function wordsOf(block: MarkdownBlock): string {
    return block.type === "paragraph" || block.type === "heading"
      ? markdownCell(block.children, text, context).text
      : "";
  }

  function refuse(offset: number, message: string): never {
    throw new ReadError(`${placeName(source, offset)}: ${message}`);
  }
}

/** Spares prose the parser, which is slow. */
function mayHoldTable(text: string): boolean {
  return /<table[\s>]/i.test(text) || text.split("\n").some((line) => /[|:]/.test(line) && /^[\s>|:-]+$/.test(line));
}

/** Every pipe table in order, inside quotes and lists too, and the stretches of HTML that hold tables. */
function tablesOf(blocks: readonly MarkdownBlock[], text: string) {
  const pipes: Found[] = [];
  const pages: { readonly start: number; readonly end: number }[] = [];
  const stack = blocks.map((block, index) => ({ block, siblings: blocks, index })).reverse();
  let heading: MarkdownBlock | undefined;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { block, siblings, index } = next;
    if (block.type === "heading") heading = block;
    else if (block.type === "table")
      pipes.push({ table: block, before: siblings[index - 1], after: siblings[index + 1], heading });
    else if (block.type === "html" && /<table[\s>]/i.test(block.value)) {
      const start = startOf(block);
      if (start < (pages.at(-1)?.end ?? 0)) continue;
      // A blank line ends Markdown's block, not HTML's table.
      const rest = /<\/table\s*>/gi;
      rest.lastIndex = start;
      const close = rest.exec(text);
      const end = Math.max(block.position?.end.offset ?? start, close === null ? 0 : close.index + close[0].length);
      pages.push({ start, end });
    } else if ("children" in block) {
      const children = block.children as readonly MarkdownBlock[];
      for (let child = children.length - 1; child >= 0; child--) {
        const own = children[child];
        if (own !== undefined) stack.push({ block: own, siblings: children, index: child });
      }
    }
  }
  return { pipes, pages };
}

function startOf({
  position,
}: {
  readonly position?: { readonly start: { readonly offset?: number | undefined } } | undefined;
}): number {
  return position?.start.offset ?? 0;
}

function placeName(source: SourceText, offset: number): string {
  const { file, line, column } = source.locate(offset);
  return `${file}:${line}:${column}`;
}
