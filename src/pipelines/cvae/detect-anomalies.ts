import { auprByTrapezoids, averagePrecision } from "../../metrics/aupr.ts";
import { auroc } from "../../metrics/auroc.ts";
import { defined, type Metric } from "../../metrics/metric.ts";
import { thresholdNearestCorner } from "../../metrics/threshold-nearest-corner.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import { measure } from "./measure.ts";
import { type ScaleName, scaledSets, scaleNames } from "./scales.ts";

/** The scores of a representative set and what its images are. */
export interface ScoredSet {
  readonly scores: Float32Array;
  /** 1 for an anomaly. */
  readonly labels: Uint8Array;
}

/**
 * What is measured of one reading of the score on both sets. At { set }: `auroc`, `aupr-trapezoids`, `average-precision`;
 * of the first set `median-score` at { group }. At { scale }: `threshold`, of the point nearest to (0, 1) on a grid of
 * thousandths over the first set; with it, at { scale, set }: `accuracy`, `true-positive-rate`, `false-positive-rate`.
 */
export function detectionMeasurements(
  at: Coordinates,
  [first, second]: readonly [ScoredSet, ScoredSet],
): readonly Measurement[] {
  const areas = [first, second].flatMap(({ scores, labels }, index) => {
    const place = { ...at, set: index + 1 };
    return [
      measure("auroc", place, auroc(scores, labels)),
      measure("aupr-trapezoids", place, auprByTrapezoids(scores, labels)),
      measure("average-precision", place, averagePrecision(scores, labels)),
    ];
  });
  const medians = (["normal", "anomalous"] as const).map((group, label) =>
    measure(
      "median-score",
      { ...at, group },
      defined(median(first.scores.filter((_, i) => first.labels[i] === label))),
    ),
  );
  return [...areas, ...medians, ...scaleNames.flatMap((scale) => thresholdMeasurements(at, scale, first, second))];
}

function thresholdMeasurements(
  at: Coordinates,
  scale: ScaleName,
  first: ScoredSet,
  second: ScoredSet,
): readonly Measurement[] {
  const place = { ...at, scale };
  const scaled = scaledSets(scale, first.scores, second.scores);
  const nearest = scaled.defined ? thresholdNearestCorner(scaled.value.first, first.labels, scaled.value.grid) : scaled;
  if (!scaled.defined || !nearest.defined) {
    const missing = scaled.defined ? nearest : scaled;
    return missing.defined ? [] : [measure("threshold", place, missing)];
  }
  const { threshold } = nearest.value;
  const scoresOf = [scaled.value.first, scaled.value.second];
  return [
    measure("threshold", place, defined(threshold)),
    ...[first, second].flatMap(({ labels }, index) => {
      const rates = ratesAt(scoresOf[index] as Float64Array, labels, threshold);
      return Object.entries(rates).map(([metric, value]) => measure(metric, { ...place, set: index + 1 }, value));
    }),
  ];
}

/** Of calling anomalous what scores at or above the threshold. */
function ratesAt(scores: Float64Array, labels: Uint8Array, threshold: number): Readonly<Record<string, Metric>> {
  const counts = { anomalous: 0, normal: 0, found: 0, alarms: 0 };
  for (const [at, score] of scores.entries()) {
    const called = score >= threshold ? 1 : 0;
    if (labels[at] === 1) {
      counts.anomalous++;
      counts.found += called;
    } else {
      counts.normal++;
      counts.alarms += called;
    }
  }
  const { anomalous, normal, found, alarms } = counts;
  return {
    accuracy: defined((found + normal - alarms) / (anomalous + normal)),
    "true-positive-rate": defined(found / anomalous),
    "false-positive-rate": defined(alarms / normal),
  };
}

/** The middle value, or the mean of both in the middle. */
function median(values: Float32Array): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] as number) + (sorted[Math.floor(half)] as number)) / 2;
}
