import { mean } from "simple-statistics";

/**
 * The chance that a run of the first method beats a run of the second on a task drawn at random, ties counting half:
 * the Mann–Whitney statistic of each task, averaged over tasks (Agarwal et al. 2021).
 * Throws a RangeError where the tasks do not correspond or one has no runs.
 *
 * @example
 * probabilityOfImprovement([[2, 3]], [[1, 2]]); // => 0.875
 */
export function probabilityOfImprovement(
  first: readonly (readonly number[])[],
  second: readonly (readonly number[])[],
): number {
  if (first.length !== second.length || first.length === 0)
    throw new RangeError(`probabilityOfImprovement: ${first.length} tasks against ${second.length}`);
  return mean(
    first.map((runs, task) => {
      const rivals = second[task] ?? [];
      if (runs.length === 0 || rivals.length === 0)
        throw new RangeError(`probabilityOfImprovement: task ${task} has no runs`);
      return mean(runs.flatMap((run) => rivals.map((rival) => (Math.sign(run - rival) + 1) / 2)));
    }),
  );
}
