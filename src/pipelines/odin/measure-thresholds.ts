import type { Metric, Outcome } from "../../metrics/metric.ts";
import {
  type RejectingClassifier,
  type RejectionAccuracies,
  rejectionAccuracies,
} from "../../metrics/rejection-accuracy.ts";
import { bestRejectionThreshold } from "../../metrics/rejection-threshold.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import type { Detector } from "./detectors.ts";
import { measurement, type Outliers } from "./measure-detector.ts";
import { accuracyMean, type Reading, readings, tunings } from "./readings.ts";

export interface ThresholdOptions {
  readonly outliers: Outliers;
  /** 1 where the predicted class is the right one. */
  readonly named: Uint8Array;
  /** Places of the test images that thresholds are tuned on, and of those that they are tested on apart. */
  readonly halves: { readonly tuning: Uint32Array; readonly evaluation: Uint32Array };
  readonly seed: number;
}

/** Where a threshold was tuned, and on what. */
export function thresholdPlace(at: Coordinates, { objective, right, mean }: Reading, tuned: string): Coordinates {
  return { ...at, objective, right, mean: mean.name, tuned };
}

/**
 * The accuracies of a detector at its best threshold, under every reading of what the report leaves open: `zero-accuracy`
 * (zeros rejected), `else-accuracy` (digits accepted, and named rightly where the reading asks for it), `balanced-accuracy`
 * (the mean of both) and `threshold` (the greatest confidence that is rejected).
 *
 * At `tuned: "test"` threshold and accuracies are of all test images, as in the report. The pooled readings come also at
 * `tuned: "tuning-half"` and `tuned: "evaluation-half"`: the accuracies are of the evaluation half both times, and the
 * difference is what tuning on the scored images adds.
 */
export function measureThresholds(detector: Detector, options: ThresholdOptions): readonly Measurement[] {
  const { halves, seed } = options;
  const [onTest, onEvaluationHalf, onTuningHalf] = tunings;
  return readings.flatMap((reading) => {
    const all = classifierOf(detector, options, reading);
    const best = bestOf(all, reading, seed);
    const whole = measured(detector.at, reading, onTest, { best, accuracies: accuraciesAt(best, all, reading, seed) });
    if (reading.mean.size !== undefined) return whole;
    const evaluation = part(all, halves.evaluation);
    const apart = [
      [onEvaluationHalf, bestOf(evaluation, reading, seed)],
      [onTuningHalf, bestOf(part(all, halves.tuning), reading, seed)],
    ] as const;
    const tested = apart.flatMap(([tuned, threshold]) =>
      measured(detector.at, reading, tuned, {
        best: threshold,
        accuracies: accuraciesAt(threshold, evaluation, reading, seed),
      }),
    );
    return [...whole, ...tested];
  });
}

function classifierOf(
  { confidence }: Detector,
  { outliers, named }: ThresholdOptions,
  { right }: Reading,
): RejectingClassifier {
  const scores = confidence.map((value) => -value);
  return right === "digit" ? { scores, outliers, named } : { scores, outliers };
}

function part({ scores, outliers, named }: RejectingClassifier, places: Uint32Array): RejectingClassifier {
  const taken = (values: ArrayLike<number>) => Float64Array.from(places, (place) => values[place] as number);
  const those = { scores: taken(scores), outliers: taken(outliers) };
  return named === undefined ? those : { ...those, named: taken(named) };
}

function bestOf(classifier: RejectingClassifier, { objective, mean }: Reading, seed: number): Metric {
  const search = { candidates: "scores", objective, mean: accuracyMean(mean, classifier.scores.length, seed) } as const;
  const best = bestRejectionThreshold(classifier, search);
  return best.defined ? { defined: true, value: best.value.threshold } : best;
}

function accuraciesAt(
  threshold: Metric,
  classifier: RejectingClassifier,
  { mean }: Reading,
  seed: number,
): Outcome<RejectionAccuracies> {
  if (!threshold.defined) return threshold;
  return rejectionAccuracies(classifier, threshold.value, accuracyMean(mean, classifier.scores.length, seed));
}

function measured(
  at: Coordinates,
  reading: Reading,
  tuned: string,
  { best, accuracies }: { readonly best: Metric; readonly accuracies: Outcome<RejectionAccuracies> },
): readonly Measurement[] {
  const place = thresholdPlace(at, reading, tuned);
  const accuracy = (which: "outlier" | "inlier" | "balanced"): Metric =>
    accuracies.defined ? { defined: true, value: accuracies.value[which] } : accuracies;
  return [
    measurement("zero-accuracy", place, accuracy("outlier")),
    measurement("else-accuracy", place, accuracy("inlier")),
    measurement("balanced-accuracy", place, accuracy("balanced")),
    measurement("threshold", place, confidenceOf(best)),
  ];
}

/** Scores are confidences negated; a threshold beyond all scores rejects nothing. */
function confidenceOf(threshold: Metric): Metric {
  if (!threshold.defined) return threshold;
  if (!Number.isFinite(threshold.value)) return { defined: false, reason: "it is best to reject nothing" };
  return { defined: true, value: -threshold.value };
}
