import type { LineRole, ReadCell } from "../table-reading.ts";
import { plainWords } from "./header-words.ts";
import type { LineDraft, LineFacts } from "./line-draft.ts";
import { withRelations } from "./line-relations.ts";
import { outerAverages } from "./outer-average.ts";
import { type PairedStatistic, pairedStatistics } from "./paired-statistics.ts";
import { type Neighbourhood, roleOfAverage } from "./role-of-average.ts";

/** The role of each line, from its name, its neighbours and its contents; in doubt a score, or words. */
export function lineRoles(
  lines: readonly LineDraft[],
  what: "column" | "row",
  namesPooling: boolean,
): readonly LineFacts[] {
  const paired = pairedStatistics(lines);
  const kinds = lines.map(({ name }, at) => {
    const pair = paired.get(at);
    if (pair !== undefined) return pair.kind;
    if (isLabelledRecall(name, lines)) return undefined;
    // Of columns nothing says what a macro average is over: classes, or the other columns.
    return what === "column" && (name.last.kind === "macro" || name.last.kind === "weighted")
      ? undefined
      : name.last.kind;
  });
  const outer = outerAverages(lines);
  const around: Neighbourhood = {
    lines,
    kinds,
    outer,
    what,
    pooled: namesPooling || kinds.includes("pooling"),
    means: kinds.includes("mean"),
    lastPlain: new Map(lines.flatMap((line, at) => (kinds[at] === undefined ? [[line.name.group, at] as const] : []))),
    lastOfGroup: new Map(lines.flatMap((line, at) => (line.namesOthers ? [] : [[line.name.group, at] as const]))),
  };
  const roles = lines.map((line, at): LineFacts => {
    if (line.override?.role !== undefined) return { role: line.override.role, why: "as asked" };
    if (line.namesOthers)
      return { role: "name", why: `it names the other ${what === "column" ? "columns' rows" : "rows"}` };
    const contents = roleOfContents(line);
    if (contents.role !== "score") return contents;
    const facts = roleOfPair(paired.get(at), line) ?? roleOfName(at, around) ?? contents;
    return facts.role === "score" && kinds[at] === undefined && line.name.last.metric?.cost !== true
      ? { ...facts, free: true }
      : facts;
  });
  return withRelations({ lines, outer, paired, roles, what });
}

/** LR beside LP and LF is a recall of labelled edges, no learning rate. */
function isLabelledRecall({ group, last }: LineDraft["name"], lines: readonly LineDraft[]): boolean {
  if (plainWords(last.header.words) !== "lr") return false;
  const beside = lines.filter(({ name }) => name.group === group).map(({ name }) => plainWords(name.last.header.words));
  return beside.includes("lp") && (beside.includes("lf") || beside.includes("lf1"));
}

function roleOfPair(pair: PairedStatistic | undefined, line: LineDraft): LineFacts | undefined {
  if (pair === undefined || pair.statistic === "value") return undefined;
  const why = "it stands beside the value that its name speaks of";
  if (pair.statistic === "spread") return { role: "sd", why };
  if (pair.statistic === "other") return { role: "other", why };
  return holdsIntegers(line) ? { role: pair.statistic, why } : { role: "other", why };
}

function roleOfName(at: number, around: Neighbourhood): LineFacts | undefined {
  const { lines, kinds, outer, pooled, means } = around;
  const kind = kinds[at];
  const line = lines[at] as LineDraft;
  const named = (role: LineRole): LineFacts => ({ role, why: "its name says so" });
  if (kind === undefined) return !pooled && outer.has(at) ? named("average") : undefined;
  if (kind === "average" || kind === "mean") return roleOfAverage(at, kind, around);
  if (kind === "macro") return roleOfAverage(at, "average", around);
  if (kind === "weighted") return named("other");
  if (kind === "spread" || kind === "spread-or-name") {
    const before = kinds[at - 1];
    const sure = kind === "spread" ? at > 0 : before === "mean" || before === "average";
    return sure ? named("sd") : { role: "score", why: "its name may not mean a standard deviation" };
  }
  if (kind === "n" || kind === "sample-size") {
    if (!holdsIntegers(line))
      return { role: "other", why: "its name says a number of things, its cells are no whole numbers" };
    return kind === "sample-size" || means ? named("n") : { role: "count", why: "n may be a number of anything" };
  }
  if (kind === "rank")
    return holdsIntegers(line) ? named("rank") : { role: "other", why: "ranks that are no whole numbers are means" };
  if (kind === "total" && pooled) return { role: "score", why: "its name may be that of a way to pool or to weigh" };
  if (kind === "total")
    return holdsIntegers(line)
      ? named("total")
      : { role: "score", why: "a total of numbers that are no counts may be a score over all" };
  if (kind === "against") return hasSigns(line) ? named("difference") : undefined;
  if (kind === "p-value" && line.name.last.header.words === "p" && !holdsShares(line)) return undefined;
  if (kind === "count" || kind === "p-value" || kind === "difference" || kind === "other") return named(kind);
  return undefined;
}

function holdsIntegers({ cells }: LineDraft): boolean {
  return cells.every(({ reading }) => reading.kind !== "number" || reading.printed.value.decimals <= 0);
}

/** Whether a line may be of p-values: no number above 1, and not whole ones alone. */
function holdsShares(line: LineDraft): boolean {
  const shares = line.cells.every(
    ({ reading }) =>
      reading.kind !== "number" ||
      (reading.printed.value.decimals >= 0 &&
        reading.printed.value.units >= 0n &&
        reading.printed.value.units <= 10n ** BigInt(reading.printed.value.decimals)),
  );
  const numbers = line.cells.some(({ reading }) => reading.kind === "number");
  return shares && !(numbers && holdsIntegers(line));
}

function hasSigns({ cells }: LineDraft): boolean {
  return cells.some(({ source: { text } }) => /^\(?\s*[+↑↓]/u.test(text));
}

function roleOfContents({ cells }: LineDraft): LineFacts {
  let [filled, numbers] = [0, 0];
  for (const { reading } of cells) {
    if (reading.kind !== "empty") filled++;
    if (reading.kind !== "empty" && reading.kind !== "words") numbers++;
  }
  if (filled === 0) return { role: "empty", why: "all its cells are empty" };
  if (2 * numbers > filled)
    return { role: "score", why: numbers === filled ? "it holds numbers" : "most of its cells are numbers" };
  const isSign = ({ source: { text }, reading }: ReadCell): boolean =>
    reading.kind === "empty" || !/[\p{L}\d]/u.test(text) || /^[xX]$/.test(text);
  if (numbers === 0 && cells.every(isSign)) return { role: "mark", why: "its cells are signs" };
  return { role: "words", why: numbers === 0 ? "it holds words" : "most of its cells are words" };
}
