import { classifierNames } from "../../models/networks/classifier-name.ts";
import type { PipelineDescription } from "../pipeline.ts";
import { defaultOptions, networkNamed } from "./settings.ts";

/** What must be known of the pipeline to plan its cells. */
export const description: PipelineDescription = {
  purpose: "Classifiers of the digits 1 to 9 that reject the digit 0 by their greatest softmax probability",
  variants: classifierNames,
  datasets: ["mnist"],
  smokeDataset: "synthetic-digits",
  defaults: (variant) => defaultOptions(networkNamed(variant)),
};
