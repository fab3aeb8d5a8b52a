import type { ImageSet } from "../../data/image-set.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { crossEntropy } from "../../engine/losses.ts";
import { type Classifier, logits } from "../../models/networks/classifier.ts";
import type { ClassifierName } from "../../models/networks/classifier-name.ts";
import { adam } from "../../models/training/adam.ts";
import { train } from "../../models/training/train.ts";
import type { Checkpoints, EpochLosses, Training, Values } from "../../models/training/training.ts";
import type { Curve } from "../../paper/experiment.ts";
import { divergence } from "../divergence.ts";
import { type Augmentation, digitClasses, digits } from "./digits.ts";

/** All that decides a trained classifier besides its images. */
export interface ClassifierSettings {
  readonly network: ClassifierName;
  /** Channels of the first stage, 64 in the published networks. */
  readonly width: number;
  readonly epochs: number;
  readonly batchSize: number;
  readonly learningRate: number;
  readonly augmentation: Augmentation;
  readonly standardise: Classifier["standardise"];
  /** Decides weights, order, augmentation and dropout; runs that differ in nothing else are paired. */
  readonly seed: number;
}

export interface ClassifierTraining extends Pick<Training, "engine" | "signal" | "now" | "progress" | "onEpoch"> {
  readonly engine: Engine;
  readonly settings: ClassifierSettings;
  /** Name of the data set, which keys the random streams. */
  readonly dataset: string;
  readonly images: ImageSet;
  /** Which of the images, none of the outlier class. */
  readonly places: Uint32Array;
  readonly outlierClass: number;
  readonly checkpoints: Checkpoints;
}

export interface TrainedClassifier {
  /** Parameters and running statistics, for the network of `classifierOf(settings)` in inference. */
  readonly values: Values;
  /** Values after earlier epochs, by the names under which `onEpoch` had them kept. */
  readonly kept: Readonly<Record<string, Values>>;
  readonly history: readonly EpochLosses[];
}

/** The network that settings name. */
export function classifierOf({ network, width, standardise }: ClassifierSettings): Classifier {
  return { name: network, classes: digitClasses, width, standardise };
}

/**
 * Trains a classifier of the classes beside the outlier class by cross-entropy and Adam at a constant rate.
 *
 * Throws a divergence with the loss curves until then when the loss is not finite.
 */
export async function trainClassifier(training: ClassifierTraining): Promise<TrainedClassifier> {
  const { settings, dataset, images, places, outlierClass, checkpoints, engine, signal, now, progress, onEpoch } =
    training;
  const { augmentation, batchSize, epochs, learningRate, network, seed } = settings;
  // Neither width nor number of epochs: runs that differ in them are paired as far as they go alike.
  const purpose = ["digit classifier", network, dataset, `seed ${seed}`];
  const classifier = classifierOf(settings);
  const trained = await train({
    engine,
    model: (built, { images: pixels, targets }) => ({
      loss: crossEntropy(logits(built, pixels as Node, classifier), targets as Node),
    }),
    optimiser: adam({ learningRate }),
    examples: digits({ images, places, outlierClass, augmentation, purpose }),
    batchSize,
    epochs,
    purpose,
    checkpoints,
    signal,
    now,
    ...(progress === undefined ? {} : { progress }),
    ...(onEpoch === undefined ? {} : { onEpoch }),
  });
  if (trained.kind === "diverged") throw divergence(trained.reason, classifierCurves(trained.history));
  const { values, kept, history } = trained;
  return { values, kept, history };
}

/** What was told of each epoch: losses by split, and whatever else was measured after it, as a curve of its name. */
export function classifierCurves(history: readonly EpochLosses[]): readonly Curve[] {
  const names = new Set(history.flatMap(({ losses }) => Object.keys(losses)));
  return [...names].map((name) => {
    const points = history.flatMap(({ epoch, losses }): (readonly [number, number])[] => {
      const value = losses[name];
      return value === undefined ? [] : [[epoch, Number(value.toPrecision(6))]];
    });
    const split = splitOf(name);
    if (split === undefined) return { name, at: {}, x: "epoch", y: name, points };
    return { name: "loss", at: { part: "total", split }, x: "epoch", y: "cross-entropy", points };
  });
}

function splitOf(name: string): string | undefined {
  if (name === "loss") return "train";
  return name === "validation" ? "validation" : undefined;
}
