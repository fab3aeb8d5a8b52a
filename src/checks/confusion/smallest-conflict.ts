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
  const all = Array.from({ length: count }, (_, index) => index);
  let asked = 0;
  for (let size = 1; size < count; size++) {
    for (const members of subsets(all, size)) {
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

function* subsets(all: readonly number[], size: number): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [place, first] of all.entries())
    for (const rest of subsets(all.slice(place + 1), size - 1)) yield [first, ...rest];
}
