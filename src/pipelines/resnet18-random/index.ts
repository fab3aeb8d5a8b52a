import type { Dataset } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import { auroc } from "../../metrics/auroc.ts";
import type { Metric } from "../../metrics/metric.ts";
import { onePointAucOfDecisions } from "../../metrics/one-point-auc.ts";
import { openProducts } from "../../models/products.ts";
import { openRadialMachines } from "../../models/radial-machine.ts";
import { resnet18Width } from "../../models/resnet18.ts";
import type { Configuration, Coordinates, Curve, Freedom, Measurement } from "../../paper/experiment.ts";
import type { Pipeline, PipelineContext, PipelineResult, Timing } from "../pipeline.ts";
import { type CellFeatures, cellFeatures } from "./cell-features.ts";
import { gammaMultiples } from "./classifier.ts";
import { classCurves } from "./curves.ts";
import { description } from "./description.ts";
import { deviations } from "./deviations.ts";
import { type ClassifierScores, evaluateClass } from "./evaluate-class.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { settingsOf, variantNamed } from "./settings.ts";

const freedoms: readonly Freedom[] = [
  { name: "kernel", values: ["linear", "rbf", "kde"], varied: "within-cell", why: "the paper compares them" },
  {
    name: "features",
    values: ["raw", "normalised"],
    varied: "within-cell",
    why: "the official code fits the linear kernel to raw features and the others to normalised ones, the report all to normalised ones; the paper does not say",
  },
  {
    name: "gammaMultiple",
    values: gammaMultiples,
    varied: "within-cell",
    why: "the report tries multiples of the paper's gamma and finds 8 to fit best",
  },
  {
    name: "initialDistribution",
    values: ["truncated-normal", "normal"],
    varied: "between-cells",
    why: "the official code's framework draws a truncated normal, the report's a normal; the paper does not say",
  },
  {
    name: "batchNormEpsilon",
    values: [1e-5, 1e-3],
    varied: "between-cells",
    why: "both codes set 1e-5, Keras would take 1e-3; the paper does not say",
  },
  {
    name: "fittedInliers",
    values: ["all", "500 with replacement"],
    varied: "between-cells",
    why: "the official code fits all training images of a class, the report 500 drawn with replacement",
  },
];

/**
 * Random ResNet-18 features and one-class classifiers: for every class as the inlier, AUROC and one-point AUC of linear
 * and RBF one-class SVMs and a kernel density over the whole test split (Sohn et al. 2021, Table 7, row "ResNet-18
 * (random)"; the K9DE report, Table 2).
 *
 * A cell measures `auroc` and `auroc-one-point`, each in [0, 1], at { class, kernel, features } and, but for the linear
 * kernel, gammaMultiple. The class is its index, outliers are positive.
 */
export const resnet18Random: Pipeline = {
  name: "resnet18-random",
  ...description,
  hyperparameters: (variant) => hyperparameters(variantNamed(variant)),
  freedoms,
  deviations: (protocol, variant) => deviations(protocol, variantNamed(variant)),
  run,
};

async function run(configuration: Configuration, context: PipelineContext): Promise<PipelineResult> {
  const dataset = await context.dataset();
  const settings = settingsOf(configuration, dataset.train.height);
  const engine = await context.engine();
  const features = await cellFeatures(settings, dataset, engine, context);
  const evaluated = await evaluateClasses(features, dataset, engine, context);
  return {
    measurements: evaluated.classes.flatMap(({ inlier, labels, classifiers }) =>
      classifiers.flatMap((classifier) => measurementsOf(inlier, labels, classifier)),
    ),
    curves: evaluated.curves,
    timings: [features.timing, ...evaluated.timings],
    checksums: dataset.checksums,
  };
}

interface EvaluatedClass {
  readonly inlier: number;
  /** 1 for an outlier, one a test image. */
  readonly labels: Uint8Array;
  readonly classifiers: readonly ClassifierScores[];
}

async function evaluateClasses(
  features: CellFeatures,
  dataset: Dataset,
  engine: Engine,
  { now, progress, signal }: PipelineContext,
): Promise<{
  readonly classes: readonly EvaluatedClass[];
  readonly curves: readonly Curve[];
  readonly timings: readonly Timing[];
}> {
  const products = openProducts(engine, resnet18Width);
  const radialMachines = openRadialMachines(engine, resnet18Width);
  const stages = { fit: { seconds: 0, items: 0 }, score: { seconds: 0, items: 0 } };
  const classes: EvaluatedClass[] = [];
  let last = now();
  const spend = (stage: "fit" | "score", items: number): void => {
    const moment = now();
    stages[stage].seconds += (moment - last) / 1000;
    stages[stage].items += items;
    last = moment;
  };
  try {
    for (const [inlier, fitted] of features.fitted.entries()) {
      await new Promise(setImmediate);
      signal.throwIfAborted();
      last = now();
      const labels = features.testLabels.map((label) => (label === inlier ? 0 : 1));
      classes.push({
        inlier,
        labels,
        classifiers: await evaluateClass({ fitted, test: features.test, products, radialMachines, spend }),
      });
      progress({ stage: "classes", done: inlier + 1, total: dataset.classes.length });
    }
  } finally {
    await products.release();
    await radialMachines.release();
  }
  const timings = (["fit", "score"] as const).map((stage) => ({ stage, ...stages[stage], remembered: 0 }));
  return { classes, curves: classCurves(classes), timings };
}

function measurementsOf(
  inlier: number,
  labels: Uint8Array,
  { at, scores, decides }: ClassifierScores,
): readonly Measurement[] {
  const place: Coordinates = { class: inlier, ...at };
  return [
    measurement("auroc", place, auroc(scores, labels)),
    measurement(
      "auroc-one-point",
      place,
      decides
        ? onePointAucOfDecisions(scores, labels)
        : { defined: false, reason: "a density has no decision threshold of its own" },
    ),
  ];
}

function measurement(metric: string, at: Coordinates, outcome: Metric): Measurement {
  return outcome.defined ? { metric, at, value: outcome.value } : { metric, at, absent: outcome.reason };
}
