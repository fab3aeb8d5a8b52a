import type { LineDraft, LineFacts } from "./line-draft.ts";
import { betterOf, type LineName } from "./line-name.ts";
import type { PairedStatistic } from "./paired-statistics.ts";

export interface RolesFound {
  readonly lines: readonly LineDraft[];
  /** See `outerAverages`. */
  readonly outer: ReadonlyMap<number, readonly number[]>;
  readonly paired: ReadonlyMap<number, PairedStatistic>;
  readonly roles: readonly LineFacts[];
  readonly what: "column" | "row";
}

/** What an average is made of and what a spread, an n or a rank belongs to, once every role is known. */
export function withRelations(found: RolesFound): readonly LineFacts[] {
  const { lines, roles, what } = found;
  const groups = groupsOf(found);
  return roles.map((facts, at): LineFacts => {
    if (facts.role === "average" || facts.role === "total") {
      const over = madeOf(at, found, groups)?.map((part) => (lines[part] as LineDraft).index);
      if (over === undefined || over.length < 2) return facts;
      return { ...facts, over, ...(facts.why === "as asked" ? {} : { why: whyOver(facts, over.length, what) }) };
    }
    const of = belongsTo(at, found, groups);
    return of === undefined ? facts : { ...facts, of: (lines[of] as LineDraft).index };
  });
}

function whyOver({ role, why }: LineFacts, count: number, what: string): string {
  return `${role} of ${count} ${what}s (${why})`;
}

interface Group {
  /** Places among the lines, in order. */
  readonly members: number[];
  readonly scores: number[];
  /** For each average and total, the free scores before it since the last one; those after it where averages lead. */
  readonly runs: Map<number, readonly number[]>;
  /** An average behind the last of several groups, of which one has none of its own, may be that of all of them. */
  mayEndAll: boolean;
}

function groupsOf({ lines, roles }: RolesFound): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  lines.forEach(({ name, namesOthers }, at) => {
    if (namesOthers) return;
    const group: Group = groups.get(name.group) ?? { members: [], scores: [], runs: new Map(), mayEndAll: false };
    groups.set(name.group, group);
    group.members.push(at);
    if (roles[at]?.role === "score") group.scores.push(at);
  });
  for (const group of groups.values()) findRuns(group, roles);
  const all = [...groups.values()];
  const last = all.toSorted((a, b) => (a.members.at(-1) ?? 0) - (b.members.at(-1) ?? 0)).at(-1);
  if (last !== undefined)
    last.mayEndAll = all.some((group) => group !== last && group.scores.length > 0 && group.runs.size === 0);
  return groups;
}

function findRuns({ members, runs }: Group, roles: readonly LineFacts[]): void {
  const isMade = (at: number): boolean => roles[at]?.role === "average" || roles[at]?.role === "total";
  const isFree = (at: number): boolean => roles[at]?.free === true;
  const leads = members.findIndex(isMade) < members.findIndex(isFree);
  let run: number[] = [];
  for (const at of leads ? members.toReversed() : members)
    if (isFree(at)) run.push(at);
    else if (isMade(at)) {
      runs.set(at, leads ? run.toReversed() : run);
      run = [];
    }
}

/** The lines whose average stands at a place; undefined where names and order leave that open. */
function madeOf(at: number, found: RolesFound, groups: ReadonlyMap<string, Group>): readonly number[] | undefined {
  const { lines, outer, roles } = found;
  const { name } = lines[at] as LineDraft;
  const peers = outer.get(at);
  if (peers !== undefined) return peers.every((peer) => roles[peer]?.role === "score") ? peers : undefined;
  const group = groups.get(name.group);
  const open = (name.group === "" && groups.size > 1) || (name.openGroup && group?.mayEndAll);
  const run = open ? undefined : group?.runs.get(at);
  return run && ofOneMetric(name, run, lines);
}

/** Without lines of another metric or direction, where names tell; undefined where no name tells which are meant. */
function ofOneMetric(
  target: LineName,
  run: readonly number[],
  lines: readonly LineDraft[],
): readonly number[] | undefined {
  const wanted = betterOf(target);
  const nameAt = (at: number): LineName => (lines[at] as LineDraft).name;
  const like = run.filter((at) => {
    const { metric } = nameAt(at);
    const better = betterOf(nameAt(at));
    if (metric !== undefined && target.metric !== undefined && metric.name !== target.metric.name) return false;
    return better === undefined || wanted === undefined || better === wanted;
  });
  const directions = new Set(like.flatMap((at) => betterOf(nameAt(at)) ?? []));
  return directions.size > 1 ? undefined : like;
}

function belongsTo(at: number, found: RolesFound, groups: ReadonlyMap<string, Group>): number | undefined {
  const { lines, paired, roles } = found;
  const role = roles[at]?.role;
  if (role !== "sd" && role !== "n" && role !== "rank") return undefined;
  const pair = paired.get(at)?.of;
  if (pair !== undefined) return pair;
  const { group } = (lines[at] as LineDraft).name;
  const { scores = [], runs } = groups.get(group) ?? {};
  if (role === "sd") return runs?.size === 0 ? scores.findLast((score) => score < at) : undefined;
  const only = scores.length === 1 && (role === "rank" || group !== "");
  return only ? scores[0] : undefined;
}
