import { defined, type Metric } from "../../metrics/metric.ts";
import type { Coordinates, Measurement } from "../../paper/experiment.ts";
import { measurement, type Outliers } from "../odin/measure-detector.ts";
import type { Level } from "./climb-levels.ts";

/**
 * How well images are reconstructed. At { condition, level, group }: `reconstruction-error` (mean squared error of pixels
 * from 0 to 1), `recognition` (mean greatest softmax probability of reconstructions) and `same-class` (the share that is
 * recognised as what its image is). At { condition, level }: `error-gap`, the error of zeros less that of digits, and
 * `error-ratio`, the one divided by the other.
 */
export function measureLevel(
  { level, condition, distances, recognition, sameClass }: Level,
  outliers: Outliers,
  within: Coordinates,
): readonly Measurement[] {
  const at = { ...within, condition, level };
  const meanOf = (values: ArrayLike<number>, flag: number): number => {
    const group = Array.from(values).filter((_, image) => outliers[image] === flag);
    return group.reduce((sum, value) => sum + value, 0) / group.length;
  };
  const groups = [
    ["else", 0],
    ["zero", 1],
  ] as const;
  const [digits, zeros] = [meanOf(distances["squared-error"], 0), meanOf(distances["squared-error"], 1)];
  const ratio: Metric =
    digits > 0 ? defined(zeros / digits) : { defined: false, reason: "digits are reconstructed exactly" };
  return [
    ...groups.flatMap(([group, flag]) => [
      measurement("reconstruction-error", { ...at, group }, defined(flag === 0 ? digits : zeros)),
      measurement("recognition", { ...at, group }, defined(meanOf(recognition, flag))),
      measurement("same-class", { ...at, group }, defined(meanOf(sameClass, flag))),
    ]),
    measurement("error-gap", at, defined(zeros - digits)),
    measurement("error-ratio", at, ratio),
  ];
}
