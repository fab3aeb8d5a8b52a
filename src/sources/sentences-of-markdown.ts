import type { SourceText } from "../tables/source-text.ts";
import { mathsAsText } from "./maths-as-text.ts";
import { type Prose, prose } from "./prose.ts";
import type { Sentence } from "./sentence.ts";

/**
 * The running text of a Markdown paper as sentences: headings, lists and quotes understood, emphasis, links and `$maths$`
 * resolved. Tables, code, displayed maths, images, citations (`[@key]`) and the front matter are left out; `[@tbl:main]` and
 * `@tbl:main` stand as `[ref]` with the label in `refersTo`.
 */
export function sentencesOfMarkdown(source: SourceText): readonly Sentence[] {
  const out = prose();
  let at = frontMatter(source.text);
  let until: RegExp | undefined;
  let table = false;
  while (at < source.text.length) {
    const newline = source.text.indexOf("\n", at);
    const end = newline < 0 ? source.text.length : newline;
    const line = source.text.slice(at, end);
    const fence = /^\s{0,3}(`{3,}|~{3,}|\$\$(?!.*\$\$)|<!--(?!.*-->))/.exec(line)?.[1];
    if (until !== undefined) {
      if (until.test(line)) until = undefined;
    } else if (fence !== undefined) {
      out.end();
      until =
        fence === "$$"
          ? /\$\$/
          : fence === "<!--"
            ? /-->/
            : new RegExp(`^\\s{0,3}${fence.charAt(0)}{${fence.length},}\\s*$`);
    } else {
      const next = source.text.slice(end + 1, end + 2_000).split("\n")[0] ?? "";
      table = line.includes("|") && (table || isDelimiter(next) || /^\s*\|.*\|\s*$/.test(line));
      if (table || line.trim() === "") out.end();
      else lineOf(source, at, end, next, out);
    }
    at = end + 1;
  }
  return out.sentences();
}

function lineOf(source: SourceText, at: number, end: number, next: string, out: Prose): void {
  const line = source.text.slice(at, end);
  const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*(?:\{[^}]*\})?$/.exec(line)?.[1];
  if (heading !== undefined) {
    out.heading(plain(heading));
    return;
  }
  if (/^\s{0,3}(?:=+|-{2,})\s*$/.test(line)) {
    out.end();
    return;
  }
  if (/^\s{0,3}(?:=+|-{2,})\s*$/.test(next)) {
    out.heading(plain(line.trim()));
    return;
  }
  const lead = /^\s*(?:>\s?)*(?:[-*+]\s+|\d{1,3}[.)]\s+|\[\^[^\]]+\]:\s*)?/.exec(line)?.[0] ?? "";
  if (/[-*+.):]\s*$/.test(lead)) out.end();
  inline(source, at + lead.length, end, out);
  out.space();
}

const markup =
  /\\[!-/:-@[-`{-~]|`+[^`\n]+`+|!\[[^\]\n]*\]\([^)\n]*\)|\[[^\]\n[@]*\]\([^)\n]*\)|\[\^[^\]\n]+\]|\[?-?@[^\]\s,;]+[^\]\n]*?\]|(?<![\w.])@(?:tbl|tab|fig|sec|eq):[\w-]+|\]\([^)\n]*\)|\]\[[^\]\n]*\]|\[|\]|\$[^$\n]+\$|<[^<>\n]{1,500}>|&[#\w]{1,31};|\*\*|__|(?<!\d)\*(?!\s)|(?<=\S)\*(?!\d)|(?<!\w)_|_(?!\w)|~~/g;

function inline(source: SourceText, start: number, end: number, out: Prose): void {
  const text = source.text.slice(start, end);
  let at = 0;
  for (const found of text.matchAll(markup)) {
    out.copy(source, start + at, start + found.index);
    const [words] = found;
    at = found.index + words.length;
    const place = start + found.index;
    const label = /^\[?-?@((?:tbl|tab|fig|sec|eq):[\w-]+)\]?$/.exec(words)?.[1];
    const link = /^\[([^\]]*)\]\((#?)(.*)\)$/.exec(words);
    if (link !== null) {
      if (link[2] === "#") out.refer(link[3] ?? "");
      out.put(plain(link[1] ?? ""), source, place);
    } else if (label !== undefined) {
      out.refer(label);
      out.put("[ref]", source, place);
    } else if (words.startsWith("\\")) out.copy(source, place + 1, place + 2);
    else if (words.startsWith("`")) out.put(words.replace(/^`+|`+$/g, ""), source, place);
    else if (words.startsWith("$")) out.put(mathsAsText(words.slice(1, -1)), source, place);
    else if (words.startsWith("&")) out.put(entity(words), source, place);
    else if (words === "[" || words === "]") out.copy(source, place, place + 1);
    else if (words.startsWith("[^") || words.includes("@")) out.gap();
    else if (words.startsWith("](#")) out.refer(words.slice(3, -1));
  }
  out.copy(source, start + at, end);
}

function plain(markdown: string): string {
  return markdown
    .replace(/\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)/g, "")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .trim();
}

function entity(written: string): string {
  const named: Readonly<Record<string, string>> = {
    "&amp;": "&",
    "&lt;": "<",
    "&gt;": ">",
    "&nbsp;": " ",
    "&plusmn;": "±",
    "&times;": "×",
    "&minus;": "−",
    "&quot;": '"',
  };
  return named[written] ?? written;
}

function isDelimiter(line: string): boolean {
  return /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/.test(line) && line.includes("|");
}

function frontMatter(text: string): number {
  const found = /^---\n(?:[^\n]*\n){0,200}?(?:---|\.\.\.)\n/.exec(text);
  return found === null ? 0 : found[0].length;
}
