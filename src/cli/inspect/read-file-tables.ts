import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { TableFormat } from "../../tables/read-tables.ts";
import { ReadError, type TablesRead } from "../../tables/source-table.ts";
import { type SourceText, sourceText } from "../../tables/source-text.ts";
import { choiceOption } from "../calc/printed-options.ts";
import type { Arguments, CommandOption } from "../command.ts";
import { textOption } from "../read-option.ts";
import { readUpTo, type Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";

const formats: readonly TableFormat[] = ["csv", "tsv", "markdown", "latex", "html"];

/** How a file of tables is read, and which of its tables is wanted. */
export const readOptions: readonly CommandOption[] = [
  { flags: "--format <name>", description: `What the files are, if their names do not tell: ${formats.join(", ")}` },
  {
    flags: "--delimiter <character>",
    description: "What parts the cells of a CSV file, if not a comma, semicolon or tab",
  },
  { flags: "--table <which>", description: "Only the table of this number, label or beginning of its caption" },
];

/**
 * The tables of a file, or of standard input for `-`: all, or the one that `--table` names. Throws one line for a file
 * that is missing, holds no table, or lacks the named one.
 */
export async function readFileTables(name: string, given: Arguments, shell: Shell): Promise<TablesRead> {
  const { readTables } = await import("../../tables/read-tables.ts");
  const format = choiceOption(given, "format", formats);
  const delimiter = textOption(given, "delimiter");
  const source = await sourceOf(name, shell);
  const read = await readTables(source, {
    ...(format === undefined ? {} : { format }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === "\\t" ? "\t" : delimiter }),
  });
  const wanted = textOption(given, "table");
  const chosen = wanted === undefined ? read.tables : read.tables.filter((one, index) => isNamed(one, index, wanted));
  if (read.tables.length === 0 && read.problems.length === 0)
    throw new ReadError(
      source.text.trim() === ""
        ? `${shownName(name)} is empty; give a CSV, TSV, Markdown, LaTeX or HTML table`
        : `${shownName(name)} holds no table; give --format if it is not what its name says`,
    );
  if (chosen.length === 0 && wanted !== undefined)
    throw new UsageError(
      `--table ${wanted}: ${shownName(name)} has no such table; it has ${read.tables.map((one) => one.name).join(", ")}`,
    );
  return { tables: chosen, problems: read.problems };
}

function isNamed(
  { label, caption }: { readonly label?: string; readonly caption: string },
  index: number,
  wanted: string,
): boolean {
  return String(index + 1) === wanted || label === wanted || caption.toLowerCase().startsWith(wanted.toLowerCase());
}

async function sourceOf(name: string, shell: Shell): Promise<SourceText> {
  const [{ decodeText }, { defaultSourceLimits }] = await Promise.all([
    import("../../sources/decode-text.ts"),
    import("../../sources/source-limits.ts"),
  ]);
  const { fileBytes } = defaultSourceLimits;
  const bytes =
    name === "-" ? await shell.readInput(fileBytes) : await fileOf(resolve(shell.folder, name), name, fileBytes);
  const shown = shownName(name);
  if (bytes === undefined) throw new ReadError(`${shown} holds more than ${fileBytes} bytes; give the table alone`);
  refuseOtherKinds(shown, bytes);
  const { text, note } = decodeText(shown, bytes, defaultSourceLimits);
  if (note !== undefined) shell.note(`assay: ${shown} ${note}`);
  return sourceText(shown, text);
}

/** A PDF or an archive, told by its first bytes or its name, whatever else it is called. */
function refuseOtherKinds(shown: string, bytes: Uint8Array): void {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
  if (start === "%PDF")
    throw new ReadError(
      `${shown} is a PDF, whose tables cannot be read for sure; give the paper's LaTeX source or HTML, or the table as CSV`,
    );
  if (/\.(?:xlsx?|ods|numbers|docx?|odt)$/i.test(shown))
    throw new ReadError(`${shown} is no text; save the table as CSV and give that`);
  if (start.startsWith("\x1f\x8b") || start === "PK\x03\x04" || /\.(tar|tgz|gz|zip)$/i.test(shown))
    throw new ReadError(`${shown} is an archive; \`assay scan ${shown}\` reads a whole paper`);
}

async function fileOf(path: string, name: string, bytes: number): Promise<Uint8Array | undefined> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new ReadError(`there is no file ${name}; give a CSV, TSV, Markdown, LaTeX or HTML file`);
  if (found.isDirectory()) throw new ReadError(`${name} is a folder; \`assay scan ${name}\` reads a whole paper`);
  return readUpTo(createReadStream(path), bytes);
}

/** How messages call the file. */
export function shownName(name: string): string {
  return name === "-" ? "standard input" : name;
}
