import type { Dataset } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import { maximumSoftmax } from "../../metrics/maximum-softmax.ts";
import type { Values } from "../../models/training/training.ts";
import type { Configuration, Measurement, Picture } from "../../paper/experiment.ts";
import { type CellCheckpoints, cellCheckpoints } from "../cell-checkpoints.ts";
import type { Detector } from "../odin/detectors.ts";
import { digitClasses } from "../odin/digits.ts";
import { openDigitScorer } from "../odin/score-digits.ts";
import { outlierClass } from "../odin/settings.ts";
import type { Pipeline, PipelineContext, PipelineResult } from "../pipeline.ts";
import { type CellImages, cellImages } from "./cell-images.ts";
import { climbLevels, conditionsOf, imagesAt, type Level } from "./climb-levels.ts";
import { description } from "./description.ts";
import { type Detected, detectZeros } from "./detect-zeros.ts";
import { deviations } from "./deviations.ts";
import { followTraining } from "./follow-training.ts";
import { freedoms } from "./freedoms.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { lossCurves } from "./loss-curves.ts";
import { reconstructedPicture, shownImages } from "./pictures.ts";
import { openReconstructor } from "./reconstruct.ts";
import { rememberedClassifier } from "./remembered-classifier.ts";
import { epsilon, type Settings, settingsOf, temperatures, variantNamed } from "./settings.ts";
import { type TrainedHscae, trainHscae } from "./train-hscae.ts";

/**
 * The hierarchical self-conditioned autoencoder of the HSCAE report, alone and in an ensemble with ODIN (Sections 3.2, 3.3,
 * 4.2, 4.3; Tables 2 and 3), with one latent dimension a cell.
 *
 * A cell trains the classifier of an `odin` cell of its seed and protocol and a VGG for the content distance, or remembers
 * both, then the autoencoder. It measures `accuracy` of the classifier on test digits 1 to 9, and what `detectZeros` says;
 * shares lie in [0, 1]. The cells of seed 1 keep pictures and curves of scores, too.
 */
export const hscae: Pipeline = {
  name: "hscae",
  ...description,
  hyperparameters: (variant) => hyperparameters(variantNamed(variant)),
  freedoms,
  deviations: (protocol) => deviations(protocol),
  run,
};

async function run(configuration: Configuration, context: PipelineContext): Promise<PipelineResult> {
  const settings = settingsOf(configuration);
  const dataset = await context.dataset();
  const engine = await context.engine();
  const images = cellImages(dataset, settings);
  const task = { dataset, places: images.train, engine, context };
  const classifier = await rememberedClassifier({ ...task, settings: settings.classifier });
  const content = await rememberedClassifier({ ...task, settings: settings.contentNetwork });
  const checkpoints = cellCheckpoints(context);
  const begun = context.now();
  const trained = await trainedHscae(settings, dataset, images, engine, context, {
    classifier: classifier.values,
    checkpoints,
  });
  const between = context.now();
  const values = { ...classifier.values, ...content.values, ...trained.values };
  const evaluated = await evaluate(settings, dataset, images, engine, context, values);
  await checkpoints.forget();
  const seconds = (from: number, to: number): number => (to - from) / 1000;
  const items = images.train.length * trained.history.length;
  return {
    measurements: evaluated.measurements,
    curves: [...lossCurves(trained.history), ...evaluated.curves],
    pictures: evaluated.pictures,
    timings: [
      classifier.timing,
      content.timing,
      { stage: "train", seconds: seconds(begun, between), items, remembered: 0 },
      { stage: "evaluate", seconds: seconds(between, context.now()), items: images.test.length, remembered: 0 },
    ],
    checksums: dataset.checksums,
  };
}

async function trainedHscae(
  settings: Settings,
  dataset: Dataset,
  images: CellImages,
  engine: Engine,
  { signal, now, progress }: PipelineContext,
  { classifier, checkpoints }: { readonly classifier: Values; readonly checkpoints: CellCheckpoints },
): Promise<TrainedHscae> {
  const follower = await followTraining(settings, dataset, engine, signal);
  try {
    return await trainHscae({
      ...{ settings, dataset, images, engine, classifier, signal, now },
      checkpoints: checkpoints.of("hscae"),
      progress: ({ done, total }) => progress({ stage: "train", done, total }),
      onEpoch: follower.onEpoch,
    });
  } finally {
    await follower.release();
  }
}

