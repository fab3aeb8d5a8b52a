import type { CellReading, LineOverride, LineRole } from "../table-reading.ts";
import type { HeaderWords } from "./header-words.ts";
import type { Metric } from "./metric-of.ts";
import { type NameKind, nameKind } from "./name-kind.ts";

/** A line with what is known before its role: its names from outermost to innermost, and its cells. */
export interface LineDraft {
  readonly index: number;
  readonly parts: readonly string[];
  /** The innermost name taken apart, and all of them. */
  readonly header: HeaderWords;
  readonly headers: readonly HeaderWords[];
  readonly metric?: Metric;
  readonly namesOthers: boolean;
  readonly readings: readonly CellReading[];
  readonly texts: readonly string[];
  readonly override?: LineOverride;
}

export interface LineFacts {
  readonly role: LineRole;
  readonly why: string;
  readonly of?: number;
  readonly over?: readonly number[];
}

/** The role of each line, from its name, its neighbours and its contents; in doubt a score, or words. */
export function lineRoles(
  lines: readonly LineDraft[],
  what: "column" | "row",
  namesPooling: boolean,
): readonly LineFacts[] {
  const kinds = lines.map(({ header }) => nameKind(header.words));
  const pooled = namesPooling || kinds.some((kind) => kind === "pooling");
  const means = kinds.some((kind) => kind === "mean");
  const roles = lines.map((line, at): LineFacts => {
    if (line.namesOthers && line.override?.role === undefined)
      return { role: "name", why: `it names the other ${what === "column" ? "columns' rows" : "rows"}` };
    if (line.override?.role !== undefined) return { role: line.override.role, why: "as asked" };
    const contents = roleOfContents(line);
    if (contents.role !== "score") return contents;
    return roleOfName(kinds, at, lines, { pooled, means, what }) ?? contents;
  });
  return withRelations(lines, kinds, roles);
}

interface Neighbourhood {
  readonly pooled: boolean;
  readonly means: boolean;
  readonly what: "column" | "row";
}

function roleOfName(
  kinds: readonly (NameKind | undefined)[],
  at: number,
  lines: readonly LineDraft[],
  { pooled, means, what }: Neighbourhood,
): LineFacts | undefined {
  const kind = kinds[at];
  const line = lines[at] as LineDraft;
  const integers = line.readings.every((reading) => reading.kind !== "number" || reading.printed.value.decimals <= 0);
  const named = (role: LineRole): LineFacts => ({ role, why: "its name says so" });
  if (kind === "average" || kind === "mean") {
    const beside = [kinds[at - 1], kinds[at + 1]];
    if (pooled) return { role: "score", why: "its name may be that of a way to pool or to weigh" };
    if (
      kind === "mean" &&
      (line.header.withSpread || beside.some((other) => other !== undefined && aboutSamples.has(other)))
    )
      return { role: "score", why: "a mean beside other statistics is a value of its own" };
    const last = lines.slice(at + 1).every((other) => groupOf(other) !== groupOf(line) || other.namesOthers);
    if (
      what === "row" &&
      !last &&
      lines
        .slice(at + 1)
        .some(
          (_, after) =>
            kinds[at + 1 + after] === undefined && groupOf(lines[at + 1 + after] as LineDraft) === groupOf(line),
        )
    )
      return { role: "score", why: "it does not end its group, so its name may be one of its own" };
    return named("average");
  }
  if (kind === "spread" || kind === "spread-or-name") {
    const before = kinds[at - 1];
    const sure = kind === "spread" ? at > 0 : before === "mean" || before === "average";
    return sure ? named("sd") : { role: "score", why: "its name may not mean a standard deviation" };
  }
  if (kind === "n" || kind === "sample-size") {
    if (!integers) return { role: "other", why: "its name says a number of things, its cells are no whole numbers" };
    return kind === "sample-size" || means ? named("n") : { role: "count", why: "n may be a number of anything" };
  }
  if (kind === "rank")
    return integers ? named("rank") : { role: "other", why: "ranks that are no whole numbers are means" };
  if (kind === "total" && pooled) return { role: "score", why: "its name may be that of a way to pool or to weigh" };
  if (kind === "total")
    return integers
      ? named("total")
      : { role: "score", why: "a total of numbers that are no counts may be a score over all" };
  if (kind === "against") return hasSigns(line) ? named("difference") : undefined;
  if (kind === "count" || kind === "p-value" || kind === "difference" || kind === "other") return named(kind);
  return undefined;
}

const aboutSamples: ReadonlySet<NameKind> = new Set([
  "spread",
  "spread-or-name",
  "statistic",
  "n",
  "sample-size",
  "other",
]);

function hasSigns({ texts }: LineDraft): boolean {
  return texts.some((text) => /^\(?\s*[+↑↓]/u.test(text));
}

function roleOfContents({ readings, texts }: LineDraft): LineFacts {
  const filled = readings.filter(({ kind }) => kind !== "empty").length;
  if (filled === 0) return { role: "empty", why: "all its cells are empty" };
  const numbers = readings.filter(({ kind }) => kind !== "empty" && kind !== "words").length;
  if (2 * numbers > filled)
    return { role: "score", why: numbers === filled ? "it holds numbers" : "most of its cells are numbers" };
  if (
    numbers === 0 &&
    texts.every((text, at) => readings[at]?.kind === "empty" || !/[\p{L}\d]/u.test(text) || /^[xX]$/.test(text))
  )
    return { role: "mark", why: "its cells are signs" };
  return { role: "words", why: numbers === 0 ? "it holds words" : "most of its cells are words" };
}

function groupOf({ parts }: LineDraft): string {
  return parts.slice(0, -1).join(" / ");
}

/** What an average is made of and what a spread belongs to, once every role is known. */
function withRelations(
  lines: readonly LineDraft[],
  kinds: readonly (NameKind | undefined)[],
  roles: readonly LineFacts[],
): readonly LineFacts[] {
  const runs = new Map<string, number[]>();
  const lastScores = new Map<string, number>();
  const grouped = lines.some(({ parts, namesOthers }) => parts.length > 1 && !namesOthers);
  return roles.map((facts, at): LineFacts => {
    const line = lines[at] as LineDraft;
    const group = groupOf(line);
    const run = runs.get(group) ?? [];
    if (facts.role === "score") {
      lastScores.set(group, line.index);
      const free = kinds[at] === undefined && line.metric?.cost !== true;
      if (free) runs.set(group, run.length === 0 ? [line.index] : pushed(run, line.index));
      return facts;
    }
    if (facts.role === "sd") {
      const of = lastScores.get(group);
      return of === undefined ? facts : { ...facts, of };
    }
    if (facts.role !== "average" && facts.role !== "total") return facts;
    runs.set(group, []);
    const openWhose = group === "" && grouped;
    return run.length < 2 || openWhose ? facts : { ...facts, over: run };
  });
}

function pushed(run: number[], index: number): number[] {
  run.push(index);
  return run;
}
