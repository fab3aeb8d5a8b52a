import type { JudgeOptions, Margin, Reported } from "./judgement.ts";
import type { PaperSpread } from "./spread-meaning.ts";
import { thirdPowerDifference } from "./third-power-difference.ts";

/**
 * The margin that a measurement is judged by, in this order: the claim's own, the task's default, one derived from the
 * paper's design (`thirdPowerDifference` times its standard deviation, at least the rounding), none. Never from our
 * runs. Throws a RangeError for a margin that is negative or not finite.
 *
 * @example
 * marginFor({ value: 74.5, halfUnit: 0.05 }, undefined, { claimMargin: 1 }); // => { value: 1, source: "claim" }
 */
export function marginFor(
  reported: Reported,
  spread: PaperSpread | undefined,
  { claimMargin, taskMargin }: Pick<JudgeOptions, "claimMargin" | "taskMargin">,
): Margin {
  for (const margin of [claimMargin, taskMargin])
    if (margin !== undefined && !(margin >= 0 && Number.isFinite(margin)))
      throw new RangeError(`marginFor: margin ${margin} is not a number from 0 up`);
  if (claimMargin !== undefined) return { value: claimMargin, source: "claim" };
  if (taskMargin !== undefined) return { value: taskMargin, source: "task" };
  if (spread === undefined || reported.runs === undefined) return { value: 0, source: "none" };
  const derived = thirdPowerDifference(reported.runs) * spread.standardDeviation;
  return { value: Math.max(reported.halfUnit, derived), source: "derived" };
}
