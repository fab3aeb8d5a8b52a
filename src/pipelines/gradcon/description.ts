import type { PipelineDescription } from "../pipeline.ts";
import { defaultOptions, variants } from "./settings.ts";

/** What must be known of the pipeline to plan its cells. */
export const description: PipelineDescription = {
  purpose: "Autoencoders of one class, whose gradients are trained to align, scored by reconstruction and gradients",
  variants,
  datasets: ["cifar-10", "mnist", "fashion-mnist"],
  smokeDataset: "synthetic-digits",
  defaults: defaultOptions,
};
