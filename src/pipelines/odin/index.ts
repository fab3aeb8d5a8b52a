import type { Dataset } from "../../data/image-set.ts";
import { hscaeSplits } from "../../data/splits/hscae-splits.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Configuration, Curve, Measurement } from "../../paper/experiment.ts";
import { type CellCheckpoints, cellCheckpoints } from "../cell-checkpoints.ts";
import type { Pipeline, PipelineContext, PipelineResult } from "../pipeline.ts";
import { detectorCurves } from "./curves.ts";
import { description } from "./description.ts";
import { detectors } from "./detectors.ts";
import { deviations } from "./deviations.ts";
import { classOfLabel } from "./digits.ts";
import { followTraining } from "./follow-training.ts";
import { freedoms } from "./freedoms.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { measureDetector } from "./measure-detector.ts";
import { measureThresholds, type ThresholdOptions } from "./measure-thresholds.ts";
import { openDigitScorer } from "./score-digits.ts";
import { firstOfEach } from "./select-images.ts";
import { type Milestone, networkNamed, outlierClass, type Settings, settingsOf } from "./settings.ts";
import { classifierCurves, type TrainedClassifier, trainClassifier } from "./train-classifier.ts";

/**
 * Classifiers of the digits 1 to 9 that reject the digit 0 by their greatest softmax probability, plain (MSP) and as ODIN
 * has it, with a temperature and a perturbation (the HSCAE report, Section 4.1 and Table 1).
 *
 * A cell trains one classifier and measures, each at { epochs }, `accuracy` (the share of test digits 1 to 9 that are named
 * rightly), and of every detector what `measureDetector` and `measureThresholds` say, in [0, 1] throughout.
 */
export const odin: Pipeline = {
  name: "odin",
  ...description,
  hyperparameters: (variant) => hyperparameters(networkNamed(variant)),
  freedoms,
  deviations,
  run,
};

async function run(configuration: Configuration, context: PipelineContext): Promise<PipelineResult> {
  const settings = settingsOf(configuration);
  const dataset = await context.dataset();
  const engine = await context.engine();
  const checkpoints = cellCheckpoints(context);
  const { train, tuning, evaluation } = hscaeSplits({
    trainLabels: dataset.train.labels,
    testLabels: dataset.test.labels,
    outlierClass,
    seed: settings.seed,
  });
  const places = firstOfEach(dataset.train.labels, settings.trainPerClass, train);
  const begun = context.now();
  const { kept, history } = await trained(settings, dataset, engine, context, { places, checkpoints });
  const between = context.now();
  const evaluated = await evaluate(settings, dataset, engine, context, { kept, halves: { tuning, evaluation } });
  await checkpoints.forget();
  return {
    measurements: evaluated.measurements,
    curves: [...classifierCurves(history), ...evaluated.curves],
    timings: [
      { stage: "train", seconds: (between - begun) / 1000, items: places.length * history.length, remembered: 0 },
      {
        stage: "evaluate",
        seconds: (context.now() - between) / 1000,
        items: dataset.test.count * settings.milestones.length,
        remembered: 0,
      },
    ],
    checksums: dataset.checksums,
  };
}

async function trained(
  settings: Settings,
  dataset: Dataset,
  engine: Engine,
  { signal, now, progress }: PipelineContext,
  { places, checkpoints }: { readonly places: Uint32Array; readonly checkpoints: CellCheckpoints },
): Promise<TrainedClassifier> {
  const follower = await followTraining(settings, dataset, engine, signal);
  try {
    return await trainClassifier({
      settings: settings.classifier,
      dataset: dataset.name,
      images: dataset.train,
      places,
      outlierClass,
      engine,
      checkpoints: checkpoints.of("classifier"),
      signal,
      now,
      progress: ({ done, total }) => progress({ stage: "train", done, total }),
      onEpoch: async (end) => ({
        ...(await follower.onEpoch(end)),
        keep: settings.milestones.filter(({ epoch }) => epoch === end.epoch).map(nameOf),
      }),
    });
  } finally {
    await follower.release();
  }
}

interface Evaluated {
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
}

/** Measures the classifier at each milestone; curves are drawn of the first, which the report's figures of merit are of. */
async function evaluate(
  settings: Settings,
  dataset: Dataset,
  engine: Engine,
  { signal }: PipelineContext,
  { kept, halves }: Pick<TrainedClassifier, "kept"> & Pick<ThresholdOptions, "halves">,
): Promise<Evaluated> {
  const { classifier, inferenceBatch, temperature, epsilons, milestones, seed } = settings;
  const images = dataset.test;
  const outliers = images.labels.map((label) => (label === outlierClass ? 1 : 0));
  const options = { settings: classifier, engine, images, outlierClass, batchSize: inferenceBatch };
  const scorer = await openDigitScorer({ ...options, temperature, epsilons });
  try {
    const evaluated: Evaluated[] = [];
    for (const [at, milestone] of milestones.entries()) {
      const values = kept[nameOf(milestone)];
      if (values === undefined) throw new Error(`odin: nothing is kept of epoch ${milestone.epoch}`);
      const logits = await scorer.run(values, Uint32Array.from(images.labels.keys()), signal);
      const found = detectors(logits, settings, { epochs: milestone.reported });
      const predicted = found[0]?.predicted ?? new Uint8Array();
      const named = images.labels.map((label, image) =>
        classOfLabel(label, outlierClass) === predicted[image] ? 1 : 0,
      );
      evaluated.push({
        measurements: [
          { metric: "accuracy", at: { epochs: milestone.reported }, value: shareOf(named, outliers) },
          ...found.flatMap((detector) => [
            ...measureDetector(detector, outliers),
            ...measureThresholds(detector, { outliers, named, halves, seed }),
          ]),
        ],
        curves: found.flatMap((detector) => (at === 0 && detector.drawn ? detectorCurves(detector, outliers) : [])),
      });
    }
    return {
      measurements: evaluated.flatMap(({ measurements }) => measurements),
      curves: evaluated.flatMap(({ curves }) => curves),
    };
  } finally {
    await scorer.release();
  }
}

function nameOf({ epoch }: Milestone): string {
  return `epoch ${epoch}`;
}

/** The share of digits that are named rightly. */
function shareOf(named: Uint8Array, outliers: Uint8Array): number {
  const digits = outliers.reduce((sum, flag) => sum + 1 - flag, 0);
  return named.reduce((sum, flag) => sum + flag, 0) / digits;
}
