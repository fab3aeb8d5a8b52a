import { watch } from "node:fs";
import { resolve } from "node:path";
import type { PaperInspection } from "../../inspect/inspection.ts";
import type { Command } from "../command.ts";
import { describeError } from "../describe-error.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { inspectOptions, inspectRequest } from "../inspect/inspect-request.ts";
import { exitOfInspections } from "../inspect/inspection-story.ts";
import { formOptions, printInspections } from "../inspect/print-inspections.ts";
import { refuseUnused } from "../inspect/refuse-unused.ts";
import { flagOption } from "../read-option.ts";
import type { Shell } from "../shell.ts";

export const scan: Command = {
  usage: "scan <paper>",
  group: "judge",
  summary: "Can a paper's tables, and the sentences about them, be true? LaTeX folder or archive, HTML",
  description:
    'Reads a paper\'s source: a LaTeX folder or main file, the .tar.gz that arXiv gives, HTML or Markdown. Inspects every table as `assay table` does, and the sentences that repeat or qualify their numbers ("improves by 3.2 points", "best on 7 of 9"). Every finding has its file and line. Exit status as of `assay table`.',
  options: [
    { flags: "--watch", description: "Scan again whenever a file of the paper changes, until Ctrl-C" },
    ...inspectOptions,
    ...formOptions,
  ],
  examples: [
    ["assay scan paper/", "the folder that holds your main.tex"],
    ["assay scan 2011.02578.tar.gz --html > findings.html", "a paper's source from arXiv, as a page"],
    ["assay scan paper/main.tex --watch", "while you write"],
  ],
  run: async (given, shell) => {
    const [path = ""] = given.positional;
    const [{ tableChecks }, { sentenceChecks }] = await Promise.all([
      import("../../inspect/table-checks.ts"),
      import("../../inspect/sentences/judgement.ts"),
    ]);
    const request = inspectRequest(given, [...tableChecks.map(({ name }) => name), ...sentenceChecks]);
    const scanOnce = async (): Promise<{ readonly code: ExitCode; readonly files: readonly string[] }> => {
      const { inspection, files } = await inspectSource(path, request, shell);
      refuseUnused(
        inspection.tables.map(({ reading }) => reading),
        request.options,
      );
      await printInspections([{ name: path, inspection }], given, shell);
      return { code: exitOfInspections([inspection]), files };
    };
    if (!flagOption(given, "watch")) return (await scanOnce()).code;
    return watching(path, scanOnce, shell);
  },
};

async function inspectSource(
  path: string,
  { overrides, options }: ReturnType<typeof inspectRequest>,
  shell: Shell,
): Promise<{ readonly inspection: PaperInspection; readonly files: readonly string[] }> {
  const [{ openPaper }, { readTables }, { inspectPaper }] = await Promise.all([
    import("../../sources/open-paper.ts"),
    import("../../tables/read-tables.ts"),
    import("../../inspect/inspect-paper.ts"),
  ]);
  // Places are named by the path as it was given.
  const source = await openPaper(shell.folder === process.cwd() ? path : resolve(shell.folder, path));
  const read = await readTables(source.text, { format: source.format });
  const inspection = inspectPaper(
    { tables: read.tables, sentences: source.sentences, problems: [...source.problems, ...read.problems] },
    overrides,
    options,
  );
  return { inspection, files: source.files };
}

/** How long to wait after a change before reading: editors write a file in several steps. */
const settleMilliseconds = 200;

async function watching(
  path: string,
  scanOnce: () => Promise<{ readonly files: readonly string[] }>,
  shell: Shell,
): Promise<ExitCode> {
  const again = async (): Promise<void> => {
    try {
      await scanOnce();
    } catch (error) {
      // A half-written file is mended by the next change.
      shell.note(`assay: ${describeError(error).line}`);
    }
    shell.note(`assay: watching ${path}; Ctrl-C ends it`);
  };
  await again();
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(resolve(shell.folder, path), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(again, settleMilliseconds);
  });
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  watcher.close();
  clearTimeout(timer);
  return exitCode.done;
}
