import { mean, sampleVariance } from "simple-statistics";
import { bartlettTest } from "../stats/bartlett-test.ts";
import { leveneTest } from "../stats/levene-test.ts";
import type { PooledSpread } from "./judgement.ts";

/** One standard deviation for a family, and how far the family bears that out. */
export interface SpreadPool extends PooledSpread {
  /** Places of the members that were left out because their mean lies beyond the boundary or they have one run. */
  readonly leftOut: readonly number[];
  /** Small where the members' spreads differ by more than chance; absent where a member shows no spread at all. */
  readonly bartlettP?: number;
  /** The same by distances from the medians; absent where these do not vary, as with two runs each. */
  readonly leveneP?: number;
}

/**
 * Pools the standard deviations of a family of like measurements that have few runs each (case G): the root of
 * Σ (k − 1) s² / Σ (k − 1). Members whose mean exceeds `boundary` (such as an AUROC of 0.99) vary less by nature and are
 * left out, as are single runs. Throws a RangeError where nothing is left.
 *
 * @example
 * poolSpreads([[0.933, 0.924], [0.954, 0.958]]).standardDeviation; // => 0.00492…
 */
export function poolSpreads(
  members: readonly (readonly number[])[],
  { boundary = Number.POSITIVE_INFINITY }: { readonly boundary?: number } = {},
): SpreadPool {
  const kept = members.filter((runs) => isKept(runs, boundary)).map((runs) => [...runs]);
  if (kept.length === 0) throw new RangeError("poolSpreads: no member with two runs is left to pool");
  const degreesOfFreedom = kept.reduce((total, runs) => total + runs.length - 1, 0);
  const variance = kept.reduce((total, runs) => total + (runs.length - 1) * sampleVariance(runs), 0) / degreesOfFreedom;
  const bartlettP =
    kept.length >= 2 && kept.every((runs) => sampleVariance(runs) > 0) ? bartlettTest(kept).p : undefined;
  const leveneP = kept.length >= 2 && kept.some((runs) => runs.length > 2) ? leveneOrNone(kept) : undefined;
  return {
    standardDeviation: Math.sqrt(variance),
    degreesOfFreedom,
    leftOut: members.flatMap((runs, index) => (isKept(runs, boundary) ? [] : [index])),
    ...(bartlettP !== undefined && { bartlettP }),
    ...(leveneP !== undefined && { leveneP }),
  };
}

function isKept(runs: readonly number[], boundary: number): boolean {
  return runs.length >= 2 && mean([...runs]) <= boundary;
}

function leveneOrNone(members: readonly (readonly number[])[]): number | undefined {
  const varies = members.some((runs) => new Set(runs.map((value) => Math.abs(value - mean([...runs])))).size > 1);
  return varies ? leveneTest(members).p : undefined;
}
