import type { Claim } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { sentence } from "../../src/paper/locus.ts";
import { linear, margins, meanAuc, threeSeeds } from "./measured-by.ts";
import { idOf } from "./names.ts";
import { table2 } from "./tables.ts";

/** What could part our linear results from the report's although code and text agree, one change at a time. */
const causes: readonly Coordinates[] = [
  {},
  { initialDistribution: "truncated-normal" },
  { batchNormEpsilon: 1e-3 },
  { fittedInliers: "500 without replacement" },
];

/** Tests of our own: the report's linear result under other initial weights, another epsilon and other fitted images. */
export const section32causes: readonly Claim[] = (["f-MNIST", "CIFAR10"] as const).map((dataset): Claim => {
  const printed = table2.cell("ResNet18 (random) / Linear", `${dataset} / Ours`);
  return {
    id: `s3.2.causes.${idOf(dataset)}`,
    at: sentence("3.2", 7),
    states: `A test of ours, not a claim of the report: on ${dataset} its linear result, ${printed.printed().value.text} %, comes out whether initial weights are normal or truncated normal, batch normalisation's epsilon is 0.00001 or 0.001, and the 500 fitted images are drawn with or without replacement.`,
    basis: {
      kind: "measured",
      quantity: meanAuc("k9de", dataset, linear),
      plan: { ...threeSeeds, options: causes },
      reported: printed.printed(),
      margin: margins[dataset],
      split: "same",
    },
    related: [`t2.resnet18.linear.${idOf(dataset)}.ours`, "s3.2.no-reason"],
  };
});
