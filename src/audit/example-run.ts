import type { CellRecord } from "../../harness/record.ts";
import type { ExampleRun, LossHistory } from "./audit.ts";

/** What one run gave, as an example of all that are done: that of the lowest seed; undefined where nothing is done. */
export function exampleRun(done: readonly CellRecord[]): ExampleRun | undefined {
  const [record] = bySeed(done);
  if (record === undefined) return undefined;
  const { configuration, curves, pictures, measurements } = record;
  return {
    seed: configuration.seed,
    curves: curves.filter(({ name }) => name !== "loss"),
    pictures: pictures ?? [],
    thresholds: measurements.flatMap((measurement) =>
      measurement.metric === "threshold" && "value" in measurement
        ? [{ at: measurement.at, value: measurement.value }]
        : [],
    ),
  };
}

/** The loss histories of all runs that are done, by seed. */
export function lossHistories(done: readonly CellRecord[]): readonly LossHistory[] {
  return bySeed(done).flatMap(({ configuration: { seed }, curves }) =>
    curves.filter(({ name }) => name === "loss").map((curve) => ({ seed, curve })),
  );
}

function bySeed(records: readonly CellRecord[]): readonly CellRecord[] {
  return records.toSorted((a, b) => a.configuration.seed - b.configuration.seed);
}
