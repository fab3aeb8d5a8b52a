import type { GradconSplit } from "../../data/splits/gradcon-splits.ts";
import { auroc } from "../../metrics/auroc.ts";
import type { Metric } from "../../metrics/metric.ts";
import type { Curve, Measurement, Picture } from "../../paper/experiment.ts";
import type { Timing } from "../pipeline.ts";
import { collapsedOutput } from "./collapsed-output.ts";
import { histograms, lossCurves, rocCurves } from "./curves.ts";
import { reconstructionSheet } from "./reconstructions.ts";
import { openImageScorer, type Part, type Scores } from "./score-images.ts";
import type { Selection } from "./selection.ts";
import { type ClassTask, type TrainedClass, trainClass } from "./train-class.ts";

/** All that a record holds of one class. */
export interface ClassResult {
  readonly measurements: readonly Measurement[];
  readonly curves: readonly Curve[];
  readonly pictures: readonly Picture[];
  readonly timings: readonly Timing[];
}

/** Seed of the runs that keep what is looked at and not computed with: score curves and reconstructions. */
const shownSeed = 1;

/** Classes of which histograms and reconstructions are kept, or else the first that is run: all would fill the evidence. */
const shownClasses: readonly number[] = [0, 4];

/** The state of which they are kept. */
const shownSelection: Selection = "official";

/**
 * Trains one class and measures `auroc` of each part of the score at each selected state, with inliers as the positives;
 * `kept-epoch`, the epoch of each selection's state; `auroc-at-epoch` along the training; and, to tell a collapse,
 * `explained-variance` (1 − reconstruction loss / loss of the best single grey value, at most 0 where nothing of the test's
 * inliers is learnt) and `auroc-of-black`, which a network that gives black for every image would have.
 */
export async function evaluateClass(task: ClassTask): Promise<ClassResult> {
  const { inlier, settings, split, images, engine, context } = task;
  const trained = await trainClass(task);
  const tested = images.at(Uint32Array.of(...split.testInliers, ...split.testOutliers));
  const labels = Uint8Array.from({ length: tested.count }, (_, index) => (index < split.testInliers.length ? 1 : 0));
  const scorer = await openImageScorer(engine, images.channels, settings);
  const { blackScores, greyLoss } = collapsedOutput(tested, split.testInliers.length);
  const measurements: Measurement[] = [measured("auroc-of-black", { class: inlier }, auroc(blackScores, labels))];
  const curves: Curve[] = [...lossCurves(inlier, trained.history)];
  const pictures: Picture[] = [];
  let seconds = 0;
  try {
    for (const { epoch, selections, isOnCurve, values } of trained.states) {
      const began = context.now();
      const scores = await scorer.score(values, tested, context.signal);
      seconds += (context.now() - began) / 1000;
      for (const [part, own] of Object.entries(scores) as [Part, Float64Array][]) {
        const area = auroc(own, labels);
        for (const selection of selections)
          measurements.push(measured("auroc", { class: inlier, part, selection }, area));
        if (isOnCurve) measurements.push(measured("auroc-at-epoch", { class: inlier, part, epoch }, area));
      }
      for (const selection of selections) {
        const at = { class: inlier, selection };
        measurements.push({ metric: "kept-epoch", at, value: epoch });
        // The variational reconstruction loss is no squared error.
        if (settings.kind === "cae")
          measurements.push({ metric: "explained-variance", at, value: 1 - lossOfInliers(scores, split) / greyLoss });
      }
      if (!selections.includes(shownSelection) || settings.seed !== shownSeed) continue;
      curves.push(...rocCurves(inlier, shownSelection, scores, labels));
      if (isShown(task)) {
        curves.push(...histograms(inlier, shownSelection, scores, labels));
        const place = { inlier, selection: shownSelection };
        pictures.push(await reconstructionSheet(place, values, split, images, settings, engine));
      }
    }
  } finally {
    await scorer.release();
  }
  const scored = { stage: "score", seconds, items: tested.count * trained.states.length, remembered: 0 };
  return { measurements, curves, pictures, timings: [trainTiming(trained), scored] };
}

function lossOfInliers({ reconstruction }: Scores, { testInliers }: GradconSplit): number {
  if (reconstruction === undefined) throw new Error("gradcon: the reconstruction loss is missing");
  return -reconstruction.subarray(0, testInliers.length).reduce((sum, score) => sum + score, 0) / testInliers.length;
}

function isShown({ inlier, settings: { classes } }: ClassTask): boolean {
  const shown = shownClasses.some((each) => classes.includes(each)) ? shownClasses : classes.slice(0, 1);
  return shown.includes(inlier);
}

function measured(metric: string, at: Measurement["at"], outcome: Metric): Measurement {
  return outcome.defined ? { metric, at, value: outcome.value } : { metric, at, absent: outcome.reason };
}

function trainTiming({ spent: { seconds, steps } }: TrainedClass): Timing {
  return { stage: "train", seconds, items: steps, remembered: 0 };
}
