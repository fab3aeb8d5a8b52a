import type { Truth } from "../decide.ts";
import { smallestConflict } from "./smallest-conflict.ts";

/** Scores that conflict, in words, and whether no smaller set does. */
export interface ScoreConflict {
  readonly scores: readonly string[];
  readonly smallest: boolean;
}

/** The smallest set of scores that conflict, where all of them do; `possible` is asked of some, by their places. */
export function scoreConflict(
  names: readonly string[],
  possible: (places: readonly number[]) => Truth,
): ScoreConflict | undefined {
  const conflict = smallestConflict(names.length, possible);
  if (conflict === undefined) return undefined;
  return { scores: chosen(names, conflict.members), smallest: conflict.smallest };
}

/** What lies at these places. */
export function chosen<T>(all: readonly T[], places: readonly number[]): readonly T[] {
  return all.filter((_, place) => places.includes(place));
}
