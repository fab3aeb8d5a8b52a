import type { Protocol } from "../../paper/experiment.ts";
import { sizes as odinSizes } from "../odin/settings.ts";
import { classifierEpochs, sizes } from "./settings.ts";

/** Every way in which a protocol departs from the report's, in words. */
export function deviations(protocol: Protocol): readonly string[] {
  if (protocol === "paper") return [];
  const { width, epochs, testPerClass, batchSize } = sizes[protocol];
  const full = sizes.paper;
  const classifier = odinSizes[protocol];
  return [
    ...(protocol === "smoke" ? ["embedded synthetic images stand in for the data set"] : []),
    `every layer of the autoencoder has ${width}/${full.width} of its assumed channels`,
    `the autoencoder is trained for ${epochs} epochs in place of ${full.epochs}`,
    `classifier and VGG have ${classifier.width}/${odinSizes.paper.width} of their channels`,
    `classifier and VGG are trained for ${Math.max(1, Math.round(classifierEpochs * classifier.epochShare))} epochs in place of ${classifierEpochs}`,
    `all are trained on the first ${classifier.trainPerClass} images of each digit at most`,
    `the first ${testPerClass} test images of each digit are scored, so that zeros are as many as each other digit`,
    ...(batchSize === full.batchSize ? [] : [`batches of ${batchSize} in place of ${full.batchSize}`]),
  ];
}
