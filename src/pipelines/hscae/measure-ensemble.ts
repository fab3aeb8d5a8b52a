import { eitherRejects } from "../../metrics/either-rejection.ts";
import type { Metric, Outcome } from "../../metrics/metric.ts";
import { type RejectionAccuracies, rejectionAccuracies } from "../../metrics/rejection-accuracy.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import { measurement } from "../odin/measure-detector.ts";
import type { ThresholdOptions } from "../odin/measure-thresholds.ts";
import { accuracyMean, type MeanReading, type Reading, readings } from "../odin/readings.ts";
import type { Extent } from "./detectors.ts";
import { levels } from "./settings.ts";
import { type EnsembleImages, type Rule, rules, tuneEnsemble } from "./tune-ensemble.ts";

export interface Ensemble {
  /** `{ detector: "ensemble", distance, condition, perturbation }`; levels and rules are added to it. */
  readonly at: Coordinates;
  /** The classifier's confidences. */
  readonly confidence: Float64Array;
  /** The autoencoder's distances, level by level. */
  readonly distances: readonly Float64Array[];
}

/**
 * The accuracies of an ensemble that rejects what either member rejects, as `measureThresholds` has those of one detector,
 * under both rules for its thresholds. At `member: "odin"` and `member: "hscae"` stand the thresholds: the greatest
 * confidence and the least distance that are rejected. Thresholds are tuned on pooled accuracies.
 */
export function measureEnsemble(ensemble: Ensemble, options: ThresholdOptions, extent: Extent): readonly Measurement[] {
  const wanted = extent === "first reading" ? readings.slice(0, 1) : readings;
  return rules.flatMap((rule) =>
    wanted
      .filter(({ mean }) => mean.size === undefined)
      .flatMap((reading) => {
        const means = wanted.filter(
          ({ objective, right }) => objective === reading.objective && right === reading.right,
        );
        return [
          ...tunedOnTest(
            ensemble,
            options,
            rule,
            reading,
            means.map(({ mean }) => mean),
          ),
          ...(extent === "every reading" && reading.objective === "balanced"
            ? tunedOnHalves(ensemble, options, rule, reading)
            : []),
        ];
      }),
  );
}

function tunedOnTest(
  ensemble: Ensemble,
  options: ThresholdOptions,
  rule: Rule,
  reading: Reading,
  means: readonly MeanReading[],
): readonly Measurement[] {
  const all = imagesOf(ensemble, options, reading);
  return tuneEnsemble(rule, all, reading.objective).flatMap((thresholds, index) => {
    const place = placeOf(ensemble, rule, reading, index, "test");
    return [
      ...means.flatMap((mean) => {
        const accuracies = accuraciesAt(thresholds, all, index, mean, options.seed);
        const measured = measuredAccuracies(accuracies, { ...place, mean: mean.name });
        return mean.size === undefined ? measured : measured.slice(0, 2);
      }),
      measurement("threshold", { ...place, member: "odin" }, memberThreshold(thresholds, 0)),
      measurement("threshold", { ...place, member: "hscae" }, memberThreshold(thresholds, 1)),
    ];
  });
}

function tunedOnHalves(
  ensemble: Ensemble,
  options: ThresholdOptions,
  rule: Rule,
  reading: Reading,
): readonly Measurement[] {
  const all = imagesOf(ensemble, options, reading);
  const evaluation = part(all, options.halves.evaluation);
  const tunings = [
    ["evaluation-half", evaluation],
    ["tuning-half", part(all, options.halves.tuning)],
  ] as const;
  return tunings.flatMap(([tuned, images]) =>
    tuneEnsemble(rule, images, reading.objective).flatMap((thresholds, index) =>
      measuredAccuracies(accuraciesAt(thresholds, evaluation, index, reading.mean, options.seed), {
        ...placeOf(ensemble, rule, reading, index, tuned),
        mean: reading.mean.name,
      }),
    ),
  );
}

function placeOf(
  { at }: Ensemble,
  rule: Rule,
  { objective, right }: Reading,
  index: number,
  tuned: string,
): Coordinates {
  return { ...at, level: levels[index] as number, rule, objective, right, tuned };
}

function imagesOf({ confidence, distances }: Ensemble, { outliers, named }: ThresholdOptions, { right }: Reading) {
  const images: EnsembleImages = { classifier: confidence.map((value) => -value), distances, outliers };
  return right === "digit" ? { ...images, named } : images;
}

function part({ classifier, distances, outliers, named }: EnsembleImages, places: Uint32Array): EnsembleImages {
  const scores = (values: Float64Array) => Float64Array.from(places, (place) => values[place] as number);
  const flags = (values: Uint8Array) => Uint8Array.from(places, (place) => values[place] as number);
  return {
    classifier: scores(classifier),
    distances: distances.map(scores),
    outliers: flags(outliers),
    ...(named === undefined ? {} : { named: flags(named) }),
  };
}

function accuraciesAt(
  thresholds: Outcome<readonly [number, number]>,
  { classifier, distances, outliers, named }: EnsembleImages,
  index: number,
  mean: MeanReading,
  seed: number,
): Outcome<RejectionAccuracies> {
  if (!thresholds.defined) return thresholds;
  const scores = eitherRejects([classifier, distances[index] as Float64Array], thresholds.value);
  const rejecting = { scores, outliers, ...(named === undefined ? {} : { named }) };
  return rejectionAccuracies(rejecting, 1, accuracyMean(mean, outliers.length, seed));
}

function measuredAccuracies(accuracies: Outcome<RejectionAccuracies>, place: Coordinates): readonly Measurement[] {
  const accuracy = (which: "outlier" | "inlier" | "balanced"): Metric =>
    accuracies.defined ? { defined: true, value: accuracies.value[which] } : accuracies;
  return [
    measurement("zero-accuracy", place, accuracy("outlier")),
    measurement("else-accuracy", place, accuracy("inlier")),
    measurement("balanced-accuracy", place, accuracy("balanced")),
  ];
}

/** The classifier's as a confidence. */
function memberThreshold(thresholds: Outcome<readonly [number, number]>, member: 0 | 1): Metric {
  if (!thresholds.defined) return thresholds;
  const threshold = thresholds.value[member];
  if (!Number.isFinite(threshold)) return { defined: false, reason: "it is best that this member rejects nothing" };
  return { defined: true, value: member === 0 ? -threshold : threshold };
}