/** Of seed 1 alone: they are many, and one example is looked at. */
const drawnSeed = 1;

async function evaluate(
  settings: Settings,
  dataset: Dataset,
  images: CellImages,
  engine: Engine,
  context: PipelineContext,
  values: Values,
): Promise<Detected & { readonly pictures: readonly Picture[] }> {
  const { seed } = settings;
  const { channels, height, width, pixels } = dataset.test;
  const shape = { channels, height, width };
  const size = channels * height * width;
  const originals = new Float32Array(images.test.length * size);
  for (const [row, place] of images.test.entries())
    for (let at = 0; at < size; at++) originals[row * size + at] = (pixels[place * size + at] as number) / 255;
  const { logits, odin } = await odinDetectors(settings, dataset, images, engine, context.signal, values);
  const { predicted } = maximumSoftmax(logits, digitClasses, 1);
  const shown = shownImages(images.classes);
  const reconstructor = await openReconstructor(settings, [channels, height, width], values, engine);
  let levels: readonly Level[];
  try {
    levels = await climbLevels({
      ...{ settings, reconstructor, shape, images: originals, logits, shown, signal: context.signal },
      progress: (done, total) => context.progress({ stage: "evaluate", done, total }),
    });
  } finally {
    await reconstructor.release();
  }
  const named = Uint8Array.from(images.classes, (own, image) => (own === predicted[image] ? 1 : 0));
  const options = { outliers: images.outliers, named, halves: images.halves, seed };
  const detected = detectZeros({ settings, levels, odin, predicted, options });
  const [condition] = conditionsOf(settings);
  const climbed = levels.filter((level) => level.condition === condition);
  const names = shown.map(
    (place) => dataset.classes[dataset.test.labels[images.test[place] as number] as number] ?? "",
  );
  const at = { latent: settings.network.latent, ...(condition === undefined ? {} : { condition }) };
  return {
    measurements: [accuracy(named, images.outliers), ...detected.measurements],
    curves: seed === drawnSeed ? detected.curves : [],
    pictures:
      seed === drawnSeed ? [reconstructedPicture(imagesAt(originals, shown, size), climbed, names, shape, at)] : [],
  };
}

/** The logits of the scored images, and ODIN's detectors without and with perturbation. */
async function odinDetectors(
  settings: Settings,
  { test }: Dataset,
  images: CellImages,
  engine: Engine,
  signal: AbortSignal,
  values: Values,
): Promise<{ readonly logits: Float32Array; readonly odin: readonly Detector[] }> {
  const { odin: temperature } = temperatures;
  const scorer = await openDigitScorer({
    ...{ settings: settings.classifier, engine, images: test, outlierClass, batchSize: settings.inferenceBatch },
    ...{ temperature, epsilons: [epsilon] },
  });
  try {
    const { plain, perturbed } = await scorer.run(values, images.test, signal);
    const { predicted } = maximumSoftmax(plain, digitClasses, 1);
    const detector = (perturbation: "without" | "with", logits: Float32Array): Detector => ({
      at: { detector: "odin", perturbation },
      confidence: maximumSoftmax(logits, digitClasses, temperature).probability,
      predicted,
      drawn: false,
    });
    const odin = [detector("without", plain), ...perturbed.map((logits) => detector("with", logits))];
    return { logits: plain, odin };
  } finally {
    await scorer.release();
  }
}

/** The share of test digits 1 to 9 that the classifier names rightly. */
function accuracy(named: Uint8Array, outliers: Uint8Array): Measurement {
  const count = outliers.reduce((sum, flag) => sum + 1 - flag, 0);
  return { metric: "accuracy", at: {}, value: named.reduce((sum, flag) => sum + flag, 0) / count };
}
