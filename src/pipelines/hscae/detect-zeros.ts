import type { Coordinates, Curve, Measurement } from "../../paper/experiment.ts";
import { detectorCurves } from "../odin/curves.ts";
import type { Detector } from "../odin/detectors.ts";
import type { ThresholdOptions } from "../odin/measure-thresholds.ts";
import { type Condition, conditionsOf, type Level } from "./climb-levels.ts";
import { distanceCurves } from "./curves.ts";
import { distanceDetector, type Extent, measureDetection, measureDistance } from "./detectors.ts";
import { type DistanceName, distanceNames } from "./distances.ts";
import { measureComplement } from "./measure-complement.ts";
import { measureEnsemble } from "./measure-ensemble.ts";
import { measureLevel } from "./measure-levels.ts";
import type { Settings } from "./settings.ts";

export interface Detected {
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
}

export interface Detection {
  readonly settings: Settings;
  readonly levels: readonly Level[];
  /** ODIN without and with perturbation. */
  readonly odin: readonly Detector[];
  readonly predicted: Uint8Array;
  readonly options: ThresholdOptions;
}

/** The report's distance for the autoencoder alone. */
const aloneDistance: DistanceName = "softmax";

/** The report's distance in the ensemble. */
const ensembleDistance: DistanceName = "squared-error";

/** Distances and levels of which curves are drawn. */
const drawnDistances: readonly DistanceName[] = [aloneDistance, ensembleDistance];
const drawnLevels: readonly number[] = [1, 5];

/**
 * What is measured of the reconstructions themselves, of each member alone, and of the ensembles. Everything is at
 * { latent }. The report's own combinations (softmax distance alone; squared error with ODIN with perturbation) come under
 * every reading of what it leaves open, all others under the first.
 */
export function detectZeros({ settings, levels, odin, predicted, options }: Detection): Detected {
  const within: Coordinates = { latent: settings.network.latent };
  const [main] = conditionsOf(settings);
  const alone = levels.flatMap((level) =>
    distanceNames
      .filter((distance) => level.condition === main || drawnDistances.includes(distance))
      .map((distance) => ({ level, distance, detector: distanceDetector(level, distance, within, predicted) })),
  );
  const members = odin.map((detector) => ({ ...detector, at: { ...within, ...detector.at } }));
  const measurements = [
    ...levels.flatMap((level) => measureLevel(level, options.outliers, within)),
    ...members.flatMap((detector) => measureDetection(detector, options, "every reading")),
    ...alone.flatMap(({ distance, detector }) =>
      measureDistance(detector, options, distance === aloneDistance ? "every reading" : "first reading"),
    ),
    ...members.flatMap((member) =>
      alone
        .filter(({ distance }) => drawnDistances.includes(distance))
        .flatMap(({ level: { condition, level }, distance, detector }) =>
          measureComplement({ ...ensembleAt(member, distance, condition), level }, member, detector, options),
        ),
    ),
    ...conditionsOf(settings).flatMap((condition) =>
      members.flatMap((detector) =>
        distanceNames.flatMap((distance) => {
          const whole = distance === ensembleDistance && detector.at.perturbation === "with";
          if (!whole && condition !== main) return [];
          return ensembleOf(
            { detector, distance, condition },
            levels,
            options,
            whole ? "every reading" : "first reading",
          );
        }),
      ),
    ),
  ];
  const drawn = alone.filter(
    ({ level, distance }) =>
      level.condition === main && drawnLevels.includes(level.level) && drawnDistances.includes(distance),
  );
  const curves = drawn.map(({ detector }) => distanceCurves(detector, options.outliers, measurements));
  return {
    measurements: [...measurements, ...curves.flatMap((each) => each.measurements)],
    curves: [
      ...curves.flatMap((each) => each.curves),
      ...members
        .filter(({ at }) => at.perturbation === "with")
        .flatMap((detector) => detectorCurves(detector, options.outliers)),
    ],
  };
}

interface Members {
  readonly detector: Detector;
  readonly distance: DistanceName;
  readonly condition: Condition;
}

function ensembleOf(
  { detector, distance, condition }: Members,
  levels: readonly Level[],
  options: ThresholdOptions,
  extent: Extent,
): readonly Measurement[] {
  const distances = levels.filter((level) => level.condition === condition).map((level) => level.distances[distance]);
  return measureEnsemble(
    { at: ensembleAt(detector, distance, condition), confidence: detector.confidence, distances },
    options,
    extent,
  );
}

/** The place of an ensemble with one of ODIN's detectors. */
function ensembleAt({ at }: Detector, distance: DistanceName, condition: Condition): Coordinates {
  const { latent, perturbation } = at;
  if (latent === undefined || perturbation === undefined) throw new Error("hscae: ODIN's detector has no perturbation");
  return { latent, detector: "ensemble", distance, condition, perturbation };
}
