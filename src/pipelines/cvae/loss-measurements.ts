import { defined, type Metric, undefinedBecause } from "../../metrics/metric.ts";
import type { EpochLosses } from "../../models/training/training.ts";
import type { Measurement } from "../../paper/experiment.ts";
import { measure } from "./measure.ts";
import { lossParts } from "./train-cvae.ts";

/**
 * The training loss, at { part, epoch }: `loss` of the `first` and the `last` epoch; at { part, during }: `loss-fall` from
 * the first epoch to the fifth (`first five epochs`), from the fifth to the last (`rest`), and over the `last five epochs`.
 */
export function lossMeasurements(history: readonly EpochLosses[]): readonly Measurement[] {
  const last = history.length;
  const falls = [
    { during: "first five epochs", from: 1, to: 5 },
    { during: "rest", from: 5, to: last },
    { during: "last five epochs", from: last - 5, to: last },
  ];
  return Object.entries(lossParts).flatMap(([part, name]) => {
    const lossOf = (epoch: number): Metric => {
      const value = history[epoch - 1]?.losses[name];
      return value === undefined ? undefinedBecause(`there are ${last} epochs`) : defined(value);
    };
    return [
      measure("loss", { part, epoch: "first" }, lossOf(1)),
      measure("loss", { part, epoch: "last" }, lossOf(last)),
      ...falls.map(({ during, from, to }) => measure("loss-fall", { part, during }, less(lossOf(from), lossOf(to)))),
    ];
  });
}

function less(one: Metric, other: Metric): Metric {
  if (!one.defined) return one;
  return other.defined ? defined(one.value - other.value) : other;
}
