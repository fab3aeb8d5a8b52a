import { join, resolve } from "node:path";
import { type Arguments, type Command, type CommandOption, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { flagOption, listOption, textOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";
import { type OutputFormat, outputFormats, writeReports } from "../write-reports.ts";

export const outOption: CommandOption = {
  flags: "--out <folder>",
  description: "Where reports are written (default: assay-report/)",
};

export const report: Command = {
  usage: "report [papers...]",
  group: "judge",
  summary: "Write reports, letters to authors, and exports that others accept",
  description:
    "Decides every claim of the papers (of all, unless some are named) and writes the audit in the formats asked for: reports (html, pdf, markdown, latex), a letter to each paper's authors, a CODECHECK bundle, the metadata.yaml of ReScience and the ML Reproducibility Challenge, a checklist of ACM's badges, SARIF, JUnit, JSON.",
  options: [
    outOption,
    {
      flags: "--format <list>",
      description: `Some of ${outputFormats.join(", ")}, with commas between (default: all)`,
    },
    storeOption,
    { ...jsonOption, description: "Print what was written as JSON" },
  ],
  examples: [
    ["assay report", "every paper in every format, into assay-report/"],
    ["assay report k9de-2021 --format html,pdf --out report", "a choice"],
    ["assay report sohn-2021 --format letter", "a draft to the paper's authors, in letters/"],
  ],
  run: async (given, shell) => {
    const formats = formatsOf(given);
    if (shell.interactive) shell.note("deciding every claim, then writing reports");
    const audit = await makeAudit(given.positional, namedStore(given, shell), shell.folder);
    const folder = reportFolder(given, shell);
    const files = await writeReports(audit, folder, formats, shell);
    const first = files.includes("index.html") ? `; begin with ${join(folder, "index.html")}` : "";
    shell.print(
      flagOption(given, "json")
        ? JSON.stringify({ folder, files }, null, 1)
        : `${files.length} ${files.length === 1 ? "file" : "files"} in ${folder}${first}`,
    );
    return exitCode.done;
  },
};

/** Where reports go, as a whole path. */
export function reportFolder(given: Arguments, shell: Shell): string {
  return resolve(shell.folder, textOption(given, "out") ?? "assay-report");
}

function formatsOf(given: Arguments): readonly OutputFormat[] {
  const names = listOption(given, "format");
  if (names.length === 0) return outputFormats;
  return names.map((name) => {
    const format = outputFormats.find((candidate) => candidate === name);
    if (format === undefined) throw new UsageError(`--format ${name} is none of ${outputFormats.join(", ")}`);
    return format;
  });
}
