import type { Freedom } from "../../paper/experiment.ts";
import { objectives, readings, tunings } from "./readings.ts";
import { sizes, temperatures } from "./settings.ts";

/** What the report leaves open and the cells vary. */
export const freedoms: readonly Freedom[] = [
  {
    name: "epsilon",
    values: sizes.paper.epsilons,
    varied: "within-cell",
    why: "the report gives no perturbation weight",
  },
  {
    name: "temperature",
    values: temperatures,
    varied: "within-cell",
    why: "the report takes 10 for all and calls its detector sensitive to it; ODIN's authors take 1000",
  },
  {
    name: "objective",
    values: objectives,
    varied: "within-cell",
    why: "thresholds are the best of a grid search, and the report does not say best by what",
  },
  {
    name: "right",
    values: ["digit", "accepted"],
    varied: "within-cell",
    why: "else_acc is not defined: an accepted digit may have to be named rightly, too",
  },
  {
    name: "mean",
    values: [...new Set(readings.map(({ mean }) => mean.name))],
    varied: "within-cell",
    why: "no printed zero_acc is a share of 980 images; public code for this task averages the percentages of batches",
  },
  {
    name: "tuned",
    values: tunings,
    varied: "within-cell",
    why: "the report tunes its thresholds on the images that it scores, and says that this is optimistic",
  },
  {
    name: "epochs",
    values: [50, 100],
    varied: "within-cell",
    why: "the report trains two ResNet18 for 50 epochs and one for 100; at a constant rate one training passes both",
  },
  {
    name: "learningRate",
    values: [1e-3, 1e-4],
    varied: "between-cells",
    why: "the report gives none",
  },
];
