import { metricOf } from "../../tables/infer/metric-of.ts";
import type { Line, TableReading } from "../../tables/table-reading.ts";
import { type LineName, lineNames, partsOf } from "./line-names.ts";
import { type Word, wordsOf } from "./sentence-words.ts";

/** Words of a sentence that name lines of a table. */
export interface Mention {
  readonly axis: "row" | "column";
  readonly lines: readonly Line[];
  readonly strong: boolean;
  /** Whether all of the line's names are said, so that no group or setting of it is left open. */
  readonly complete: boolean;
  readonly start: number;
  readonly end: number;
}

/** Finds what a text says of one table's lines. */
export type MentionFinder = (text: string) => readonly Mention[];

export function mentionFinder(reading: TableReading): MentionFinder {
  const names = lineNames(reading);
  const byFirst = new Map<string, LineName[]>();
  for (const name of names) {
    const first = name.words[0]?.toLowerCase() ?? "";
    const list = byFirst.get(first);
    if (list === undefined) byFirst.set(first, [name]);
    else list.push(name);
  }
  return (text) => {
    const words = wordsOf(text);
    const found: Hit[] = [];
    for (const [at, word] of words.entries()) {
      const here = (byFirst.get(word.text.toLowerCase()) ?? []).filter((name) => matches(name, words, at));
      const longest = Math.max(0, ...here.map((name) => name.words.length));
      const hits = here.filter((name) => name.words.length === longest);
      const end = words[at + longest - 1]?.end ?? word.end;
      if (hits.length > 0) found.push({ names: hits, start: word.start, end });
    }
    const kept = found.filter(
      (hit) =>
        !found.some((other) => other !== hit && other.start <= hit.start && other.end >= hit.end) &&
        standsAlone(text, hit, found),
    );
    return [...together(kept), ...averages(text, reading), ...ours(text, reading, kept)];
  };
}

interface Hit {
  readonly names: readonly LineName[];
  readonly start: number;
  readonly end: number;
}

function matches(name: LineName, words: readonly Word[], at: number): boolean {
  const isSaid = (wanted: string): boolean => words.some(({ text }) => text.toLowerCase() === wanted);
  return (
    name.elsewhere.every(isSaid) &&
    name.words.every((wanted, index) => {
      const word = words[at + index]?.text;
      return word !== undefined && (name.sameCase ? word === wanted : word.toLowerCase() === wanted.toLowerCase());
    })
  );
}

/** Whether it is no part of a longer name: MC-WNNM, Faster R-CNN, BERT-based, CIFAR-10 C. */
function standsAlone(text: string, { start, end, names }: Hit, hits: readonly Hit[]): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  const behind = text.slice(end, end + nearby);
  if (/[\p{L}\p{N}_](?:[-/+_^.]|\s[+/]\s)?$/u.test(before) || /^(?:[-/+_^]|\s[+/&]\s?)?[\p{L}\p{N}_]/u.test(behind))
    return false;
  const previous = /(\S*[^\s,.;:!?)\]])\s$/u.exec(before)?.[1];
  const sentenceStart = start < nearby && /^\P{L}*$/u.test(before);
  if (sentenceStart && names.every(({ strong }) => !strong)) return false;
  if (previous !== undefined && /^\p{Lu}/u.test(previous) && !opening.test(previous) && !endsIn(hits, start - 1))
    return false;
  const next = /^\s(\S+)/.exec(behind)?.[1];
  return (
    next === undefined ||
    !/^(?:\p{Lu}|\d+$)/u.test(next) ||
    known.test(next) ||
    metricOf(next) !== undefined ||
    hits.some((hit) => hit.start === end + 1)
  );
}

/** What stands further away does not make a name longer. */
const nearby = 60;

function endsIn(hits: readonly Hit[], at: number): boolean {
  return hits.some(({ end }) => end === at);
}

/** Capitalised words that are no part of a name. */
const opening =
  /^(?:The|Our|On|In|With|While|For|We|As|And|Of|At|By|From|Then|Here|Moreover|However|Also|Both|When|Although|Since|Thus|Additionally|Furthermore|Specifically|Notably|Overall|Compared|Using|Table|Tab\.)[,:;]?$/;
const known = /^(?:Table|Tab\.|Tables|Figure|Fig\.|AP)/;

/** Hits at one place may name several lines; what else is said tells them apart as far as it does. */
function together(hits: readonly Hit[]): readonly Mention[] {
  const said = new Map<Line, Set<number>>();
  for (const { line, part } of hits.flatMap(({ names }) => names.filter(({ completing }) => !completing)))
    said.set(line, (said.get(line) ?? new Set()).add(part));
  const completed = hits.map((hit) => ({
    ...hit,
    names: hit.names.filter(({ line, completing }) => !completing || said.has(line)),
  }));
  for (const { line, part } of completed.flatMap(({ names }) => names)) said.get(line)?.add(part);
  return completed.flatMap(({ names, start, end }) =>
    (["row", "column"] as const).flatMap((axis): readonly Mention[] => {
      const here = names.filter((name) => name.axis === axis);
      if (here.length === 0) return [];
      const whole = here.filter((name) => name.whole);
      const best = whole.length > 0 ? whole : here;
      const most = Math.max(...best.map(({ line }) => said.get(line)?.size ?? 0));
      const left = best.filter(({ line }) => (said.get(line)?.size ?? 0) === most);
      const lines = [...new Set(left.map(({ line }) => line))];
      const complete = lines.every((line) => (said.get(line)?.size ?? 0) === partsOf(line).length);
      return [{ axis, lines, strong: left.every(({ strong }) => strong), complete, start, end }];
    }),
  );
}

function averages(text: string, { rows, columns }: TableReading): readonly Mention[] {
  const found = /\b(?:on average|in average|averaged?|mean)\b/i.exec(text);
  if (found === null) return [];
  const at = { start: found.index, end: found.index + found[0].length };
  return [mentionOf("row", rows.filter(isAverage), at), mentionOf("column", columns.filter(isAverage), at)].flat();
}

function isAverage({ role, name }: Line): boolean {
  return role === "average" || /^(?:avg\.?|average|mean)$/i.test(name);
}

/** "Our method", "we": the one line that is called "ours". */
function ours(text: string, { rows, columns }: TableReading, hits: readonly Hit[]): readonly Mention[] {
  const found =
    /\b(?:our (?:full |final |proposed )?(?:method|model|approach|framework|system|network|algorithm)|the proposed (?:method|model|approach)|ours|we (?:achieve|obtain|reach|outperform|improve))\b/i.exec(
      text,
    );
  if (found === null) return [];
  const at = { start: found.index, end: found.index + found[0].length };
  const own = (axis: "row" | "column", lines: readonly Line[]) => {
    const mine = lines.filter(({ name }) => /\bours\b/i.test(name));
    const named = hits.some(({ names }) => names.some(({ line }) => mine.includes(line)));
    return mine.length !== 1 || named ? [] : mentionOf(axis, mine, at);
  };
  return [...own("row", rows), ...own("column", columns)];
}

function mentionOf(
  axis: "row" | "column",
  lines: readonly Line[],
  at: { readonly start: number; readonly end: number },
): readonly Mention[] {
  return lines.length === 0 ? [] : [{ axis, lines, strong: false, complete: lines.length === 1, ...at }];
}
