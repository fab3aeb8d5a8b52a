import { ReadError, type ReadLimits, type TablesRead } from "./source-table.ts";
import type { SourceText } from "./source-text.ts";

export type TableFormat = "csv" | "tsv" | "markdown" | "latex" | "html";

export interface ReadTablesOptions {
  /** What the text is. Default: what the file's extension says; without one, what the text looks like. */
  readonly format?: TableFormat;
  /** The one character between the cells of CSV. Default: a comma, semicolon or tab, whichever fits the lines best. */
  readonly delimiter?: string;
  /** Default: `defaultLimits`. */
  readonly limits?: ReadLimits;
}

/**
 * Every table of a text, in the order of the text, with what could not be read and why. Throws a ReadError for input
 * that exceeds a limit or cannot be read at all, and for a delimiter that is none.
 */
export async function readTables(
  source: SourceText,
  { format, delimiter, limits }: ReadTablesOptions = {},
): Promise<TablesRead> {
  const { file } = source.locate(0);
  const known = format ?? formatOfName(file) ?? (delimiter === undefined ? formatOfText(source.text) : "csv");
  if (delimiter !== undefined) checkDelimiter(delimiter, known, file);
  switch (known) {
    case "csv":
    case "tsv": {
      const { readDelimitedTables } = await import("./read-delimited-tables.ts");
      const between = delimiter ?? (known === "tsv" ? "\t" : undefined);
      return readDelimitedTables(source, {
        ...(between === undefined ? {} : { delimiter: between }),
        ...(limits === undefined ? {} : { limits }),
      });
    }
    case "latex": {
      const { readLatexTables } = await import("./latex/read-latex-tables.ts");
      return readLatexTables(source, limits);
    }
    case "markdown": {
      const { readMarkdownTables } = await import("./read-markdown-tables.ts");
      return readMarkdownTables(source, limits);
    }
    case "html": {
      const { readHtmlTables } = await import("./read-html-tables.ts");
      return readHtmlTables(source, limits);
    }
  }
}

const formats: Readonly<Record<string, TableFormat>> = {
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  md: "markdown",
  markdown: "markdown",
  tex: "latex",
  latex: "latex",
  ltx: "latex",
  html: "html",
  htm: "html",
  xhtml: "html",
};

function formatOfName(file: string): TableFormat | undefined {
  const extension = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(formats, extension) ? formats[extension] : undefined;
}

function formatOfText(text: string): TableFormat {
  // A page of mathematics quotes LaTeX, so what begins as a page is one.
  if (/^\s*</.test(text) && /<table[\s>]/i.test(text)) return "html";
  if (text.includes("\\begin{tabular") || (text.includes("&") && text.includes("\\\\"))) return "latex";
  if (/<table[\s>]/i.test(text)) return "html";
  if (text.split("\n").some(isDelimiterRow)) return "markdown";
  return "csv";
}

/** Whether a line is Markdown's `| --- | :-: |`, which stands below the header of every table. */
function isDelimiterRow(line: string): boolean {
  return line.includes("|") && line.includes("-") && /^[\s>|:-]+$/.test(line);
}

function checkDelimiter(delimiter: string, format: TableFormat, file: string): void {
  if (format !== "csv" && format !== "tsv")
    throw new ReadError(`${file} is read as ${format}, which has no delimiter; leave it out, or say that it is csv`);
  if (delimiter.length !== 1 || /["\p{L}\p{N}\r\n.+-]/u.test(delimiter))
    throw new ReadError(
      `${JSON.stringify(delimiter)} cannot be a delimiter; give one character that is in no number or word: , ; | or a tab`,
    );
}
