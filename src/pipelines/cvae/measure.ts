import type { Metric } from "../../metrics/metric.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";

/** A measurement of what a metric gave: its value, or the reason why it has none. */
export function measure(metric: string, at: Coordinates, outcome: Metric): Measurement {
  return outcome.defined ? { metric, at, value: outcome.value } : { metric, at, absent: outcome.reason };
}
