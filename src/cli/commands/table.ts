import type { PaperInspection } from "../../inspect/inspection.ts";
import { ReadError } from "../../tables/source-table.ts";
import type { Arguments, Command } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { inspectOptions, inspectRequest } from "../inspect/inspect-request.ts";
import { exitOfInspections } from "../inspect/inspection-story.ts";
import type { NamedInspection } from "../inspect/named-inspection.ts";
import { formOptions, printInspections } from "../inspect/print-inspections.ts";
import { readFileTables, readOptions, shownName } from "../inspect/read-file-tables.ts";
import { refuseUnused } from "../inspect/refuse-unused.ts";
import type { Shell } from "../shell.ts";

export const table: Command = {
  usage: "table [files...]",
  group: "judge",
  summary: "Can the tables in these files be true? CSV, TSV, Markdown, LaTeX or HTML",
  description:
    "Reads every table of the files (of standard input without one, or for -), works out what rows and columns are, and asks every check that applies: averages, totals, differences, whole numbers behind means and percentages, spreads, p-values, what is bold, rows printed alike. Every guess of what a column is can be overruled. Exit status 1 if a table cannot be true, 4 if one is true under a convention or a reading only, or a cell could not be read; 2 if one of several files could not be read and nothing is false.",
  options: [...readOptions, ...inspectOptions, ...formOptions],
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
    const unread: ReadError[] = [];
    for (const name of names)
      try {
        inspections.push({ name: shownName(name), inspection: await inspectFile(name, request, given, shell) });
      } catch (error) {
        if (!(error instanceof ReadError)) throw error;
        unread.push(error);
      }
    // One file that cannot be read must not cost what is said of the others.
    const [first, ...others] = unread;
    for (const { message } of inspections.length === 0 ? others : unread) shell.note(`assay: ${message}`);
    if (inspections.length === 0 && first !== undefined) throw first;
    refuseUnused(
      inspections.flatMap(({ inspection }) => inspection.tables.map(({ reading }) => reading)),
      request.options,
    );
    await printInspections(inspections, given, shell);
    const exit = exitOfInspections(inspections.map(({ inspection }) => inspection));
    return unread.length > 0 && exit !== exitCode.fails ? exitCode.usage : exit;
  },
};

async function inspectFile(
  name: string,
  { overrides, options }: ReturnType<typeof inspectRequest>,
  given: Arguments,
  shell: Shell,
): Promise<PaperInspection> {
  const [{ readingOf }, { inspectTable }] = await Promise.all([
    import("../../tables/infer/reading-of.ts"),
    import("../../inspect/inspect-table.ts"),
  ]);
  const { tables, problems } = await readFileTables(name, given, shell);
  return {
    tables: tables.map((one) => inspectTable(readingOf(one, overrides), options)),
    findings: [],
    tallies: [],
    problems,
    sentences: { seen: 0, decided: 0 },
  };
}
