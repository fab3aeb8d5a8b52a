import type { Engine } from "../../engine/executor.ts";
import type { Configuration, Curve, Measurement } from "../../paper/experiment.ts";
import { cellCheckpoints } from "../cell-checkpoints.ts";
import type { Pipeline, PipelineContext, PipelineResult } from "../pipeline.ts";
import { type CellImages, cellImages, joined, type LabelledImages } from "./cell-images.ts";
import { classificationMeasurements } from "./classify-images.ts";
import { latentCurves } from "./curves.ts";
import { description } from "./description.ts";
import { detectInSets } from "./detect-in-sets.ts";
import { deviations } from "./deviations.ts";
import { freedoms } from "./freedoms.ts";
import { generateImages } from "./generate-images.ts";
import { generatedMeasurements } from "./generated-quality.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { lossMeasurements } from "./loss-measurements.ts";
import { sizeMeasurements } from "./network-size.ts";
import { generatedPicture, reconstructedPicture } from "./pictures.ts";
import { anomalyMode, openScorer, type Scorer } from "./score-images.ts";
import { type Settings, settingsOf, variantNamed } from "./settings.ts";
import { lossCurves, trainCvae } from "./train-cvae.ts";

/**
 * The conditional variational autoencoder of the CVAE report: trained on 2,000 labelled images of five classes, then
 * asked to find anomalies (ROC, threshold, transfer to a second set), to generate images, and to classify by them.
 *
 * What a cell measures is said by `lossMeasurements`, `sizeMeasurements`, `detectInSets`, `classificationMeasurements`
 * and `generatedMeasurements`.
 */
export const cvae: Pipeline = {
  name: "cvae",
  ...description,
  hyperparameters: (variant) => hyperparameters(variantNamed(variant)),
  freedoms,
  deviations,
  run,
};

async function run(configuration: Configuration, context: PipelineContext): Promise<PipelineResult> {
  const settings = settingsOf(configuration);
  const dataset = await context.dataset();
  const digits = await context.dataset("mnist");
  const engine = await context.engine();
  const { signal, now } = context;
  const images = cellImages(dataset, digits, settings);
  const checkpoints = cellCheckpoints(context);
  const begun = now();
  const { values, history } = await trainCvae(images.labelled, settings, engine, dataset.name, {
    ...context,
    checkpoints: checkpoints.of("train"),
  });
  const trained = now();
  const generated = await generateImages(values, settings, engine, dataset.name);
  const scorer = await openScorer(values, settings, engine, signal);
  try {
    const names = settings.classes.map((label) => dataset.classes[label] as string);
    const detected = await detectInSets(scorer, images, generated);
    const pictures = [generatedPicture(generated, names), await reconstructedPicture(scorer, images.sets[0], names)];
    const measurements = [
      ...lossMeasurements(history),
      ...sizeMeasurements(settings.network),
      ...detected.measurements,
      ...(await generationMeasurements(images, generated, settings.classes, engine)),
    ];
    const latent = await latentOfFirstSet(scorer, images, settings);
    await checkpoints.forget();
    return {
      measurements,
      curves: [...lossCurves(history), ...detected.curves, ...latent],
      pictures,
      timings: [
        {
          stage: "train",
          seconds: (trained - begun) / 1000,
          items: history.length * images.labelled.count,
          remembered: 0,
        },
        { stage: "evaluate", seconds: (now() - trained) / 1000, items: detected.images, remembered: 0 },
      ],
      checksums: { ...dataset.checksums, ...digits.checksums },
    };
  } finally {
    await scorer.release();
  }
}

/** The third task and the second: test images told by generated ones, and how good those are. */
async function generationMeasurements(
  { labelled, sets }: CellImages,
  generated: LabelledImages,
  classes: readonly number[],
  engine: Engine,
): Promise<readonly Measurement[]> {
  const test = {
    ...joined(...sets.map(({ normal }) => normal)),
    modes: Uint8Array.from(sets.flatMap(({ normal }) => [...normal.modes])),
  };
  return [
    ...classificationMeasurements("generated", test, generated, classes),
    ...classificationMeasurements("training", test, labelled, classes),
    ...(await generatedMeasurements(generated, test, labelled, classes, engine)),
  ];
}

async function latentOfFirstSet(
  scorer: Scorer,
  { sets: [{ normal, anomalies }] }: CellImages,
  settings: Settings,
): Promise<readonly Curve[]> {
  const shown = joined(normal, anomalies["other-classes"]);
  const modes = Uint8Array.from({ length: shown.count }, (_, at) => normal.modes[at] ?? anomalyMode);
  const { means } = await scorer.score(shown, (at) => modes[at]);
  return latentCurves(settings, modes, means);
}
