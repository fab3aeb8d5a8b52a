import { mean, sampleStandardDeviation } from "simple-statistics";
import type { CellRecord } from "../../harness/record.ts";
import type { Coordinates, Freedom } from "../paper/experiment.ts";
import type { Series } from "./audit.ts";

/** Coordinates that count how far something has come, in the order in which it came there. */
const stages: ReadonlySet<string> = new Set(["epoch", "level"]);

/**
 * Means over classes, over the seeds, against the γ multiple or any other numeric freedom that takes several values in a
 * cell, and against epochs and levels, these where at most one freedom has another than its first value. Of a pipeline that
 * declares no freedom, such as an external program, against any numeric coordinate.
 */
export function seriesOf(done: readonly CellRecord[]): readonly Series[] {
  const declared = done[0]?.declared.freedoms ?? [];
  const freedoms = declared.filter(({ varied }) => varied === "within-cell");
  const isSwept = (coordinate: string, at: Coordinates): boolean =>
    declared.length === 0 ||
    freedoms.some(({ name }) => name === coordinate) ||
    (stages.has(coordinate) && choicesOf(at, freedoms) <= 1);
  const groups = new Map<string, { where: Coordinates; metric: string; against: string; byX: Map<number, number[]> }>();
  for (const { measurements } of done) {
    const inCell = new Map<
      string,
      { where: Coordinates; metric: string; against: string; x: number; values: number[] }
    >();
    for (const measurement of measurements) {
      // A threshold has the unit of its score, and is drawn in its histogram.
      if (!("value" in measurement) || measurement.metric === "threshold") continue;
      const { class: _, ...coordinates } = measurement.at;
      const [against, x] =
        Object.entries(coordinates).find(
          (entry): entry is [string, number] => typeof entry[1] === "number" && isSwept(entry[0], coordinates),
        ) ?? [];
      if (against === undefined || x === undefined) continue;
      const { [against]: __, ...where } = coordinates;
      const key = JSON.stringify([measurement.metric, against, where, x]);
      const entry = inCell.get(key) ?? { where, metric: measurement.metric, against, x, values: [] };
      entry.values.push(measurement.value);
      inCell.set(key, entry);
    }
    for (const { where, metric, against, x, values } of inCell.values()) {
      const key = JSON.stringify([metric, against, where]);
      const group = groups.get(key) ?? { where, metric, against, byX: new Map<number, number[]>() };
      group.byX.set(x, [...(group.byX.get(x) ?? []), mean(values)]);
      groups.set(key, group);
    }
  }
  return [...groups.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, { byX }]) => byX.size > 1)
    .map(([, { where, metric, against, byX }]) => ({
      metric,
      where,
      meanOver: "class",
      against,
      points: [...byX.entries()]
        .sort(([a], [b]) => a - b)
        .map(([x, values]) => ({
          x,
          values,
          mean: mean(values),
          ...(values.length < 2 ? {} : { sd: sampleStandardDeviation(values) }),
        })),
    }));
}

/** How many freedoms have another value than the first that their pipeline names. */
function choicesOf(at: Coordinates, freedoms: readonly Freedom[]): number {
  return freedoms.filter(({ name, values }) => at[name] !== undefined && at[name] !== values[0]).length;
}
