import { parsePrinted } from "../../src/numbers/printed.ts";
import type { Claim, Margin, MeasuredBasis, OrderingBasis, Quantity, RunPlan } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { sentence } from "../../src/paper/locus.ts";
import type { Said } from "../../src/paper/sentence-claims.ts";

/** Ten seeds, each with a cut of the data, weights, order and noise of its own, under the settings that were chosen. */
export const tenSeeds: RunPlan = { protocol: "paper", seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] };

/** The chosen settings, and each choice between cells that the report leaves open changed by itself. */
export const everySetting: RunPlan = {
  protocol: "paper",
  seeds: [1, 2, 3, 4, 5],
  options: [
    {},
    { classes: "0 1 5 7 9" },
    { classes: "5 6 7 8 9" },
    { geometry: "resize" },
    { latentDimension: 16 },
    { encoder: "convolutional with a hidden layer" },
    { reconstructionLoss: "binary cross-entropy" },
    { klWeight: 0.1 },
    { batchSize: 128 },
  ],
};

/** A metric of the report's model; of the decoder that it dropped where `change` names it. */
export function quantity(metric: string, where: Coordinates, change: Partial<Quantity> = {}): Quantity {
  return {
    ...{ pipeline: "cvae", variant: "mlp-decoder", dataset: "fashion-mnist", metric, where, scale: 1 },
    ...change,
  };
}

export const transposed: Partial<Quantity> = { variant: "transposed-decoder" };

/**
 * How far runs of ours may lie from the printed numbers. Written before any run on the data, from what the report itself
 * prints of its several runs.
 */
export const margins = {
  rocAuc: { value: "0.01", reason: "the report's own two areas, 0.978 and 0.988, lie 0.010 apart" },
  prAuc: {
    value: "0.1",
    reason:
      "one anomaly is 0.02 of the recall, and precision at the first few found decides the area; no second run is printed",
  },
  threshold: {
    value: "0.02",
    reason: "the report's own two thresholds, 0.125 and 0.141, lie 0.016 apart, and both are to be around 0.14",
  },
  firstAccuracy: {
    value: "0.03",
    reason:
      "the report's accuracy on unseen images ranges over 0.1 between its runs; where the threshold was chosen it should vary less",
  },
  secondAccuracy: { value: "0.05", reason: "the report's own runs range from 0.8 to 0.9" },
  classification: {
    value: "0.05",
    reason: "two digits are printed, and no second run; five points are 100 of 2,000 images",
  },
} as const satisfies Readonly<Record<string, Margin>>;

/** A sentence that one measured quantity, above another, bears out. */
export function ordered(
  said: Said,
  higher: Quantity,
  lower: Quantity,
  { plan = tenSeeds, by }: { readonly plan?: RunPlan; readonly by?: Margin } = {},
): Claim {
  return claimOf(said, { kind: "ordering", higher, lower, plan, ...(by === undefined ? {} : { by }) });
}

/** A sentence whose number runs of ours should come near to. Which images the report tested is not known. */
export function near(
  said: Said,
  measured: Quantity,
  reported: string,
  margin: Margin,
  change: Pick<MeasuredBasis, "sided" | "bound" | "examples"> & { readonly plan?: RunPlan } = {},
): Claim {
  return claimOf(said, {
    ...{ kind: "measured", quantity: measured, plan: tenSeeds, reported: parsePrinted(reported), margin },
    ...{ split: "unknown", ...change },
  });
}

function claimOf({ section, sentence: number, ...said }: Said, basis: MeasuredBasis | OrderingBasis): Claim {
  return { ...said, at: sentence(section, number), basis };
}
