import { groupAt, skipSpaces } from "./latex-scan.ts";
import { resolveName, type SourceFiles } from "./source-files.ts";

/** An `\input` or one of its kin, read from the text. */
export interface InputCommand {
  /** The file as it is named, macros of plain words resolved. */
  readonly file: string;
  /** `\import{folder}{file}`: the folder that the file's own inputs are looked for in. */
  readonly folder?: string;
  readonly end: number;
  /** Whether a missing file is nobody's fault. */
  readonly quiet?: boolean;
}

export type FoundInput =
  | { readonly kind: "file"; readonly name: string }
  | { readonly kind: "problem"; readonly message: string };

const plain = new Set(["input", "include", "subfile", "subfileinclude", "InputIfFileExists", "@input", "loadsection"]);
const withFolder = new Set(["import", "subimport", "includefrom", "subincludefrom", "inputfrom", "subinputfrom"]);

/** The input that the control sequence ending at `at` asks for; undefined where it is none. */
export function inputAt(
  text: string,
  command: string,
  at: number,
  words: ReadonlyMap<string, string>,
): InputCommand | undefined {
  if (withFolder.has(command)) {
    const folder = groupAt(text, text[at] === "*" ? at + 1 : at);
    const file = folder === undefined ? undefined : groupAt(text, folder.end + 1);
    if (folder === undefined || file === undefined) return undefined;
    const name = resolveWords(text.slice(folder.start, folder.end), words);
    return {
      file: `${name}/${resolveWords(text.slice(file.start, file.end), words)}`,
      folder: name,
      end: file.end + 1,
    };
  }
  if (!plain.has(command)) return undefined;
  const group = groupAt(text, at);
  if (group !== undefined) {
    const file = resolveWords(text.slice(group.start, group.end), words);
    return { file, end: group.end + 1, ...(command === "InputIfFileExists" ? { quiet: true } : {}) };
  }
  const start = skipSpaces(text, at);
  const bare = /^[^\s{}\\%#[\]]+/.exec(text.slice(start, start + 300))?.[0];
  if (command !== "input" || bare === undefined) return undefined;
  return { file: bare, end: start + bare.length };
}

/** The file of an input: looked for beside the main file, then in the folder that an `\import` named. */
export function findInput(files: SourceFiles, command: InputCommand, folder: string): FoundInput {
  const named = command.file.trim().replace(/^"(.*)"$/, "$1");
  const quoted = JSON.stringify(named.slice(0, 200));
  if (named.includes("\\") || named.includes("#"))
    return { kind: "problem", message: `input of ${quoted}, named by a macro, cannot be followed; it is left out` };
  const known = new Set(files.names);
  let outside = named.startsWith("/");
  for (const base of outside ? [] : ["", folder]) {
    const name = resolveName(base, named);
    if (name === undefined) {
      outside = true;
      continue;
    }
    const found = [`${name}.tex`, name].find((candidate) => known.has(candidate));
    if (found !== undefined) return { kind: "file", name: found };
  }
  if (outside)
    return {
      kind: "problem",
      message: `input of ${quoted} lies outside the paper's folder; give the folder that holds both`,
    };
  return { kind: "problem", message: `input of ${quoted} is missing; it is left out` };
}

function resolveWords(name: string, words: ReadonlyMap<string, string>): string {
  return name.replace(/\\([A-Za-z@]+)\s*/g, (whole, word: string) => words.get(word) ?? whole);
}
