import type { Engine } from "../../engine/executor.ts";
import { cvaeSide } from "../../models/networks/cvae.ts";
import { adam } from "../../models/training/adam.ts";
import type { Examples } from "../../models/training/examples.ts";
import { train } from "../../models/training/train.ts";
import type { Checkpoints, EpochLosses, Values } from "../../models/training/training.ts";
import type { Curve } from "../../paper/experiment.ts";
import { divergence } from "../divergence.ts";
import type { PipelineContext } from "../pipeline.ts";
import type { LabelledImages } from "./cell-images.ts";
import { cvaeModel } from "./losses.ts";
import { labelWidth, learningRate, type Settings } from "./settings.ts";

/** The terms of the loss by the names that reports give them. */
export const lossParts = { total: "loss", reconstruction: "reconstruction", kl: "kl" } as const;

export interface TrainedCvae {
  readonly values: Values;
  readonly history: readonly EpochLosses[];
}

/**
 * Trains the network on the labelled images. Weights, order and noise belong to the data set and the seed alone, so that
 * variants and options are compared with the same ones. Throws a divergence with the loss curves so far.
 */
export async function trainCvae(
  images: LabelledImages,
  settings: Settings,
  engine: Engine,
  dataset: string,
  { checkpoints, progress, signal, now }: { readonly checkpoints: Checkpoints } & TrainingContext,
): Promise<TrainedCvae> {
  const { batchSize, epochs, seed } = settings;
  const trained = await train({
    ...{ engine, model: cvaeModel(settings), optimiser: adam({ learningRate }), batchSize, epochs },
    examples: labelledExamples(images),
    purpose: ["cvae", dataset, `seed ${seed}`],
    ...{ checkpoints, signal, now },
    progress: ({ done, total }) => progress({ stage: "train", done, total }),
  });
  if (trained.kind === "diverged") throw divergence(trained.reason, lossCurves(trained.history));
  return trained;
}

type TrainingContext = Pick<PipelineContext, "progress" | "signal" | "now">;

/** Images with the one-hot labels of their classes; the sixth number stays 0. */
function labelledExamples({ count, values, modes }: LabelledImages): Examples {
  return examplesUnder({ count, values }, (index) => modes[index] as number);
}

/** Images, each with the one-hot label of the given mode; no mode is a label of zeros. */
export function examplesUnder(
  { count, values }: Pick<LabelledImages, "count" | "values">,
  modeOf: (index: number) => number | undefined,
): Examples {
  const size = cvaeSide * cvaeSide;
  return {
    count,
    shapes: { images: [1, cvaeSide, cvaeSide], labels: [labelWidth] },
    read: (indices, _epoch, { images, labels }) => {
      labels?.fill(0);
      for (const [row, index] of indices.entries()) {
        images?.set(values.subarray(index * size, (index + 1) * size), row * size);
        const mode = modeOf(index);
        if (labels !== undefined && mode !== undefined) labels[row * labelWidth + mode] = 1;
      }
    },
  };
}

/** Mean losses of the training images by epoch. */
export function lossCurves(history: readonly EpochLosses[]): readonly Curve[] {
  return Object.entries(lossParts).map(([part, name]) => ({
    name: "loss",
    at: { part, split: "train" },
    x: "epoch",
    y: "mean loss of an image",
    points: history.map(({ epoch, losses }) => [epoch, losses[name] as number] as const),
  }));
}
