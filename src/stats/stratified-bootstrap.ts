import { quantileSorted } from "simple-statistics";
import type { Stream } from "../random/stream.ts";
import { interquartileMean } from "./interquartile-mean.ts";
import type { Bounds } from "./interval-estimate.ts";

/** How a stratified bootstrap is done. */
export interface StratifiedBootstrapOptions {
  readonly source: Stream;
  /** Default 2,000. */
  readonly repetitions?: number;
  /** Default 0.95. */
  readonly level?: number;
  /** What is estimated from the runs of all tasks; default the interquartile mean of all of them. */
  readonly statistic?: (tasks: readonly (readonly number[])[]) => number;
}

/** The statistic on the data as they are, and its percentile interval. */
export interface BootstrapEstimate extends Bounds {
  readonly value: number;
}

/**
 * The percentile bootstrap interval of an aggregate over tasks: runs are drawn with replacement within each task, tasks
 * are kept (Agarwal et al. 2021, rliable). Quantiles are of type 7. Throws a RangeError where a task has no runs.
 *
 * @example
 * stratifiedBootstrap([[1, 1], [1, 1]], { source: stream("example") }); // => { value: 1, lower: 1, upper: 1 }
 */
export function stratifiedBootstrap(
  tasks: readonly (readonly number[])[],
  options: StratifiedBootstrapOptions,
): BootstrapEstimate {
  const { source, repetitions = 2000, level = 0.95, statistic = (drawn) => interquartileMean(drawn.flat()) } = options;
  if (tasks.length === 0) throw new RangeError("stratifiedBootstrap: no tasks");
  for (const [index, runs] of tasks.entries())
    if (runs.length === 0) throw new RangeError(`stratifiedBootstrap: task ${index} has no runs`);
  if (!Number.isSafeInteger(repetitions) || repetitions < 1)
    throw new RangeError(`stratifiedBootstrap: ${repetitions} repetitions is not a positive integer`);
  if (!(level > 0 && level < 1)) throw new RangeError(`stratifiedBootstrap: level ${level} is not between 0 and 1`);
  const redraw = (runs: readonly number[]): number[] => runs.map(() => runs[source.integer(runs.length)] as number);
  const drawn = Array.from({ length: repetitions }, () => statistic(tasks.map(redraw))).sort((one, two) => one - two);
  return {
    value: statistic(tasks),
    lower: quantileSorted(drawn, (1 - level) / 2),
    upper: quantileSorted(drawn, (1 + level) / 2),
  };
}
