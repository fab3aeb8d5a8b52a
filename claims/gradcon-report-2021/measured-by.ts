import type { Claim, Margin, Quantity, RunPlan } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { sentence } from "../../src/paper/locus.ts";
import type { Said } from "../../src/paper/sentence-claims.ts";
import type { ClassTable } from "./tables.ts";

/** Five seeds of the official code's experiment, each with a split, weights and order of its own, all ten classes. */
export const fiveSeeds: RunPlan = { protocol: "paper", seeds: [1, 2, 3, 4, 5] };

/** Single digits through all 1,000 epochs, as few seeds as can decide. */
export function longRuns(...digits: readonly number[]): RunPlan {
  return {
    ...{ protocol: "paper", seeds: [1, 2, 3], noIndication: "10 epochs are not the 1,000 that it speaks of" },
    options: digits.map((classes) => ({ classes: String(classes) })),
  };
}

export type Variant = "cae" | "cae-grad" | "vae" | "vae-grad";

const datasetNames = { cifar10: "cifar-10", mnist: "mnist" } as const;

/**
 * An AUROC of single images' scores, inliers against as many others. Which epoch's state is scored is left open unless
 * `where` says so: the report does not tell, and the official code keeps another than it means to.
 */
export function area(variant: Variant, id: ClassTable["id"], where: Coordinates): Quantity {
  return { pipeline: "gradcon", variant, dataset: datasetNames[id], metric: "auroc", where, scale: 1 };
}

/** The same, as the mean over the ten classes. */
export function meanArea(variant: Variant, id: ClassTable["id"], where: Coordinates): Quantity {
  return { ...area(variant, id, where), meanOver: "class" };
}

/** The epoch whose state a rule keeps. */
export function keptEpoch(id: ClassTable["id"], where: Coordinates): Quantity {
  return { ...area("cae-grad", id, where), metric: "kept-epoch" };
}

/** Of the test images of a class: 1 − loss / loss of the best single grey value. */
export function explainedVariance(variant: Variant, id: ClassTable["id"], where: Coordinates): Quantity {
  return { ...area(variant, id, where), metric: "explained-variance" };
}

/**
 * How far runs of ours may lie from a printed number. Written before any run on the data, from the spread between the
 * report's own two runs.
 */
export const margins: Readonly<Record<ClassTable["id"], { readonly class: Margin; readonly mean: Margin }>> = {
  mnist: {
    class: {
      value: "0.02",
      reason:
        "the report's two runs of a digit differ by 0.006 on average and 0.030 at most, a pooled SD of 0.007: twice that, rounded up",
    },
    mean: { value: "0.01", reason: "a mean of ten digits whose runs have an SD of 0.007 has one of 0.002" },
  },
  cifar10: {
    class: {
      value: "0.06",
      reason:
        "the report's two runs of a class differ by 0.033 on average and 0.078 at most, a pooled SD of 0.028: twice that, rounded up",
    },
    mean: {
      value: "0.02",
      reason: "a mean of ten classes whose runs have an SD of 0.028 has one of 0.009: twice that",
    },
  },
};

/** A sentence that one measured quantity, above another, bears out; paired by seed. */
export function ordered(
  { section, sentence: number, ...said }: Said,
  higher: Quantity,
  lower: Quantity,
  { plan = fiveSeeds, by }: { readonly plan?: RunPlan; readonly by?: Margin } = {},
): Claim {
  return {
    ...said,
    at: sentence(section, number),
    basis: { kind: "ordering", higher, lower, plan, ...(by === undefined ? {} : { by }) },
  };
}
