import type {
  Claim,
  Examples,
  Margin,
  MeasuredBasis,
  OrderingBasis,
  Quantity,
  RunPlan,
} from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { sentence } from "../../src/paper/locus.ts";
import type { Said } from "../../src/paper/sentence-claims.ts";

/** Five seeds, each with weights, order, augmentation and halves of the test images of its own. */
export const fiveSeeds: RunPlan = { protocol: "paper", seeds: [1, 2, 3, 4, 5] };

/** A metric of a classifier, in percent; of ResNet18 unless another network is named. */
export function odinQuantity(metric: string, where: Coordinates, change: Partial<Quantity> = {}): Quantity {
  return { pipeline: "odin", variant: "resnet18", dataset: "mnist", metric, where, scale: 100, ...change };
}

export const spinalVgg: Partial<Quantity> = { variant: "spinal-vgg" };

/** The report's detectors: temperature 10, thresholds tuned on the test images that are scored. */
export function reported(perturbation: "with" | "without", epochs = 50): Coordinates {
  return { detector: "odin", temperature: 10, perturbation, epochs, tuned: "test" };
}

/**
 * One of the readings of what the report leaves open, for claims that compare two quantities: thresholds best by the mean
 * of both accuracies, which the report's sums suggest; digits must be named rightly; all images pooled, which leaves the
 * luck of batches out.
 */
export const oneReading: Coordinates = { objective: "balanced", right: "digit", mean: "pooled" };

/** How far runs of ours may lie from the printed numbers, in points. Written before any run. */
export const margins = {
  detection: {
    value: "2.0",
    reason:
      "the report's own two trials of one setting differ by 1.4 to 2.4 points in the four accuracies, 1.7 on average: rounded up",
  },
  recognition: {
    value: "0.2",
    reason: "the report's own two trials of one setting differ by 0.13 points; 0.2 points are 18 of 9,020 images",
  },
} as const satisfies Readonly<Record<string, Margin>>;

/** MNIST's official test set; some of our settings tune on one half of it and score the other. */
const tested = { digits: 9020, "half of the zeros": 490, "half of the digits": 4510 } as const;

/** How many images are behind an accuracy, ours or the report's: the fewer, if they differ. */
export function examplesBehind(part: keyof typeof tested): Examples {
  return {
    ...{ kind: "share", count: tested[part], scale: 100 },
    source: `MNIST's test images: ${part}, ${tested[part]}; the report does not say which it scored`,
  };
}

/** A sentence that one measured quantity, above another, bears out. */
export function ordered(said: Said, higher: Quantity, lower: Quantity, by?: Margin): Claim {
  return claimOf(said, { kind: "ordering", higher, lower, plan: fiveSeeds, ...(by === undefined ? {} : { by }) });
}

/** A sentence that speaks of one measured quantity. */
export function measured(said: Said, basis: Omit<MeasuredBasis, "kind" | "plan" | "split">): Claim {
  return claimOf(said, { kind: "measured", plan: fiveSeeds, split: "unknown", ...basis });
}

function claimOf({ section, sentence: number, ...said }: Said, basis: MeasuredBasis | OrderingBasis): Claim {
  return { ...said, at: sentence(section, number), basis };
}
