import { ReadError } from "../tables/source-table.ts";
import { type SourceText, sourceText } from "../tables/source-text.ts";
import { conditionals } from "./conditionals.ts";
import { definitionAt, isDefining } from "./definitions.ts";
import { findInput, inputAt } from "./input-command.ts";
import { controlAt } from "./latex-scan.ts";
import { type MappedText, textBuilder } from "./mapped-text.ts";
import type { ProblemList } from "./problem-list.ts";
import type { SourceFiles } from "./source-files.ts";
import type { SourceLimits } from "./source-limits.ts";
import { behindRaw, nameAt, uncomment } from "./uncomment.ts";

export interface JoinedSource {
  readonly text: MappedText;
  /** Every file that was joined, in order of first use. */
  readonly used: readonly string[];
}

interface OpenFile {
  readonly name: string;
  readonly source: SourceText;
  readonly token: RegExp;
  readonly folder: string;
  copied: number;
}

/**
 * Joins a LaTeX tree at its `\input`s, `\include`s, `\subfile`s and `\import`s into one text without comments, ended by
 * `\end{document}`. What is never typeset (`\iffalse`, a switch that is off) is left out, and so are missing and cyclic
 * inputs, each with a problem at its place. Throws a ReadError past the limits.
 */
export function joinInputs(
  files: SourceFiles,
  main: string,
  limits: SourceLimits,
  problems: ProblemList,
): JoinedSource {
  const built = textBuilder();
  const branches = conditionals();
  const words = new Map<string, string>();
  const used = new Set<string>();
  const stack: OpenFile[] = [];
  let opened = 0;

  const open = (name: string, folder: string) => {
    opened += 1;
    if (opened > limits.inputs)
      throw new ReadError(`${files.given} joins more than ${limits.inputs} inputs; give the main file of one paper`);
    used.add(name);
    const source = uncomment(sourceText(files.display(name), files.text(name) ?? ""));
    collectWords(source.text, words);
    stack.push({ name, source, token: /\\/g, folder, copied: 0 });
  };

  const flush = (file: OpenFile, to: number, next: number) => {
    built.copy(file.source, file.copied, to);
    if (built.length() > limits.characters)
      throw new ReadError(
        `${files.given} joins to more than ${limits.characters.toLocaleString("en")} characters; give the paper alone`,
      );
    file.copied = Math.max(file.copied, next);
    file.token.lastIndex = Math.max(file.token.lastIndex, next);
  };

  const input = (file: OpenFile, name: string, at: number, end: number): boolean => {
    const command = inputAt(file.source.text, name, end, words);
    if (command === undefined) return false;
    flush(file, at, command.end);
    const found = findInput(files, command, file.folder);
    const place = file.source.locate(at);
    if (found.kind === "problem") {
      if (command.quiet !== true) problems.add(place, found.message);
    } else if (stack.some((other) => other.name === found.name))
      problems.add(place, `\\${name} of ${found.name}, which is being read already: a cycle; it is left out here`);
    else if (stack.length >= limits.depth)
      problems.add(place, `inputs are nested deeper than ${limits.depth}; ${found.name} is left out`);
    else tryOpen(found.name, command.folder ?? file.folder, place);
    return true;
  };

  const tryOpen = (name: string, folder: string, place: ReturnType<SourceText["locate"]>) => {
    try {
      open(name, folder);
    } catch (error) {
      // One figure named like a text must not end the scan; a limit of the whole does.
      if (!(error instanceof ReadError) || opened > limits.inputs) throw error;
      problems.add(place, error.message);
    }
  };

  open(main, "");
  for (let file = stack.at(-1); file !== undefined; file = stack.at(-1)) {
    const { text } = file.source;
    const at = file.token.exec(text)?.index;
    if (at === undefined) {
      flush(file, text.length, text.length);
      stack.pop();
      continue;
    }
    const control = controlAt(text, at);
    file.token.lastIndex = control.end;
    const environment = control.name === "begin" || control.name === "end" ? nameAt(text, control.end) : undefined;
    if (control.name === "endinput" || (control.name === "end" && environment?.name === "document")) {
      flush(file, at, text.length);
      if (control.name === "end" && stack.length === 1) break;
      stack.pop();
      continue;
    }
    if (isDefining(control.name)) {
      const end = definitionAt(text, control.name, control.end)?.end;
      if (end !== undefined) file.token.lastIndex = end;
      continue;
    }
    const leaveOut = branches.meet(control.name, text, control.end);
    if (leaveOut !== undefined) flush(file, at, leaveOut);
    else if (!input(file, control.name, at, control.end))
      file.token.lastIndex = behindRaw(text, control, control.name === "begin" ? environment : undefined);
  }
  return { text: built.build(), used: [...used] };
}

/** Macros that stand for plain words, as file names use them: `\newcommand{\figures}{img/final}`. */
function collectWords(text: string, words: Map<string, string>): void {
  const definition = /\\(?:(?:re)?newcommand\*?|def)\s*\{?\\([A-Za-z@]+)\}?\s*\{([^\\{}#\n]{0,200})\}/g;
  for (const [, name, body] of text.matchAll(definition)) words.set(name ?? "", body ?? "");
}
