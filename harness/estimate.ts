import type { PlannedCell } from "./plan.ts";

export interface RunningCell {
  readonly cell: PlannedCell;
  readonly elapsedSeconds: number;
}

/**
 * Seconds until the cells that are running and waiting are through, or undefined before the first one has finished.
 *
 * A cell takes as long as the mean of the finished ones of its pipeline, variant, data set and protocol; where there is
 * none of these, as long as the mean of all. The work is spread over the workers evenly.
 *
 * @param finished seconds of each finished cell
 */
export function estimateRemainingSeconds(
  finished: readonly { readonly cell: PlannedCell; readonly seconds: number }[],
  running: readonly RunningCell[],
  waiting: readonly PlannedCell[],
  workers: number,
): number | undefined {
  if (finished.length === 0) return undefined;
  const all = mean(finished.map(({ seconds }) => seconds));
  const byGroup = new Map<string, readonly number[]>();
  for (const { cell, seconds } of finished) {
    const name = groupOf(cell);
    byGroup.set(name, [...(byGroup.get(name) ?? []), seconds]);
  }
  const expected = (cell: PlannedCell): number => {
    const seconds = byGroup.get(groupOf(cell));
    return seconds === undefined ? all : mean(seconds);
  };
  const left = running.map(({ cell, elapsedSeconds }) => Math.max(0, expected(cell) - elapsedSeconds));
  const work = [...left, ...waiting.map(expected)].reduce((sum, seconds) => sum + seconds, 0);
  return Math.max(work / Math.max(1, workers), ...left);
}

function groupOf({ configuration }: PlannedCell): string {
  const { pipeline, variant, dataset, protocol } = configuration;
  return JSON.stringify([pipeline, variant, dataset, protocol]);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
