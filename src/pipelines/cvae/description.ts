import type { PipelineDescription } from "../pipeline.ts";
import { defaultOptions, variants } from "./settings.ts";

/** What must be known of the pipeline to plan its cells. */
export const description: PipelineDescription = {
  purpose: "A conditional variational autoencoder finds anomalies, generates images of a class, and classifies by them",
  variants,
  datasets: ["fashion-mnist"],
  smokeDataset: "synthetic-garments",
  alsoReads: { mnist: "synthetic-digits" },
  defaults: () => defaultOptions,
};
