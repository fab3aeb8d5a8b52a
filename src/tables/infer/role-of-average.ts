import type { LineDraft, LineFacts } from "./line-draft.ts";
import type { NameKind } from "./name-kind.ts";

/** What is known of all lines before the role of one is told. */
export interface Neighbourhood {
  readonly lines: readonly LineDraft[];
  readonly kinds: readonly (NameKind | undefined)[];
  readonly outer: ReadonlyMap<number, readonly number[]>;
  readonly what: "column" | "row";
  readonly pooled: boolean;
  readonly means: boolean;
  /** By group, the last line with a name of its own, and the last line. */
  readonly lastPlain: ReadonlyMap<string, number>;
  readonly lastOfGroup: ReadonlyMap<string, number>;
}

/** The role of a line that is named an average or a mean: one of its neighbours, or a statistic of what is not printed. */
export function roleOfAverage(
  at: number,
  kind: NameKind,
  { lines, kinds, what, pooled, ...around }: Neighbourhood,
): LineFacts {
  const { name } = lines[at] as LineDraft;
  if (pooled) return { role: "score", why: "its name may be that of a way to pool or to weigh" };
  const beside = [kinds[at - 1], kinds[at + 1]];
  const besideStatistics = beside.some((other) => other !== undefined && aboutSamples.has(other));
  if (kind === "mean" && (name.last.header.withSpread || besideStatistics))
    return { role: "score", why: "a mean beside other statistics is a value of its own" };
  if (name.last.header.words === "M") return { role: "score", why: "M beside no SD may be a name of its own" };
  if (summarizesSamples(at, lines, kinds))
    return { role: "score", why: "an average beside other statistics is a value of its own" };
  const isLast = (around.lastOfGroup.get(name.group) ?? at) <= at;
  if (what === "row" && !isLast && (around.lastPlain.get(name.group) ?? at) > at)
    return { role: "score", why: "it does not end its group, so its name may be one of its own" };
  return { role: "average", why: "its name says so" };
}

/** Whether an average stands among statistics of what is not printed: a minimum, a percentile, hardly a plain line. */
function summarizesSamples(at: number, lines: readonly LineDraft[], kinds: readonly (NameKind | undefined)[]): boolean {
  const { name } = lines[at] as LineDraft;
  const group = lines.flatMap((line, other) =>
    other !== at && !line.namesOthers && line.name.group === name.group ? [other] : [],
  );
  const plain = group.filter((other) => kinds[other] === undefined);
  const spreadElsewhere = plain.some((other) => lines[other]?.name.last.header.withSpread);
  if (name.last.header.withSpread && !spreadElsewhere && plain.length < fewestParts) return true;
  return plain.length < fewestParts && group.some((other) => kinds[other] === "statistic");
}

/** Beside so many plain lines an average is theirs, and a statistic too: "Worst" behind the accuracies of groups. */
const fewestParts = 3;

const aboutSamples: ReadonlySet<NameKind> = new Set([
  "spread",
  "spread-or-name",
  "statistic",
  "n",
  "sample-size",
  "other",
]);
