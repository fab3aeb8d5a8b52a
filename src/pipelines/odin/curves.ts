import { precisionRecallCurve } from "../../metrics/precision-recall-curve.ts";
import { rocCurve } from "../../metrics/roc-curve.ts";
import type { Curve } from "../../paper/experiment.ts";
import { scoreHistograms } from "../score-histograms.ts";
import { roundedPoint, thinnedCurves } from "../thinned-curves.ts";
import type { Detector } from "./detectors.ts";
import type { Outliers } from "./measure-detector.ts";
import { thresholdPlace } from "./measure-thresholds.ts";
import { readings } from "./readings.ts";

/** Vertices of each curve. */
const vertices = 200;

/**
 * ROC and precision–recall curves of a detector, zeros being positive, and histograms of its confidence; these stand where
 * the threshold of the first reading does.
 */
export function detectorCurves({ at, confidence }: Detector, outliers: Outliers): readonly Curve[] {
  const strangeness = confidence.map((value) => -value);
  const [reading] = readings;
  const place = reading === undefined ? at : thresholdPlace(at, reading, "test");
  const group = (flag: number) => confidence.filter((_, image) => outliers[image] === flag);
  const groups = [
    { group: "in-distribution", scores: group(0) },
    { group: "out-of-distribution", scores: group(1) },
  ];
  const roc = { name: "roc", at, x: "false positive rate", y: "true positive rate" };
  return [
    ...thinnedCurves(roc, rocCurve(strangeness, outliers), vertices),
    ...thinnedCurves(
      { name: "precision-recall", at, x: "recall", y: "precision" },
      precisionRecallCurve(strangeness, outliers),
      vertices,
    ),
    ...scoreHistograms(place, groups).map((curve) => ({ ...curve, points: curve.points.map(roundedPoint) })),
  ];
}
