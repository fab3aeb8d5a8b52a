import type { Sentence } from "../../sources/sentence.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { lastPart } from "../sheet.ts";
import { isHarmless, vocabularyOf } from "./accounted-words.ts";
import { type MentionFinder, mentionFinder } from "./mentions.ts";

/** A table made ready for sentences that may speak of it. */
export interface PaperTable {
  readonly reading: TableReading;
  readonly mentionsIn: MentionFinder;
  /** Words of its caption and names, in lower case. */
  readonly vocabulary: ReadonlySet<string>;
  /** Words of a line's name that are no words of every paper: of its innermost part, and of all. */
  readonly tellingWords: (line: Line) => TellingWords;
}

interface TellingWords {
  readonly last: readonly string[];
  readonly all: readonly string[];
}

export function paperTable(reading: TableReading): PaperTable {
  const names = [...reading.rows, ...reading.columns].flatMap(({ name, metric = "" }) => [name, metric]);
  return {
    reading,
    mentionsIn: remembering(mentionFinder(reading)),
    vocabulary: vocabularyOf([reading.table.caption, ...names]),
    tellingWords: tellingWordsOnce(),
  };
}

/** Every sentence asks for every line's. */
function tellingWordsOnce(): PaperTable["tellingWords"] {
  const known = new Map<Line, TellingWords>();
  const telling = (name: string): readonly string[] =>
    [...vocabularyOf([name])].filter((word) => word.length > 1 && /\p{L}/u.test(word) && !isHarmless(word));
  return (line) => {
    const before = known.get(line);
    if (before !== undefined) return before;
    const found = { last: telling(lastPart(line.name)), all: telling(line.name) };
    known.set(line, found);
    return found;
  };
}

/** Several checks ask for the same sentence, one after the other. */
function remembering(find: MentionFinder): MentionFinder {
  const known = new Map<string, ReturnType<MentionFinder>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= remembered) known.clear();
    const found = find(text);
    known.set(text, found);
    return found;
  };
}

const remembered = 16;

/** A table that a sentence may speak of, and how surely it does. */
export interface TableMeant {
  readonly table: PaperTable;
  /**
   * `named`: the sentence itself, in running text, names this one table. `near`: a sentence before it in the section
   * did so last, or it stands in the table's caption. `far`: nothing says so. `elsewhere`: the sentence speaks of a
   * figure or of a table that was not read, which may hold its numbers.
   */
  readonly trust: "named" | "near" | "far" | "elsewhere";
}

/** The tables that each sentence may speak of, in the order of the sentences. */
export function tablesMeant(
  sentences: readonly Sentence[],
  all: readonly PaperTable[],
): readonly (readonly TableMeant[])[] {
  let last: { readonly section: string | undefined; readonly tables: readonly PaperTable[] } | undefined;
  return sentences.map((sentence) => {
    const { section } = sentence;
    const { tables, unread } = tablesNamed(sentence, all);
    const aside = /^(?:caption|footnote)\b/.test(section ?? "");
    if (!aside && (tables.length > 0 || unread)) last = { section, tables: unread ? [] : tables };
    const near = last?.section === section ? last?.tables : undefined;
    if (tables.length > 0) {
      const trust = unread ? "elsewhere" : tables.length > 1 || aside ? "near" : "named";
      return tables.map((table) => ({ table, trust }));
    }
    const figure = unread || section === "caption";
    return all.map((table) => ({
      table,
      trust: figure
        ? "elsewhere"
        : near?.length === 1 && near[0] === table
          ? "near"
          : near === undefined
            ? "far"
            : "elsewhere",
    }));
  });
}

function tablesNamed(
  { refersTo }: Sentence,
  all: readonly PaperTable[],
): { readonly tables: readonly PaperTable[]; readonly unread: boolean } {
  const wanted = refersTo.filter((reference) => !ofText.test(reference));
  const isNamed = ({ reading: { table } }: PaperTable, reference: string): boolean =>
    reference === table.label || isNumbered(table.caption, reference);
  return {
    tables: all.filter((table) => wanted.some((reference) => isNamed(table, reference))),
    unread: wanted.some((reference) => !all.some((table) => isNamed(table, reference))),
  };
}

/** References to parts of the text hold no numbers of their own. */
const ofText = /^(?:(?:sub)*sec|section|eq|app|appendix|ch|chap|alg|thm|lem|prop|def|part|item)(?:tion)?[^\p{L}]/iu;

/** Captions as printed begin with their number; a number counted by us need not be the printed one. */
function isNumbered(caption: string, reference: string): boolean {
  const number = /^Table ([\w.]+)$/.exec(reference)?.[1];
  const printed = /^\s*tab(?:le|\.)\s*([\w.]*\w)\s*[:.]/i.exec(caption)?.[1];
  return number !== undefined && printed !== undefined && number.toLowerCase() === printed.toLowerCase();
}
