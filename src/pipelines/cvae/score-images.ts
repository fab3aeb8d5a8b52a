import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";
import { type CompiledInference, compileInference } from "../../models/training/infer.ts";
import type { Values } from "../../models/training/training.ts";
import type { Images } from "./cell-images.ts";
import { imageLosses } from "./losses.ts";
import { labelWidth, type Settings } from "./settings.ts";
import { examplesUnder } from "./train-cvae.ts";

/** Both scores that the report plots; higher is stranger. */
export const scoreNames = ["reconstruction", "negative ELBO"] as const;

export type ScoreName = (typeof scoreNames)[number];

/** The mode that only anomalies have: the label's last number, 0 for every training image. */
export const anomalyMode: number = labelWidth - 1;

/** What the trained network gives for images under given labels. */
export interface Scored {
  /** One score an image. */
  readonly scores: Readonly<Record<ScoreName, Float32Array>>;
  /** Means of the latent variable, [count, latentDimension]. */
  readonly means: Float32Array;
}

export interface Scorer {
  /** @param modeOf the mode that each image's label names; undefined for a label of zeros */
  readonly score: (images: Images, modeOf: (index: number) => number | undefined) => Promise<Scored>;
  /** Reconstructions, [count, 1, 32, 32]. */
  readonly reconstruct: (images: Images, modeOf: (index: number) => number | undefined) => Promise<Float32Array>;
  readonly release: () => Promise<void>;
}

/** The trained network, with the mean in place of a draw of the latent variable. */
export async function openScorer(
  values: Values,
  settings: Settings,
  engine: Engine,
  signal: AbortSignal,
): Promise<Scorer> {
  const shapes = { images: [1, cvaeSide, cvaeSide], labels: [labelWidth] };
  const compiled = (outputs: readonly ("reconstruction" | "divergence" | "mean" | "image")[]) =>
    compileInference({
      ...{ engine, shapes, batchSize: 100 },
      inference: (network, { images, labels }) => {
        const losses = imageLosses(network, images as Node, labels as Node, settings);
        return Object.fromEntries(outputs.map((name) => [name, losses[name]]));
      },
    });
  const scoring = await compiled(["reconstruction", "divergence", "mean"]);
  const reconstructing = await compiled(["image"]);
  const run = async (inference: CompiledInference, images: Images, modeOf: (index: number) => number | undefined) => {
    const results = await inference.run(values, examplesUnder(images, modeOf), signal);
    return (name: string): Float32Array => results[name] as Float32Array;
  };
  return {
    score: async (images, modeOf) => {
      const output = await run(scoring, images, modeOf);
      const [reconstruction, divergence] = [output("reconstruction"), output("divergence")];
      const negativeElbo = reconstruction.map((value, at) => value + (divergence[at] as number));
      return { scores: { reconstruction, "negative ELBO": negativeElbo }, means: output("mean") };
    },
    reconstruct: async (images, modeOf) => (await run(reconstructing, images, modeOf))("image"),
    release: async () => {
      await scoring.release();
      await reconstructing.release();
    },
  };
}
