import type { SourceText } from "../tables/source-text.ts";
import { accented } from "./accents.ts";
import { dropped, droppedFirst, floats, headings, leftOut, nounCitations, references } from "./latex-commands.ts";
import {
  behindArguments,
  behindVerb,
  controlAt,
  endOfEnvironment,
  groupAt,
  optionAt,
  type Range,
  verbatimEnvironments,
} from "./latex-scan.ts";
import { groupsThousands, mathsAsText, signOf } from "./maths-as-text.ts";
import { type Prose, prose } from "./prose.ts";
import type { Sentence } from "./sentence.ts";
import { nameAt } from "./uncomment.ts";

/**
 * The running text of a LaTeX document as sentences in order of the source, captions and footnotes among them; joined and
 * expanded, as `joinInputs` and `expandMacros` give it. Maths becomes text (`$88.4\%$` as 88.4%); citations are dropped
 * (`[citation]` where one stands as a noun); a reference reads `[ref]` and its label stands in `refersTo`. Tables,
 * equations, figures, listings and the bibliography are left out.
 */
export function sentencesOfLatex(source: SourceText): readonly Sentence[] {
  const begins = /\\begin\s*\{document\}/.exec(source.text);
  const start = begins === null ? 0 : begins.index + begins[0].length;
  return walk(source, { start, end: source.text.length }, prose(), 0);
}

/** Inner texts (a caption, a footnote) are walked by themselves, at most so many within each other. */
const deepestInner = 4;

