import type { PipelineDescription } from "../pipeline.ts";
import { defaultOptions, variantNamed, variants } from "./settings.ts";

/** What must be known of the pipeline to plan its cells. */
export const description: PipelineDescription = {
  purpose: "Features of an untrained ResNet-18, scored by one-class classifiers fitted to one class",
  variants,
  datasets: ["fashion-mnist", "cifar-10", "cifar-100", "cifar-100-coarse", "mnist"],
  smokeDataset: "synthetic-garments",
  defaults: (variant) => defaultOptions(variantNamed(variant)),
};
