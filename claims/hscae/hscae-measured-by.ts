import type { Claim, Margin, Quantity, RunPlan } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { sentence } from "../../src/paper/locus.ts";
import type { Said } from "../../src/paper/sentence-claims.ts";
import { fiveSeeds, oneReading } from "./measured-by.ts";

/** A metric of autoencoders' cells as it is, of the report's own unless another variant is named. */
export function hscaeQuantity(metric: string, where: Coordinates, change: Partial<Quantity> = {}): Quantity {
  return { pipeline: "hscae", variant: "hscae", dataset: "mnist", metric, where, scale: 1, ...change };
}

/** The same in percent. */
export function hscaeShare(metric: string, where: Coordinates, change: Partial<Quantity> = {}): Quantity {
  return hscaeQuantity(metric, where, { scale: 100, ...change });
}

/** Cells of some latent dimensions; without a plan of its own, a claim rests on those of 8. */
export function latents(...dimensions: readonly number[]): RunPlan {
  return { ...fiveSeeds, options: dimensions.map((latent) => ({ latent })) };
}

/** HSCAE alone with the report's distance, thresholds tuned on the images that are scored. */
export function alone(latent: number, level: number): Coordinates {
  return { detector: "hscae", distance: "softmax", latent, level, tuned: "test" };
}

/** The report's ensemble: ODIN with perturbation, and the squared error at latent dimension 8. */
export function together(level: number): Coordinates {
  return { detector: "ensemble", distance: "squared-error", perturbation: "with", latent: 8, level, tuned: "test" };
}

/** The ensemble's classifier alone, on the images that the ensemble is tried on. */
export const classifierAlone: Coordinates = { detector: "odin", perturbation: "with", latent: 8, tuned: "test" };

/**
 * Thresholds tuned on one half of the test images and tried on the other, for comparisons that more thresholds would win
 * by tuning alone.
 */
export const triedApart: Coordinates = { ...oneReading, tuned: "tuning-half" };

/** Of two readings of the condition at later levels the one that is closer to the first level. */
export const predictedAgain: Coordinates = { condition: "predicted again" };

/** How far runs of ours may lie from the printed numbers, in points. Written before any run. */
export const hscaeMargins = {
  alone: {
    value: "2.0",
    reason:
      "the report trained no setting of HSCAE twice; its eight settings differ by 1.5 points, its two trials of one classifier by 1.4 to 2.4",
  },
  together: {
    value: "2.0",
    reason: "the ensemble has the spread of its classifier, whose two trials differ by 1.4 to 2.4 points",
  },
} as const satisfies Readonly<Record<string, Margin>>;

/** A sentence that one measured quantity, above another, bears out, at latent dimension 8 unless a plan is given. */
export function above(
  { section, sentence: number, ...said }: Said,
  higher: Quantity,
  lower: Quantity,
  plan: RunPlan = fiveSeeds,
): Claim {
  return { ...said, at: sentence(section, number), basis: { kind: "ordering", higher, lower, plan } };
}
