import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import type { PaperInspection } from "../../inspect/inspection.ts";
import type { TableFormat } from "../../tables/read-tables.ts";
import { ReadError } from "../../tables/source-table.ts";
import { type SourceText, sourceText } from "../../tables/source-text.ts";
import { choiceOption } from "../calc/printed-options.ts";
import type { Arguments, Command } from "../command.ts";
import { inspectOptions, inspectRequest } from "../inspect/inspect-request.ts";
import { exitOfInspections } from "../inspect/inspection-story.ts";
import { formOptions, type NamedInspection, printInspections } from "../inspect/print-inspections.ts";
import { textOption } from "../read-option.ts";
import { readUpTo, type Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";

const formats: readonly TableFormat[] = ["csv", "tsv", "markdown", "latex", "html"];

export const table: Command = {
  usage: "table [files...]",
  group: "judge",
  summary: "Can the tables in these files be true? CSV, TSV, Markdown, LaTeX or HTML",
  description:
    "Reads every table of the files (of standard input without one, or for -), works out what rows and columns are, and asks every check that applies: averages, totals, differences, whole numbers behind means and percentages, spreads, p-values, what is bold, rows printed alike. Every guess of what a column is can be overruled. Exit status 1 if a table cannot be true, 4 if one is true under a convention or a reading only, or a cell could not be read.",
  options: [
    { flags: "--format <name>", description: `What the files are, if their names do not tell: ${formats.join(", ")}` },
    {
      flags: "--delimiter <character>",
      description: "What parts the cells of a CSV file, if not a comma, semicolon or tab",
    },
    { flags: "--table <which>", description: "Only the table of this number, label or beginning of its caption" },
    ...inspectOptions,
    ...formOptions,
  ],
  examples: [
    ["assay table results.csv", "everything that can be told from one file"],
    ['assay table paper.tex --column "Avg=average" --n 1000', "with what you know of the table"],
    ["pbpaste | assay table --format latex", "a table from the clipboard"],
  ],
  run: async (given, shell) => {
    const { tableChecks } = await import("../../inspect/table-checks.ts");
    const request = inspectRequest(
      given,
      tableChecks.map(({ name }) => name),
    );
    const names = given.positional.length === 0 ? ["-"] : given.positional;
    const inspections: NamedInspection[] = [];
    for (const name of names)
      inspections.push({ name: shownName(name), inspection: await inspectFile(name, request, given, shell) });
    await printInspections(inspections, given, shell);
    return exitOfInspections(inspections.map(({ inspection }) => inspection));
  },
};

async function inspectFile(
  name: string,
  { overrides, options }: ReturnType<typeof inspectRequest>,
  given: Arguments,
  shell: Shell,
): Promise<PaperInspection> {
  const [{ readTables }, { readingOf }, { inspectTable }] = await Promise.all([
    import("../../tables/read-tables.ts"),
    import("../../tables/infer/reading-of.ts"),
    import("../../inspect/inspect-table.ts"),
  ]);
  const format = choiceOption(given, "format", formats);
  const delimiter = textOption(given, "delimiter");
  const read = await readTables(await sourceOf(name, shell), {
    ...(format === undefined ? {} : { format }),
    ...(delimiter === undefined ? {} : { delimiter: delimiter === "\\t" ? "\t" : delimiter }),
  });
  const wanted = textOption(given, "table");
  const chosen = wanted === undefined ? read.tables : read.tables.filter((one, index) => isNamed(one, index, wanted));
  if (read.tables.length === 0 && read.problems.length === 0)
    throw new ReadError(`${shownName(name)} holds no table; give --format if it is not what its name says`);
  if (chosen.length === 0 && wanted !== undefined)
    throw new UsageError(
      `--table ${wanted}: ${shownName(name)} has no such table; it has ${read.tables.map((one) => one.name).join(", ")}`,
    );
  return {
    tables: chosen.map((one) => inspectTable(readingOf(one, overrides), options)),
    findings: [],
    tallies: [],
    problems: read.problems,
    sentences: { seen: 0, decided: 0 },
  };
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
  const { text, note } = decodeText(shown, bytes, defaultSourceLimits);
  if (note !== undefined) shell.note(`assay: ${shown} ${note}`);
  return sourceText(shown, text);
}

async function fileOf(path: string, name: string, bytes: number): Promise<Uint8Array | undefined> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined)
    throw new ReadError(`there is no file ${name}; give a CSV, TSV, Markdown, LaTeX or HTML file`);
  if (found.isDirectory()) throw new ReadError(`${name} is a folder; \`assay scan ${name}\` reads a whole paper`);
  return readUpTo(createReadStream(path), bytes);
}

function shownName(name: string): string {
  return name === "-" ? "standard input" : name;
}
