import type { Freedom } from "../../paper/experiment.ts";
import { anomalyNames } from "./cell-images.ts";
import { referenceNames } from "./classify-images.ts";
import { labelReadings } from "./label-readings.ts";
import { scaleNames } from "./scales.ts";
import { scoreNames } from "./score-images.ts";
import { optionValues } from "./settings.ts";

const withinCell = "within-cell";
const betweenCells = "between-cells";

/** What the report leaves open and is varied rather than guessed. */
export const freedoms: readonly Freedom[] = [
  {
    ...{ name: "score", values: scoreNames, varied: withinCell },
    why: "the report plots both and does not say of which one its ROC curve is",
  },
  {
    ...{ name: "label", values: labelReadings, varied: withinCell },
    why: "the network needs a label beside a test image; the report does not say which, and an anomaly's own was never trained",
  },
  {
    name: "anomalies",
    values: anomalyNames,
    varied: withinCell,
    why: "the report does not say what the anomalies are",
  },
  {
    ...{ name: "scale", values: scaleNames, varied: withinCell },
    why: "thresholds of 0.141 ask for a scale that the report does not give",
  },
  {
    ...{ name: "references", values: referenceNames, varied: withinCell },
    why: "training images in place of the report's generated ones tell whether those or the rule are at fault",
  },
  {
    ...{ name: "classes", values: optionValues.classes, varied: betweenCells },
    why: "the report names three of the five, with ankle boot the last; its data come from an assignment that is not at hand",
  },
  {
    ...{ name: "geometry", values: optionValues.geometry, varied: betweenCells },
    why: "the report has 32 pixels, Fashion-MNIST 28; how they were brought there is not said",
  },
  {
    ...{ name: "latentDimension", values: optionValues.latentDimension, varied: betweenCells },
    why: '"two-dimensional result" may be the size of the latent space or the rank of an array; 16 is a usual size',
  },
  {
    ...{ name: "encoder", values: optionValues.encoder, varied: betweenCells },
    why: "where the hidden dimension of 128 is, in the decoder alone or in the encoder too, is not said",
  },
  {
    ...{ name: "reconstructionLoss", values: optionValues.reconstructionLoss, varied: betweenCells },
    why: "the report does not say; both are usual",
  },
  {
    ...{ name: "klWeight", values: optionValues.klWeight, varied: betweenCells },
    why: "a squared error that is averaged or scaled otherwise amounts to another weight",
  },
  { name: "batchSize", values: optionValues.batchSize, varied: betweenCells, why: "the report does not say" },
];
