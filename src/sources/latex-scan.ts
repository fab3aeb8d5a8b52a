/** Where a piece of LaTeX ends; offsets into the text, the end excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Environments whose content is not LaTeX. */
export const verbatimEnvironments: ReadonlySet<string> = new Set([
  ...["verbatim", "verbatim*", "Verbatim", "lstlisting", "minted", "alltt", "filecontents", "filecontents*"],
  ...["tcblisting", "pyglist", "BVerbatim", "LVerbatim"],
]);

/** The control sequence at a backslash: letters (and `@`), or one other character. */
export function controlAt(text: string, at: number): { readonly name: string; readonly end: number } {
  let end = at + 1;
  while (isLetter(text.charCodeAt(end))) end += 1;
  if (end === at + 1) end = Math.min(text.length, at + 2);
  return { name: text.slice(at + 1, end), end };
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 64 && code <= 90);
}

export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (/\s/.test(text.charAt(end)) && end < text.length) end += 1;
  return end;
}

/** Groups nested deeper than this are not looked through: no author writes them, and the search stays linear. */
const deepest = 30;

/** The content of the group that opens at `at` (after spaces); undefined where none does or it never closes. */
export function groupAt(text: string, at: number): Range | undefined {
  const start = skipSpaces(text, at);
  if (text[start] !== "{") return undefined;
  const delimiter = /[{}\\]/g;
  delimiter.lastIndex = start;
  let depth = 0;
  for (let found = delimiter.exec(text); found !== null; found = delimiter.exec(text)) {
    if (found[0] === "\\") delimiter.lastIndex += 1;
    else if (found[0] === "{") depth += 1;
    else if (--depth === 0) return { start: start + 1, end: found.index };
    if (depth > deepest) return undefined;
  }
  return undefined;
}

/** The optional argument in brackets at `at`, which no empty line interrupts. */
export function optionAt(text: string, at: number): Range | undefined {
  const start = skipSpaces(text, at);
  if (text[start] !== "[") return undefined;
  const delimiter = /[{}\\[\]]|\n[ \t]*\n/g;
  delimiter.lastIndex = start;
  let [braces, brackets] = [0, 0];
  for (let found = delimiter.exec(text); found !== null; found = delimiter.exec(text)) {
    if (found[0] === "\\") delimiter.lastIndex += 1;
    else if (found[0] === "{") braces += 1;
    else if (found[0] === "}") braces -= 1;
    else if (braces === 0 && found[0] === "[") brackets += 1;
    else if (braces === 0 && found[0] === "]" && --brackets === 0) return { start: start + 1, end: found.index };
    else if (found[0].startsWith("\n")) return undefined;
    if (braces < 0 || braces > deepest || brackets > deepest) return undefined;
  }
  return undefined;
}

/** Behind all the groups and options that follow at `at`. */
export function behindArguments(text: string, at: number): number {
  for (let end = at; ; ) {
    const range = optionAt(text, end) ?? groupAt(text, end);
    if (range === undefined || /\n\s*\n/.test(text.slice(end, range.start))) return end;
    end = range.end + 1;
  }
}

/** The end of inline verbatim whose command ends at `at`: `\verb|…|`, `\lstinline{…}`. */
export function behindVerb(text: string, at: number): number {
  const start = text[at] === "*" ? at + 1 : at;
  const delimiter = text[start];
  if (delimiter === undefined || delimiter === "\n") return start;
  const line = text.indexOf("\n", start);
  const end = text.indexOf(delimiter === "{" ? "}" : delimiter, start + 1);
  return end < 0 || (line >= 0 && end > line) ? start : end + 1;
}

/** Where `\\end{name}` begins that closes the environment whose content starts at `at`, nested ones counted. */
export function endOfEnvironment(text: string, name: string, at: number): number | undefined {
  if (verbatimEnvironments.has(name) || name === "comment") {
    const end = text.indexOf(`\\end{${name}}`, at);
    return end < 0 ? undefined : end;
  }
  const border = new RegExp(`\\\\(begin|end)\\{${name.replace(/[^\w ]/g, "\\$&")}\\}`, "g");
  border.lastIndex = at;
  let depth = 1;
  for (let found = border.exec(text); found !== null; found = border.exec(text)) {
    depth += found[1] === "begin" ? 1 : -1;
    if (depth === 0) return found.index;
  }
  return undefined;
}
