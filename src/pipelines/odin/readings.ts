import type { AccuracyMean } from "../../metrics/rejection-accuracy.ts";
import type { ThresholdObjective } from "../../metrics/rejection-threshold.ts";
import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";

/** What the best threshold may be best at. */
export const objectives: readonly ThresholdObjective[] = ["balanced", "smaller", "overall"];

/** What thresholds are tuned on: all test images and tested on them too, or either half, and tested on the second. */
export const tunings = ["test", "evaluation-half", "tuning-half"] as const;

/** How accuracies may be averaged. */
export interface MeanReading {
  readonly name: "pooled" | "batches of 128" | "batches of 1500";
  /** Images a batch; absent: all. */
  readonly size?: number;
}

/** One reading of the two accuracies and of the best threshold. */
export interface Reading {
  readonly objective: ThresholdObjective;
  /** What makes an accepted digit count as right: being accepted, or being named rightly, too. */
  readonly right: "digit" | "accepted";
  readonly mean: MeanReading;
}

const means: readonly MeanReading[] = [
  { name: "pooled" },
  { name: "batches of 128", size: 128 },
  { name: "batches of 1500", size: 1500 },
];

/** Every reading of what the report leaves open. */
export const readings: readonly Reading[] = objectives.flatMap((objective) =>
  (["digit", "accepted"] as const).flatMap((right) => means.map((mean) => ({ objective, right, mean }))),
);

/** Over how many examples and in what order; batches are shuffled by the seed, as a shuffled loader's are by chance. */
export function accuracyMean({ size }: MeanReading, count: number, seed: number): AccuracyMean {
  if (size === undefined) return { kind: "pooled" };
  const order = permutation(count, stream("odin", "evaluation order", seed, size));
  return { kind: "batch-mean", batches: { order, size, whenEmpty: "skip" } };
}
