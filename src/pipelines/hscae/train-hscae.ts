import type { Dataset } from "../../data/image-set.ts";
import { add, exp, mul } from "../../engine/arithmetic.ts";
import type { Engine } from "../../engine/executor.ts";
import type { Node } from "../../engine/graph.ts";
import { divergenceFromStandardNormal, logSoftmax, meanSquaredError } from "../../engine/losses.ts";
import { mean } from "../../engine/reduction.ts";
import { logits } from "../../models/networks/classifier.ts";
import { hscae } from "../../models/networks/hscae.ts";
import { adam } from "../../models/training/adam.ts";
import { frozen } from "../../models/training/frozen.ts";
import type { Network } from "../../models/training/network.ts";
import { train } from "../../models/training/train.ts";
import type { Checkpoints, EpochLosses, Training, Values } from "../../models/training/training.ts";
import type { Model } from "../../models/training/training-graph.ts";
import { divergence } from "../divergence.ts";
import { digits } from "../odin/digits.ts";
import { outlierClass } from "../odin/settings.ts";
import { classifierOf } from "../odin/train-classifier.ts";
import type { CellImages } from "./cell-images.ts";
import { lossCurves } from "./loss-curves.ts";
import type { Settings } from "./settings.ts";

export interface HscaeTraining extends Pick<Training, "signal" | "now" | "progress" | "onEpoch"> {
  readonly settings: Settings;
  readonly dataset: Dataset;
  readonly images: CellImages;
  readonly engine: Engine;
  /** Values of the trained classifier, which stay as they are. */
  readonly classifier: Values;
  readonly checkpoints: Checkpoints;
}

export interface TrainedHscae {
  /** Those of the classifier among them, where the autoencoder is conditioned. */
  readonly values: Values;
  readonly history: readonly EpochLosses[];
}

/** What the classifier takes images for, as probabilities [N, 9]. */
export function conditionOf(network: Network, images: Node, { classifier }: Settings): Node {
  return exp(logSoftmax(logits(network, images, classifierOf(classifier))));
}

/**
 * Trains the autoencoder to reconstruct the digits 1 to 9 as they come out of the augmentation, under the classifier's
 * probabilities of these very images. Weights and order belong to the data set and the seed alone, so that variants and
 * latent dimensions are compared with the same ones. Throws a divergence with the loss curves so far.
 */
export async function trainHscae(training: HscaeTraining): Promise<TrainedHscae> {
  const { settings, dataset, images, engine, classifier, checkpoints, signal, now, progress, onEpoch } = training;
  const { batchSize, epochs, learningRate, seed } = settings;
  const purpose = ["hscae", dataset.name, `seed ${seed}`];
  const { augmentation } = settings.classifier;
  const source = digits({ images: dataset.train, places: images.train, outlierClass, augmentation, purpose });
  const trained = await train({
    ...{ engine, model: hscaeModel(settings), optimiser: adam({ learningRate }), batchSize, epochs, purpose },
    examples: { ...source, shapes: { images: [dataset.train.channels, dataset.train.height, dataset.train.width] } },
    ...(settings.conditioned ? { startFrom: classifier } : {}),
    ...{ checkpoints, signal, now },
    ...(progress === undefined ? {} : { progress }),
    ...(onEpoch === undefined ? {} : { onEpoch }),
  });
  if (trained.kind === "diverged") throw divergence(trained.reason, lossCurves(trained.history));
  return trained;
}

/**
 * The mean squared error; of the variational autoencoder, the KL divergence is added at a pixel's share, which makes the
 * sum the negative evidence lower bound of normal pixels of variance 1/2, divided by their number.
 */
function hscaeModel(settings: Settings): Model {
  return (network, batch) => {
    const images = batch.images as Node;
    const condition = settings.conditioned ? conditionOf(frozen(network), images, settings) : undefined;
    const { reconstruction, latent, logVariance } = hscae(network, images, condition, settings.network);
    const error = meanSquaredError(reconstruction, images);
    if (logVariance === undefined) return { loss: error };
    const pixels = images.shape.slice(1).reduce((product, size) => product * size, 1);
    const kl = mul(mean(divergenceFromStandardNormal(latent, logVariance)), 1 / pixels);
    return { loss: add(error, kl), reported: { reconstruction: error, kl } };
  };
}
