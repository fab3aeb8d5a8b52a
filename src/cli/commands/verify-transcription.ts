import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { TranscriptionComparison } from "../../paper/transcription/verify-transcription.ts";
import { verifyTranscription } from "../../paper/transcription/verify-transcription.ts";
import { type Command, jsonOption } from "../command.ts";
import { exitCode } from "../exit-code.ts";
import { loadPapers } from "../papers.ts";
import { flagOption, textOption } from "../read-option.ts";
import { textTable } from "../text-table.ts";
import { UsageError } from "../usage-error.ts";
import { wrap } from "../wrap.ts";

const needed =
  "`assay verify-transcription` needs --text: the paper's text, as `pdftotext -layout` or a converter gives it";

export const verifyTranscriptionCommand: Command = {
  usage: "verify-transcription <paper>",
  group: "judge",
  summary: "Is every encoded number in the paper's text, and every number of the text in a claim?",
  description:
    "Holds a paper's transcription against its text: every row of its tables and the printed words of its claims must stand there at their places. Lists what is not found, and every number of the text before the references that no claim covers. Years, names, citations and references to figures are left out, by kind. Exit status 1 if something encoded is not found.",
  options: [
    { flags: "--text <file>", description: "The paper's text" },
    { ...jsonOption, description: "Print the whole comparison as JSON" },
  ],
  examples: [["assay verify-transcription k9de-2021 --text k9de-2021.txt", "what is not found, what is not covered"]],
  run: async (given, shell) => {
    const file = textOption(given, "text");
    if (file === undefined) throw new UsageError(needed);
    const [paper] = await loadPapers(given.positional, shell.folder);
    if (paper === undefined) throw new UsageError(`there is no paper "${given.positional[0]}"`);
    const comparison = verifyTranscription(paper, readText(resolve(shell.folder, file), file));
    shell.print(flagOption(given, "json") ? JSON.stringify(comparison, null, 1) : inWords(comparison));
    return comparison.unfound.length === 0 ? exitCode.done : exitCode.fails;
  },
};

function readText(path: string, name: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) throw new UsageError(`--text ${name} is no file; give the paper's text`);
  return readFileSync(path, "utf8");
}

function inWords(comparison: TranscriptionComparison): string {
  const { encoded, found, unfound, numbers, covered, uncovered, uncounted, elsewhere } = comparison;
  const share = numbers === 0 ? "" : ` (${((100 * covered) / numbers).toFixed(1)} %)`;
  const kinds = Object.entries(uncounted).map(([kind, count]) => `${count} ${kind}`);
  return [
    `${found} of ${encoded} encoded rows and quotations stand in the text at their places`,
    ...unfound.map(
      ({ what, locus, printed, elsewhere: other }) =>
        `  not at its place: ${what} (${locus}): "${printed}"${other ? ", which stands elsewhere" : ""}`,
    ),
    ...Object.entries(elsewhere).map(([table, where]) => `  not looked for: ${table}, ${where}`),
    "",
    `${covered} of ${numbers} numbers of the text are covered by claims${share}`,
    ...(uncovered.length === 0
      ? []
      : [
          textTable([
            ["  line", "number", "in"],
            ...uncovered.map(({ line, text, context }) => [`  ${line}`, text, `… ${context} …`]),
          ]),
        ]),
    ...(kinds.length === 0 ? [] : wrap(`Left out, by kind: ${kinds.join(", ")}.`, 100)),
  ].join("\n");
}
