import { cellKey } from "../../harness/cell.ts";
import type { CellRecord } from "../../harness/record.ts";
import type { Quantity, RunPlan } from "../../src/paper/claim.ts";
import type { Configuration, Measurement } from "../../src/paper/experiment.ts";
import { exampleRecord } from "../harness/example.ts";

/** The mean over two classes, printed in percent. */
export const quantity: Quantity = {
  pipeline: "example",
  variant: "plain",
  dataset: "dots",
  metric: "auroc",
  where: { kernel: "rbf" },
  meanOver: "class",
  scale: 100,
};

export const threeSeeds: RunPlan = { protocol: "paper", seeds: [1, 2, 3] };

/** What one cell measured at kernel rbf in its two classes, as fractions. */
export function twoClasses(first: number, second: number, more: Measurement["at"] = {}): readonly Measurement[] {
  return [first, second].map((value, index) => ({
    metric: "auroc",
    at: { kernel: "rbf", class: index, ...more },
    value,
  }));
}

/** A finished cell of the complete protocol, without options unless the configuration says so. */
export function record(
  seed: number,
  measurements: readonly Measurement[],
  configuration: Partial<Configuration> = {},
  changes: Partial<CellRecord> = {},
): CellRecord {
  const base = exampleRecord(seed, { measurements, curves: [], ...changes });
  const whole: Configuration = { ...base.configuration, protocol: "paper", options: {}, ...configuration };
  return { ...base, configuration: whole, key: cellKey({ ...base, configuration: whole }) };
}
