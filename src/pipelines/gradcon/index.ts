import { createHash } from "node:crypto";
import { elementCount } from "../../engine/dimensions.ts";
import { input } from "../../engine/graph.ts";
import { gradconAutoencoder } from "../../models/networks/gradcon-autoencoder.ts";
import { beginNetwork } from "../../models/training/network.ts";
import type { Configuration, Freedom } from "../../paper/experiment.ts";
import { cellCheckpoints } from "../cell-checkpoints.ts";
import type { Pipeline, PipelineContext, PipelineResult, Timing } from "../pipeline.ts";
import { cellImages } from "./class-images.ts";
import { description } from "./description.ts";
import { deviations } from "./deviations.ts";
import { type ClassResult, evaluateClass } from "./evaluate-class.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { type Settings, schedules, settingsOf, side, variantNamed } from "./settings.ts";

const freedoms: readonly Freedom[] = [
  {
    name: "selection",
    values: ["official", "best", "last"],
    varied: "within-cell",
    why: "the report does not say which epoch's state it scored; the official code means to keep the best by validation loss and keeps another (see selectedEpochs)",
  },
  {
    name: "epoch",
    values: schedules.paper.learningEpochs,
    varied: "within-cell",
    why: "how long a training must be is not argued; shorter protocols look as far as they go",
  },
];

/**
 * GradCon and its autoencoders, one for each inlier class (Kwon et al. 2020, as the official code has it): plain and
 * variational, with and without the constraint on gradients.
 *
 * A cell measures, for the classes that its option `classes` names, `auroc` in [0, 1] at { class, part, selection } and
 * `kept-epoch` at { class, selection }, `auroc-at-epoch` at { class, part, epoch }, `parameters`, the number of trained
 * numbers, and what tells a collapsed network: `explained-variance` at { class, selection } and `auroc-of-black` at
 * { class }. Inliers are the positives and scores are high for inliers, as in the official code;
 * calling outliers the positives and negating scores gives the same areas. Parts are `reconstruction`, `latent` (variational),
 * `gradient` and `combined`; selections are `official`, `best` and `last`.
 * Runs of one seed share split, initial weights and order across variants. The runs of seed 1 keep ROC curves, and of two
 * classes histograms and reconstructions.
 */
export const gradcon: Pipeline = {
  name: "gradcon",
  ...description,
  hyperparameters: (variant) => hyperparameters(variantNamed(variant)),
  freedoms,
  deviations,
  run,
};

async function run(configuration: Configuration, context: PipelineContext): Promise<PipelineResult> {
  const dataset = await context.dataset();
  const settings = settingsOf(configuration, dataset.classes.length);
  const engine = await context.engine();
  const images = cellImages(dataset, settings);
  const results: ClassResult[] = [];
  for (const inlier of settings.classes) {
    const split = images.splits[inlier];
    if (split === undefined) throw new Error(`gradcon: class ${inlier} was not split`);
    const result = await remembered(context, inlier, async () => {
      const checkpoints = cellCheckpoints(context);
      const task = { inlier, dataset: dataset.name, split, images, settings, engine, context };
      const evaluated = await evaluateClass({ ...task, checkpoints: checkpoints.of("class", inlier) });
      return { evaluated, forget: checkpoints.forget };
    });
    results.push(result);
  }
  return {
    measurements: [
      { metric: "parameters", at: {}, value: parameterCount(images.channels, settings) },
      ...results.flatMap(({ measurements }) => measurements),
    ],
    curves: results.flatMap(({ curves }) => curves),
    pictures: results.flatMap(({ pictures }) => pictures),
    timings: totalled(results.flatMap(({ timings }) => timings)),
    checksums: dataset.checksums,
  };
}

function parameterCount(channels: number, options: Settings): number {
  const network = beginNetwork("inference");
  gradconAutoencoder(network, input("images", [1, channels, side, side]), options);
  return network.declarations().parameters.reduce((sum, { shape }) => sum + elementCount(shape), 0);
}

/**
 * The result of a class, computed once a cell. It takes the place of the training's checkpoints, which are far larger, and
 * is left in the memo: until the record is written it is all that there is of a training that may have taken days.
 */
async function remembered(
  { cell, memo }: PipelineContext,
  inlier: number,
  compute: () => Promise<{ readonly evaluated: ClassResult; readonly forget: () => Promise<void> }>,
): Promise<ClassResult> {
  const key = createHash("sha256")
    .update(JSON.stringify(["gradcon", cell, "class", inlier]))
    .digest("hex");
  const known = await memo.get(key);
  if (known !== undefined) {
    const result = JSON.parse(Buffer.from(known).toString("utf8")) as ClassResult;
    return { ...result, timings: result.timings.map((timing) => ({ ...timing, remembered: timing.items })) };
  }
  const { evaluated, forget } = await compute();
  await memo.put(key, Buffer.from(JSON.stringify(evaluated), "utf8"));
  await forget();
  return evaluated;
}

function totalled(timings: readonly Timing[]): readonly Timing[] {
  return [...new Set(timings.map(({ stage }) => stage))].map((stage) => {
    const own = timings.filter((timing) => timing.stage === stage);
    const total = (field: "seconds" | "items" | "remembered"): number =>
      own.reduce((sum, timing) => sum + timing[field], 0);
    return { stage, seconds: total("seconds"), items: total("items"), remembered: total("remembered") };
  });
}
