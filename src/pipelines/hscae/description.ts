import type { PipelineDescription } from "../pipeline.ts";
import { defaultOptions, variants } from "./settings.ts";

/** What must be known of the pipeline to plan its cells. */
export const description: PipelineDescription = {
  purpose: "A self-conditioned autoencoder of the digits 1 to 9 finds the digit 0, alone and together with ODIN",
  variants,
  datasets: ["mnist"],
  smokeDataset: "synthetic-digits",
  defaults: () => defaultOptions,
};
