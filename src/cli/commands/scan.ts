import { resolve } from "node:path";
import type { PaperInspection } from "../../inspect/inspection.ts";
import type { Command } from "../command.ts";
import { describeError } from "../describe-error.ts";
import { type ExitCode, exitCode } from "../exit-code.ts";
import { inspectOptions, inspectRequest } from "../inspect/inspect-request.ts";
import { exitOfInspections } from "../inspect/inspection-story.ts";
import { formOptions, printInspections } from "../inspect/print-inspections.ts";
import { refuseUnused } from "../inspect/refuse-unused.ts";
import { repeatOnChange } from "../inspect/repeat-on-change.ts";
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
    const scanOnce = async (read: (files: readonly string[]) => void): Promise<ExitCode> => {
      const { inspection, files } = await inspectSource(path, request, shell);
      read(files);
      refuseUnused(
        inspection.tables.map(({ reading }) => reading),
        request.options,
      );
      await printInspections([{ name: path, inspection }], given, shell);
      return exitOfInspections([inspection]);
    };
    if (!flagOption(given, "watch")) return scanOnce(() => {});
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

async function watching(
  path: string,
  scanOnce: (read: (files: readonly string[]) => void) => Promise<unknown>,
  shell: Shell,
): Promise<ExitCode> {
  const end = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end.abort());
  const given = resolve(shell.folder, path);
  let files: readonly string[] = [];
  await repeatOnChange(async () => {
    try {
      await scanOnce((read) => {
        files = read.map((file) => resolve(shell.folder, file));
      });
    } catch (error) {
      // A half-written file is mended by the next change.
      shell.note(`assay: ${describeError(error).line}`);
    }
    shell.note(`assay: watching ${path}; Ctrl-C ends it`);
    return [given, ...files];
  }, end.signal);
  return exitCode.done;
}
