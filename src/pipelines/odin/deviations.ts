import type { Protocol } from "../../paper/experiment.ts";
import { sizes } from "./settings.ts";

/** Every way in which a protocol departs from the report's, in words. */
export function deviations(protocol: Protocol): readonly string[] {
  if (protocol === "paper") return [];
  const { width, trainPerClass, epochShare, batchSize } = sizes[protocol];
  const full = sizes.paper;
  return [
    ...(protocol === "smoke" ? ["embedded synthetic images stand in for the data set"] : []),
    `every layer has ${width}/${full.width} of its channels`,
    `training sees the first ${trainPerClass} images of each digit at most`,
    `training takes ${Math.round(100 * epochShare)} epochs in place of 100, ${Math.round(50 * epochShare)} in place of 50`,
    ...(batchSize === full.batchSize ? [] : [`batches of ${batchSize} in place of ${full.batchSize}`]),
  ];
}
