import { resolve } from "node:path";
import type { Arguments, Command, CommandOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { makeAudit, namedStore, storeOption } from "../make-audit.ts";
import { listOption, textOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";
import { UsageError } from "../usage-error.ts";
import { type OutputFormat, outputFormats, writeReports } from "../write-reports.ts";

export const outOption: CommandOption = {
  flags: "--out <folder>",
  description: "Where reports are written (default: assay-report/)",
};

export const report: Command = {
  usage: "report [...papers]",
  description: "Write the audit of the papers (all, unless named) as HTML, PDF, Markdown, LaTeX tables, JSON and JUnit",
  options: [
    outOption,
    { flags: "--format <list>", description: `Some of ${outputFormats.join(",")} (default: all)` },
    storeOption,
  ],
  examples: ["assay report k9de-2021 --format html,pdf --out report"],
  run: async (given, shell) => {
    const audit = await makeAudit(given.positional, namedStore(given, shell));
    const folder = reportFolder(given, shell);
    const paths = await writeReports(audit, folder, formatsOf(given), shell);
    shell.print(`${paths.length} files in ${folder}`);
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
