import type { Place, SourceText } from "../tables/source-text.ts";
import { type MappedText, textBuilder } from "./mapped-text.ts";
import type { Sentence } from "./sentence.ts";
import { sentenceRanges } from "./split-sentences.ts";

/** Takes running text piece by piece and gives its sentences; spaces are made single on the way. */
export interface Prose {
  readonly copy: (source: SourceText | MappedText, start: number, end: number) => void;
  readonly put: (words: string, source: SourceText | MappedText, at: number) => void;
  readonly space: () => void;
  /** Something without words stood here, a citation: the space before it goes if punctuation follows. */
  readonly gap: () => void;
  /** A reference to a label; where it stands decides the sentence that it belongs to. */
  readonly refer: (label: string) => void;
  readonly heading: (section: string) => void;
  /** Ends a paragraph. */
  readonly end: () => void;
  readonly sentences: () => readonly Sentence[];
}

export function prose(section?: string, alwaysRefersTo: readonly string[] = []): Prose {
  const sentences: Sentence[] = [];
  let built = textBuilder();
  let references: { at: number; label: string }[] = [];
  let pending: "none" | "space" | "gap" = "none";
  let [under, last] = [section, ""];

  const settle = (next: string) => {
    const wanted = pending !== "none" && built.length() > 0 && !(pending === "gap" && /[.,;:!?)\]]/.test(next));
    pending = "none";
    return wanted;
  };

  const copy = (source: SourceText | MappedText, start: number, end: number) => {
    const word = /\S+/g;
    const text = source.text.slice(start, end);
    let from = 0;
    for (const found of text.matchAll(word)) {
      if (found.index > from) space();
      from = found.index + found[0].length;
      if (settle(found[0].charAt(0))) built.put(" ", source, start + found.index);
      built.copy(source, start + found.index, start + from);
      last = found[0];
    }
    if (text.length > from) space();
  };

  const put = (words: string, source: SourceText | MappedText, at: number) => {
    if (/^\s/.test(words)) space();
    const trimmed = words.trim().replace(/\s+/g, " ");
    if (trimmed !== "") {
      if (settle(trimmed.charAt(0))) built.put(" ", source, at);
      built.put(trimmed, source, at);
      last = trimmed;
    }
    if (/\s$/.test(words)) space();
  };

  const space = () => {
    if (pending === "none") pending = "space";
  };

  const end = () => {
    const paragraph = built.build();
    for (const range of last === "" ? [] : sentenceRanges(paragraph.text)) {
      const text = paragraph.text.slice(range.start, range.end);
      const labels = references.filter(({ at }) => at >= range.start && at <= range.end).map(({ label }) => label);
      const place: Place = paragraph.locate(range.start);
      const refersTo = [...new Set([...alwaysRefersTo, ...labels, ...numberedTables(text)])];
      sentences.push({ text, place, ...(under === undefined ? {} : { section: under }), refersTo });
    }
    built = textBuilder();
    references = [];
    pending = "none";
    last = "";
  };

  return {
    copy,
    put,
    space,
    gap: () => {
      pending = "gap";
    },
    refer: (label) => references.push({ at: built.length(), label }),
    heading: (name) => {
      end();
      under = name === "" ? undefined : name;
    },
    end,
    sentences: () => {
      end();
      return sentences;
    },
  };
}

/** `Table 2`, `Tab. 3 and 4`, `Tables II–III`: each number by itself. */
function numberedTables(text: string): readonly string[] {
  const mention =
    /\b(?:Tables?|Tabs?\.|Tbls?\.)\s?((?:[A-Z]\.?)?\d+[a-z]?|[IVX]+)\b((?:\s?(?:,|and|&|,\s?and)\s?(?:[A-Z]\.?)?\d+\b(?![.%]\d|\s?%))*)/g;
  return [...text.matchAll(mention)].flatMap(([, first = "", more = ""]) =>
    [first, ...(more.match(/(?:[A-Z]\.?)?\d+/g) ?? [])].map((number) => `Table ${number}`),
  );
}
