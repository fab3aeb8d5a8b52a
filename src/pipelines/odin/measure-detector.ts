import { averagePrecision } from "../../metrics/aupr.ts";
import { auroc } from "../../metrics/auroc.ts";
import { falsePositiveRateAtTruePositiveRate } from "../../metrics/false-positive-rate.ts";
import type { Metric } from "../../metrics/metric.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import type { Detector } from "./detectors.ts";

/** Which test images are zeros, 1, and which are not, 0. */
export type Outliers = Uint8Array;

/**
 * What a detector is worth whatever its threshold: `auroc`, `aupr` (average precision) with either kind of images as the
 * positive one, the false positive rate at 95 % true positives as ODIN's authors count it (accepted digits are the
 * positives), and the mean `confidence` of either kind.
 */
export function measureDetector({ at, confidence }: Detector, outliers: Outliers): readonly Measurement[] {
  const strangeness = confidence.map((value) => -value);
  const inliers = outliers.map((flag) => 1 - flag);
  const meanOf = (flag: number): Metric => {
    const group = confidence.filter((_, image) => outliers[image] === flag);
    if (group.length === 0) return { defined: false, reason: "there is no image of the group" };
    return { defined: true, value: group.reduce((sum, value) => sum + value, 0) / group.length };
  };
  return [
    measurement("auroc", at, auroc(strangeness, outliers)),
    measurement("aupr", { ...at, positive: "zero" }, averagePrecision(strangeness, outliers)),
    measurement("aupr", { ...at, positive: "else" }, averagePrecision(confidence, inliers)),
    measurement("fpr-at-95-tpr", at, falsePositiveRateAtTruePositiveRate(confidence, inliers, 0.95)),
    measurement("confidence", { ...at, group: "zero" }, meanOf(1)),
    measurement("confidence", { ...at, group: "else" }, meanOf(0)),
  ];
}

/** A metric as a measurement, absent with its reason where it is undefined. */
export function measurement(metric: string, at: Coordinates, outcome: Metric): Measurement {
  return outcome.defined ? { metric, at, value: outcome.value } : { metric, at, absent: outcome.reason };
}