function walk(source: SourceText, range: Range, out: Prose, depth: number): readonly Sentence[] {
  const { text } = source;
  const inner: Sentence[] = [];
  const unclosed = new Set<string>();
  const token = /[\\${}~]|\n[ \t]*\n|``|''|--+/g;
  token.lastIndex = range.start;
  let at = range.start;

  const innerText = (words: Range, section?: string, labels: readonly string[] = []) => {
    if (depth < deepestInner) inner.push(...walk(source, words, prose(section, labels), depth + 1));
  };
  const plain = (words: Range) =>
    depth < deepestInner
      ? walk(source, words, prose(), deepestInner)
          .map((sentence) => sentence.text)
          .join(" ")
      : "";

  const environment = (begin: boolean, end: number): number => {
    const named = nameAt(text, end);
    if (named === undefined) return end;
    const { name } = named;
    if (begin && (leftOut.has(name) || floats.has(name) || verbatimEnvironments.has(name)) && !unclosed.has(name)) {
      const close = endOfEnvironment(text, name, named.end);
      if (close !== undefined && close <= range.end) {
        if (floats.has(name)) captionsIn(text, { start: named.end, end: close }, innerText);
        out.space();
        return close + `\\end{${name}}`.length;
      }
      unclosed.add(name);
    }
    if (name === "abstract") out.heading(begin ? "Abstract" : "");
    else out.space();
    if (begin && /^(?:itemize|enumerate|description|quote|abstract|theorem|lemma|proof|center)/.test(name)) out.end();
    return begin ? (optionAt(text, named.end)?.end ?? named.end - 1) + 1 : named.end;
  };

  const command = (at: number): number => {
    const { name, end } = controlAt(text, at);
    if (name === "begin" || name === "end") return environment(name === "begin", end);
    if (name === "(" || name === "[") {
      const close = text.indexOf(name === "(" ? "\\)" : "\\]", end);
      if (close < 0 || close > range.end || close - end > 20_000) return end;
      if (name === "(") out.put(mathsAsText(text.slice(end, close)), source, at);
      else out.space();
      return close + 2;
    }
    if (references.has(name)) return refer(name, at, end);
    if (nounCitations.has(name)) {
      out.put("[citation]", source, at);
      return behindArguments(text, text[end] === "*" ? end + 1 : end);
    }
    if (dropped.has(name) || /^(?:[a-z]*cite[a-z]*|Cite[a-z]*)$/.test(name)) {
      out.gap();
      return behindArguments(text, text[end] === "*" ? end + 1 : end);
    }
    if (headings.has(name) || name === "abstract") return heading(name, end);
    if (name === "footnote" || name === "footnotetext" || name === "caption" || name === "captionof")
      return note(name, end);
    if (name === "par" || name === "item" || name === "newpage" || name === "clearpage") {
      out.end();
      return name === "item" ? (optionAt(text, end)?.end ?? end - 1) + 1 : end;
    }
    if (name === "verb" || name === "lstinline") {
      const behind = behindVerb(text, end);
      out.copy(source, end + 1, behind - 1);
      return Math.max(end, behind);
    }
    if (name === "url" || name === "path") {
      const address = groupAt(text, end);
      out.space();
      return address === undefined ? end : address.end + 1;
    }
    if (/^(?:SI|qty|num|si|ang)$/.test(name)) return quantity(at, end);
    const letter = accented(text, name, end);
    if (letter !== undefined) {
      out.put(letter.text, source, at);
      return letter.end;
    }
    if (/^[%$&#_{}]$/.test(name)) out.copy(source, at + 1, at + 2);
    else if (name === "," && groupsThousands(text, at, end)) out.put(",", source, at);
    else if (signOf(name) !== undefined) out.put(signOf(name) ?? "", source, at);
    else if (/^[\\,;: \n]$|^(?:quad|qquad|newline|linebreak|hfill|space|enspace|thinspace)$/.test(name)) out.space();
    let behind = end;
    if (/^[A-Za-z@]+$/.test(name)) {
      const option = text[end] === "[" ? optionAt(text, end) : undefined;
      behind = option === undefined ? end : option.end + 1;
      for (let drop = Object.hasOwn(droppedFirst, name) ? (droppedFirst[name] ?? 0) : 0; drop > 0; drop--)
        behind = (groupAt(text, behind)?.end ?? behind - 1) + 1;
      if (behind === end) while (text[behind] === " ") behind += 1;
    }
    return behind;
  };

  const refer = (name: string, at: number, end: number): number => {
    const group = groupAt(text, text[end] === "*" ? end + 1 : end);
    if (group === undefined) return end;
    for (const label of text.slice(group.start, group.end).split(",")) out.refer(label.trim());
    if (name === "hyperlink") return group.end + 1;
    out.put("[ref]", source, at);
    return group.end + 1;
  };

  const heading = (name: string, end: number): number => {
    const star = text[end] === "*" ? end + 1 : end;
    const title = groupAt(text, (optionAt(text, star)?.end ?? star - 1) + 1);
    if (title === undefined) return end;
    if (name === "abstract") innerText(title, "Abstract");
    else out.heading(plain(title).replace(/[.:]$/, ""));
    return title.end + 1;
  };

  const note = (name: string, end: number): number => {
    const kind = name === "captionof" ? groupAt(text, end) : undefined;
    const star = kind === undefined ? (text[end] === "*" ? end + 1 : end) : kind.end + 1;
    const words = groupAt(text, (optionAt(text, star)?.end ?? star - 1) + 1);
    if (words === undefined) return end;
    innerText(words, name.startsWith("caption") ? "caption" : "footnote");
    out.gap();
    return words.end + 1;
  };

  const quantity = (at: number, end: number): number => {
    const number = groupAt(text, (optionAt(text, end)?.end ?? end - 1) + 1);
    if (number === undefined) return end;
    out.put(mathsAsText(text.slice(number.start, number.end)), source, at);
    const unit = /^\\(?:SI|qty)$/.test(text.slice(at, end)) ? groupAt(text, number.end + 1) : undefined;
    if (unit === undefined) return number.end + 1;
    const words = mathsAsText(text.slice(unit.start, unit.end)).trim();
    out.put(words === "%" ? "%" : ` ${words}`, source, at);
    return unit.end + 1;
  };

  for (let found = token.exec(text); found !== null && found.index < range.end; found = token.exec(text)) {
    out.copy(source, at, found.index);
    at = found.index + found[0].length;
    const [sign] = found;
    if (sign === "\\") at = command(found.index);
    else if (sign === "$") at = dollars(source, found.index, range.end, out);
    else if (sign.startsWith("\n")) out.end();
    else if (sign === "~") out.space();
    else if (sign === "``" || sign === "''") out.put(sign === "``" ? "“" : "”", source, found.index);
    else if (sign.startsWith("--")) out.put(sign === "--" ? "–" : "—", source, found.index);
    token.lastIndex = at;
  }
  if (at < range.end) out.copy(source, at, range.end);
  return [...out.sentences(), ...inner];
}

/** Maths between dollars as text; displayed maths left out. A dollar that nothing closes in its paragraph stays. */
function dollars(source: SourceText, at: number, end: number, out: Prose): number {
  const { text } = source;
  const sign = text.startsWith("$$", at) ? "$$" : "$";
  const closing = /\\.|\$|\n[ \t]*\n/gs;
  closing.lastIndex = at + sign.length;
  for (let found = closing.exec(text); found !== null && found.index < end; found = closing.exec(text)) {
    if (found[0].startsWith("\\")) continue;
    if (found[0] !== "$" || found.index - at > 20_000) break;
    if (sign === "$$") out.space();
    else out.put(mathsAsText(text.slice(at + 1, found.index)), source, at);
    return found.index + sign.length;
  }
  return at + sign.length;
}

/** Hands on the captions of a float, each with the label that follows it, or the float's first. */
function captionsIn(
  text: string,
  range: Range,
  take: (words: Range, section: string, labels: readonly string[]) => void,
): void {
  const body = text.slice(range.start, range.end);
  const labels = [...body.matchAll(/\\label\s*\{([^{}]*)\}/g)].map((found) => ({
    at: found.index,
    label: (found[1] ?? "").trim(),
  }));
  const captions = [...body.matchAll(/\\(?:sub)?caption(of)?\*?(?![A-Za-z])/g)];
  for (const [index, found] of captions.entries()) {
    let at = found.index + found[0].length;
    if (found[1] !== undefined) at = (groupAt(body, at)?.end ?? at - 1) + 1;
    const words = groupAt(body, (optionAt(body, at)?.end ?? at - 1) + 1);
    if (words === undefined) continue;
    const next = captions[index + 1]?.index ?? body.length;
    const label = (labels.find(({ at: where }) => where > found.index && where < next) ?? labels[0])?.label;
    const shifted = { start: range.start + words.start, end: range.start + words.end };
    take(shifted, label === undefined ? "caption" : `caption of ${label}`, label === undefined ? [] : [label]);
  }
}
