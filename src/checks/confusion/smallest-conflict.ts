import type { Truth } from "../decide.ts";

/** Statements that cannot hold together, by their places. */
export interface Conflict {
  readonly members: readonly number[];
  /** Whether no smaller set conflicts; otherwise only none of its members can be left out. */
  readonly smallest: boolean;
}

/**
 * The smallest set of statements, of so many, that cannot hold together: by size, then by place. Sets that `holds`
 * leaves unknown do not count. Past `limit` questions, statements are left out one by one instead, which gives a set
 * that is irreducible. Undefined where all together do not certainly conflict.
 */
export function smallestConflict(
  count: number,
  holds: (members: readonly number[]) => Truth,
  limit = 2000,
): Conflict | undefined {
  const all: number[] = [];
  for (let place = 0; place < count; place++) all.push(place);
  let asked = 0;
  for (let size = 1; size < count; size++) {
    let members: readonly number[] | undefined = all.slice(0, size);
    for (; members !== undefined; members = following(members, count)) {
      if (asked++ >= limit) return irreducible(all, holds);
      if (holds(members) === "false") return { members, smallest: true };
    }
  }
  return holds(all) === "false" ? { members: all, smallest: true } : undefined;
}

function irreducible(all: readonly number[], holds: (members: readonly number[]) => Truth): Conflict | undefined {
  if (holds(all) !== "false") return undefined;
  let members = all;
  for (const candidate of all) {
    const rest = members.filter((member) => member !== candidate);
    if (rest.length > 0 && holds(rest) === "false") members = rest;
  }
  return { members, smallest: false };
}

/** The next choice of as many of the first `count` numbers, in the order of a dictionary; undefined after the last. */
function following(members: readonly number[], count: number): readonly number[] | undefined {
  const size = members.length;
  let place = size - 1;
  while (place >= 0 && members[place] === count - size + place) place--;
  const raised = members[place];
  if (raised === undefined) return undefined;
  const next = members.slice();
  for (let later = place; later < size; later++) next[later] = raised + 1 + later - place;
  return next;
}
