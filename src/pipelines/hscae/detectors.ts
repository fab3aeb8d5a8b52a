import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import type { Detector } from "../odin/detectors.ts";
import { measureDetector } from "../odin/measure-detector.ts";
import { measureThresholds, type ThresholdOptions } from "../odin/measure-thresholds.ts";
import type { Level } from "./climb-levels.ts";
import type { DistanceName } from "./distances.ts";

/** How much is measured of a detector: all readings of what the report leaves open, or the first one. */
export type Extent = "every reading" | "first reading";

/** One distance of one level as a detector of zeros; its confidence is the distance, negated. */
export function distanceDetector(
  { level, condition, distances }: Level,
  distance: DistanceName,
  within: Coordinates,
  predicted: Uint8Array,
): Detector {
  const at = { ...within, detector: "hscae", distance, condition, level };
  return { at, confidence: distances[distance].map((value) => -value), predicted, drawn: false };
}

/** As `measureDetection`, in distances: `threshold` is the least that is rejected, `distance` the mean of either group. */
export function measureDistance(detector: Detector, options: ThresholdOptions, extent: Extent): readonly Measurement[] {
  return measureDetection(detector, options, extent).map((each) => {
    const negated = "value" in each ? { ...each, value: -each.value } : each;
    if (each.metric === "threshold") return negated;
    return each.metric === "confidence" ? { ...negated, metric: "distance" } : each;
  });
}

/** What `measureDetector` and `measureThresholds` say of a detector, as far as it is asked for. */
export function measureDetection(
  detector: Detector,
  options: ThresholdOptions,
  extent: Extent,
): readonly Measurement[] {
  return [
    ...measureDetector(detector, options.outliers),
    ...measureThresholds(detector, options).filter(({ metric, at }) => {
      const first = at.objective === "balanced" && at.right === "digit" && at.mean === "pooled";
      if (extent === "first reading") return first;
      // Halves say what tuning adds, for which one objective is enough; means over batches, what they are of.
      if (at.tuned !== "test") return at.objective === "balanced";
      return at.mean === "pooled" || metric === "zero-accuracy" || metric === "else-accuracy";
    }),
  ];
}
