import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface Example {
  /** File and line of the `@example` tag. */
  readonly name: string;
  /** Relative to the project's root. */
  readonly file: string;
  readonly statements: readonly Statement[];
}

export interface Statement {
  readonly code: string;
  /** What stands behind `// =>`. */
  readonly expected?: string;
}

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every `@example` of the docstrings below the folders, in the order of files and lines. */
export function exampleBlocks(folders: readonly string[]): readonly Example[] {
  return folders.flatMap(sourceFiles).flatMap(examplesOf);
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".test.ts"))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

function examplesOf(file: string): readonly Example[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/@example\b([\s\S]*?)(?=\n\s*\* @|\*\/)/g)].map(({ 1: block = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const code = block.replaceAll(/^\s*\* ?/gm, "");
    return { name: `${file}:${line}`, file, statements: statementsOf(code) };
  });
}

/** Splits code at the semicolons outside brackets, quotes and comments. */
export function statementsOf(code: string): readonly Statement[] {
  const statements: Statement[] = [];
  let [start, depth] = [0, 0];
  let position = 0;
  while (position < code.length) {
    const character = code[position] ?? "";
    if (`"'\``.includes(character)) position = endOfQuote(code, position);
    else if (code.startsWith("//", position)) position = endOfLine(code, position);
    else {
      if ("([{".includes(character)) depth++;
      if (")]}".includes(character)) depth--;
      position++;
      if (character !== ";" || depth > 0) continue;
      const comment = /^\s*\/\/ ?=> ?(.*)/.exec(code.slice(position));
      statements.push({
        code: code.slice(start, position).trim(),
        ...(comment?.[1] && { expected: comment[1].trim() }),
      });
      position += comment?.[0].length ?? 0;
      start = position;
    }
  }
  const rest = code.slice(start).trim();
  return rest === "" || /^\/\/.*$/.test(rest) ? statements : [...statements, { code: rest }];
}

function endOfQuote(code: string, start: number): number {
  let position = start + 1;
  while (position < code.length && code[position] !== code[start]) position += code[position] === "\\" ? 2 : 1;
  return position + 1;
}

function endOfLine(code: string, start: number): number {
  const end = code.indexOf("\n", start);
  return end < 0 ? code.length : end;
}
