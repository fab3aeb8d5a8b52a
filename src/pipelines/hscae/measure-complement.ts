import type { Metric } from "../../metrics/metric.ts";
import { bestRejectionThreshold } from "../../metrics/rejection-threshold.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import type { Detector } from "../odin/detectors.ts";
import { measurement } from "../odin/measure-detector.ts";
import type { ThresholdOptions } from "../odin/measure-thresholds.ts";

/**
 * What one member sees that the other does not, each at the threshold that is best for it alone (by the first reading): of
 * the images of either group that the classifier accepts, the share that the autoencoder rejects, `rejected-of-accepted`
 * at { group }. Were the two blind to the same zeros, it would be no greater for zeros than for digits.
 */
export function measureComplement(
  at: Coordinates,
  classifier: Detector,
  autoencoder: Detector,
  options: ThresholdOptions,
): readonly Measurement[] {
  const [first, second] = [rejectedAlone(classifier, options), rejectedAlone(autoencoder, options)];
  const groups = [
    ["else", 0],
    ["zero", 1],
  ] as const;
  return groups.map(([group, flag]) => {
    const accepted = [...options.outliers.keys()].filter((image) => options.outliers[image] === flag && !first[image]);
    const found = accepted.filter((image) => second[image]);
    const share: Metric =
      accepted.length > 0
        ? { defined: true, value: found.length / accepted.length }
        : { defined: false, reason: "the classifier rejects all of them" };
    return measurement("rejected-of-accepted", { ...at, group }, share);
  });
}

/** Which images a detector rejects at its own best threshold. */
function rejectedAlone({ confidence }: Detector, { outliers, named }: ThresholdOptions): readonly boolean[] {
  const scores = confidence.map((value) => -value);
  const search = { candidates: "scores", objective: "balanced", mean: { kind: "pooled" } } as const;
  const best = bestRejectionThreshold({ scores, outliers, named }, search);
  if (!best.defined) throw new RangeError(`hscae: no threshold: ${best.reason}`);
  return Array.from(scores, (score) => score >= best.value.threshold);
}
