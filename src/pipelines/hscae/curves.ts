import { precisionRecallCurve } from "../../metrics/precision-recall-curve.ts";
import { rocCurve } from "../../metrics/roc-curve.ts";
import type { Coordinates, Curve, Measurement } from "../../paper/experiment.ts";
import type { Detector } from "../odin/detectors.ts";
import type { Outliers } from "../odin/measure-detector.ts";
import { thresholdPlace } from "../odin/measure-thresholds.ts";
import { readings } from "../odin/readings.ts";
import { scoreHistograms } from "../score-histograms.ts";
import { roundedPoint, thinnedCurves } from "../thinned-curves.ts";

/** Vertices of each curve. */
const vertices = 120;

/** Distances below are drawn as this one. */
const least = 1e-12;

/**
 * ROC and precision–recall curve of a distance, zeros being positive, and histograms of its decimal logarithm with the
 * threshold of the first reading, which stands among the measurements as it is.
 */
export function distanceCurves(
  { at, confidence }: Detector,
  outliers: Outliers,
  measurements: readonly Measurement[],
): { readonly curves: readonly Curve[]; readonly measurements: readonly Measurement[] } {
  const distances = confidence.map((value) => -value);
  const [reading] = readings;
  const tuned = reading === undefined ? at : thresholdPlace(at, reading, "test");
  // A distance of its own, so that nobody who asks for thresholds meets logarithms.
  const place = { ...tuned, distance: `${at.distance}, decimal logarithm` };
  const logarithms = distances.map(logarithm);
  const group = (flag: number) => logarithms.filter((_, image) => outliers[image] === flag);
  const groups = [
    { group: "in-distribution", scores: group(0) },
    { group: "out-of-distribution", scores: group(1) },
  ];
  const roc = { name: "roc", at, x: "false positive rate", y: "true positive rate" };
  const recall = { name: "precision-recall", at, x: "recall", y: "precision" };
  const threshold = measurements.find((each) => each.metric === "threshold" && sameCoordinates(each.at, tuned));
  return {
    curves: [
      ...thinnedCurves(roc, rocCurve(distances, outliers), vertices),
      ...thinnedCurves(recall, precisionRecallCurve(distances, outliers), vertices),
      ...scoreHistograms(place, groups).map((curve) => ({ ...curve, points: curve.points.map(roundedPoint) })),
    ],
    measurements:
      threshold !== undefined && "value" in threshold
        ? [{ metric: "threshold", at: place, value: logarithm(threshold.value) }]
        : [],
  };
}

function logarithm(distance: number): number {
  return Math.log10(Math.max(distance, least));
}

function sameCoordinates(one: Coordinates, other: Coordinates): boolean {
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => one[name] === other[name]);
}
