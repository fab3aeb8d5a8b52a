import type { Freedom } from "../../paper/experiment.ts";
import { objectives, readings, tunings } from "../odin/readings.ts";
import { conditions } from "./climb-levels.ts";
import { distanceNames } from "./distances.ts";
import { rules } from "./tune-ensemble.ts";

const withinCell = "within-cell";
const betweenCells = "between-cells";

/** What the report leaves open and is varied rather than guessed. */
export const freedoms: readonly Freedom[] = [
  {
    ...{ name: "condition", values: conditions.filter((condition) => condition !== "none"), varied: withinCell },
    why: "the report does not say whether the class is predicted again when a reconstruction is fed back",
  },
  {
    ...{ name: "distance", values: distanceNames, varied: withinCell },
    why: "the report tries five and gives results of one alone and of another in the ensemble",
  },
  {
    ...{ name: "rule", values: rules, varied: withinCell },
    why: "the report's stricter thresholds were chosen after several tests that it does not describe",
  },
  {
    ...{ name: "perturbation", values: ["with", "without"], varied: withinCell },
    why: "the report does not say which of Table 1's two results the ensemble's classifier has",
  },
  {
    ...{ name: "objective", values: objectives, varied: withinCell },
    why: "thresholds are the best of a grid search, and the report does not say best by what",
  },
  {
    ...{ name: "right", values: ["digit", "accepted"], varied: withinCell },
    why: "else_acc is not defined: an accepted digit may have to be named rightly, too",
  },
  {
    ...{ name: "mean", values: [...new Set(readings.map(({ mean }) => mean.name))], varied: withinCell },
    why: "no printed zero_acc is a share of 980 images; public code for this task averages the percentages of batches",
  },
  {
    ...{ name: "tuned", values: tunings, varied: withinCell },
    why: "the report tunes its thresholds on the images that it scores, and says that this is optimistic",
  },
  {
    ...{ name: "latent", values: [6, 8, 10], varied: betweenCells },
    why: "the report tries three and calls 8 the best",
  },
  { name: "learningRate", values: [1e-3, 1e-4], varied: betweenCells, why: "the report gives none" },
];
