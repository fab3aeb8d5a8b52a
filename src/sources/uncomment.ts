import type { SourceText } from "../tables/source-text.ts";
import { behindVerb, controlAt, endOfEnvironment, groupAt, verbatimEnvironments } from "./latex-scan.ts";
import { type MappedText, textBuilder } from "./mapped-text.ts";

/**
 * A LaTeX file without its comments, as TeX reads it: `%` takes the rest of its line, the line's end and the next line's
 * leading spaces with it, but no empty line. `\%`, verbatim text and addresses keep theirs; `comment` environments go.
 */
export function uncomment(source: SourceText): MappedText {
  const { text } = source;
  const built = textBuilder();
  const special = /[\\%]/g;
  let copied = 0;
  for (let found = special.exec(text); found !== null; found = special.exec(text)) {
    const at = found.index;
    if (found[0] === "%") {
      built.copy(source, copied, at);
      copied = behindComment(text, at);
      special.lastIndex = copied;
      continue;
    }
    const control = controlAt(text, at);
    const environment = control.name === "begin" ? nameAt(text, control.end) : undefined;
    if (environment?.name === "comment") {
      built.copy(source, copied, at);
      const end = endOfEnvironment(text, "comment", environment.end);
      copied = end === undefined ? text.length : end + "\\end{comment}".length;
    }
    special.lastIndex = Math.max(copied, behindRaw(text, control, environment));
  }
  built.copy(source, copied, text.length);
  return built.build();
}

/** The environment's name in braces at `at`. */
export function nameAt(text: string, at: number): { readonly name: string; readonly end: number } | undefined {
  const found = /^\s*\{([^{}\\\n]{1,60})\}/.exec(text.slice(at, at + 80));
  return found === null ? undefined : { name: found[1]?.trim() ?? "", end: at + found[0].length };
}

/** Behind what belongs to a control sequence and is not LaTeX: verbatim environments, `\verb|…|`, addresses. */
export function behindRaw(
  text: string,
  control: { readonly name: string; readonly end: number },
  environment: { readonly name: string; readonly end: number } | undefined,
): number {
  if (environment !== undefined && verbatimEnvironments.has(environment.name))
    return endOfEnvironment(text, environment.name, environment.end) ?? control.end;
  if (control.name === "verb" || control.name === "lstinline") return behindVerb(text, control.end);
  if (control.name === "url" || control.name === "path" || control.name === "href") {
    const address = groupAt(text.slice(control.end, control.end + 2_000), 0);
    const written = address === undefined ? "\n" : text.slice(control.end, control.end + address.end);
    if (address !== undefined && !written.includes("\n")) return control.end + address.end + 1;
  }
  return control.end;
}

function behindComment(text: string, at: number): number {
  const line = text.indexOf("\n", at);
  if (line < 0) return text.length;
  let next = line + 1;
  while (text[next] === " " || text[next] === "\t") next += 1;
  // A comment on a line of its own takes the whole line; an empty line below still ends the paragraph.
  return text[next] === "\n" ? line : next;
}
