import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { replaceFile } from "../../../harness/durable-file.ts";
import type { SourceTable } from "../../tables/source-table.ts";
import { type Arguments, type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { readFileTables, readOptions, shownName } from "../inspect/read-file-tables.ts";
import { flagOption, numberOption, textOption } from "../read-option.ts";
import { averageClaims } from "../scaffold/average-claims.ts";
import { originOf, requirePaperId } from "../scaffold/own-paper.ts";
import { tableEntry, tablesHead } from "../scaffold/paper-files.ts";
import { writeNewFiles } from "../scaffold/scaffolded-file.ts";
import { transcribe } from "../scaffold/transcribe.ts";
import { UsageError } from "../usage-error.ts";

export const importCommand: Command = {
  usage: "import <file>",
  group: "judge",
  summary: "Turn a pasted table into a paper's transcription",
  description:
    "Reads a table of the file (of standard input for -), writes it into claims/<paper>/tables/ as CSV, cells as printed, every row and column with a name of its own for claims to stand at, and enters it in the paper's tables.ts. Says what it changed and what it could not read. Nothing that is there is overwritten.",
  options: [
    { flags: "--paper <paper>", description: "Whose table it is; `assay init` begins a paper" },
    {
      flags: "--name <name>",
      description: 'How the paper calls it (default: as its caption begins, else "Table 1", …)',
    },
    { flags: "--as <file>", description: "Where to in the paper's folder (default: tables/table1.csv, …)" },
    { flags: "--claims", description: "Also draft claims from columns that are averages or totals of others" },
    { flags: "--header-rows <count>", description: "How many rows at the top name the columns" },
    ...readOptions,
    { ...jsonOption, description: "Print what was written and what should be known as JSON" },
  ],
  examples: [
    ['assay import paper.tex --paper my-paper --table 2 --name "Table 2"', "the second table of a file"],
    ["pbpaste | assay import - --paper my-paper --claims", "from the clipboard, with its averages as claims"],
  ],
  run: async (given, shell) => {
    const id = textOption(given, "paper");
    if (id === undefined) throw new UsageError("`assay import` needs --paper: whose table it is");
    requirePaperId(id);
    const home = `claims/${id}`;
    if (!existsSync(join(shell.folder, home)))
      throw new UsageError(`there is no ${home}/ here; \`assay init ${id}\` begins the paper`);
    const [file = "-"] = given.positional;
    const headerRows = numberOption(given, "header-rows");
    const [{ tables, problems }, { readingOf }] = await Promise.all([
      readFileTables(file, given, shell),
      import("../../tables/infer/reading-of.ts"),
    ]);
    const table = onlyTable(tables, file);
    const reading = readingOf(table, headerRows === undefined ? {} : { headerRows });
    const transcription = transcribe(reading);
    const name = textOption(given, "name") ?? nameOf(table, join(shell.folder, home));
    const variable = variableOf(name);
    const csv = csvOption(given) ?? `tables/${variable.toLowerCase()}.csv`;
    const origin = originOf(shell.folder);
    const claims = flagOption(given, "claims") ? averageClaims(reading, { variable, origin }) : undefined;
    const claimsFile = `${variable}-claims.ts`;
    const entry = tableEntry({ variable, name, caption: table.caption, file: csv });
    const tablesFile = join(shell.folder, home, "tables.ts");
    const present = existsSync(tablesFile) ? readFileSync(tablesFile, "utf8") : undefined;
    if (present !== undefined && new RegExp(`\\bconst ${variable}\\b`).test(present))
      throw new UsageError(`${home}/tables.ts has a ${variable} already; give another --name`);
    await writeNewFiles(shell.folder, [
      { path: `${home}/${csv}`, text: transcription.csv },
      ...(claims === undefined ? [] : [{ path: `${home}/${claimsFile}`, text: claims.text }]),
    ]);
    const canEnter = present === undefined || (/\breadTable\b/.test(present) && /\bTable\b/.test(present));
    const head = present ?? tablesHead(origin);
    if (canEnter) await replaceFile(tablesFile, `${head.trimEnd()}\n\n${entry}`);
    const remarks = [
      ...problems.map(({ place, message }) => `${place.file}:${place.line}:${place.column}: ${message}`),
      ...transcription.remarks,
      ...(flagOption(given, "claims") && claims === undefined
        ? ["no column tells that it is an average or a total of others: no claims drafted"]
        : []),
    ];
    const { rowNames, columnNames, numbers } = transcription;
    const written = [
      `${home}/${csv}`,
      ...(canEnter ? [`${home}/tables.ts`] : []),
      ...(claims === undefined ? [] : [`${home}/${claimsFile}`]),
    ];
    if (flagOption(given, "json")) {
      shell.print(
        JSON.stringify(
          { table: name, written, rowNames, columnNames, numbers, claims: claims?.count ?? 0, remarks },
          null,
          1,
        ),
      );
      return exitCode.done;
    }
    shell.print(
      [
        `${name}: ${counted(rowNames.length, "row")}, ${counted(columnNames.length, "column")}, ${counted(numbers, "number")}`,
        ...written.map((path) => `wrote ${path}`),
        ...remarks.map((remark) => `look: ${remark}`),
        ...(canEnter ? [] : ["", `${home}/tables.ts does not use readTable; add to it, with its imports:`, entry]),
        "",
        `A claim stands at: ${variable}.cell(${JSON.stringify(rowNames[0] ?? "")}, ${JSON.stringify(columnNames.at(-1) ?? "")})`,
        ...(claims === undefined
          ? []
          : [
              `${counted(claims.count, "claim")} drafted; to count them, add to ${home}/paper.ts:`,
              `  import { ${variable}Claims } from "./${claimsFile}";`,
              `  claims: [..., ...${variable}Claims],`,
            ]),
        `Hold ${csv} against the paper once more; a second transcription by another hand finds slips.`,
      ].join("\n"),
    );
    return exitCode.done;
  },
};

function onlyTable(tables: readonly SourceTable[], file: string): SourceTable {
  const [table] = tables;
  if (table === undefined)
    throw new UsageError(`no table of ${shownName(file)} could be read; \`assay table ${file}\` says why`);
  if (tables.length > 1)
    throw new UsageError(
      `${shownName(file)} has ${tables.length} tables; choose one by --table: ${tables.map(({ name }) => name).join(", ")}`,
    );
  return table;
}

/** As the caption begins, else the first number that no file of the paper has. */
function nameOf({ caption }: SourceTable, home: string): string {
  const [, number] = /^table\s+(\w+)\b/i.exec(caption) ?? [];
  if (number !== undefined) return `Table ${number}`;
  let free = 1;
  while (existsSync(join(home, "tables", `table${free}.csv`))) free++;
  return `Table ${free}`;
}

/** `Table 2` as `table2`, `Results on SVHN` as `resultsOnSvhn`. */
function variableOf(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("");
  if (/^[a-z]/.test(joined)) return joined;
  throw new UsageError(`--name ${name}: a table's name begins with a letter, such as "Table 2"`);
}

function csvOption(given: Arguments): string | undefined {
  const file = textOption(given, "as");
  if (file === undefined || /^(?:[\w-]+\/)*[\w.-]+\.csv$/.test(file)) return file;
  throw new UsageError(`--as ${file} is no CSV file inside the paper's folder, such as tables/table2.csv`);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
