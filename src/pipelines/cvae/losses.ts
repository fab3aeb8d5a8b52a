import { sigmoid } from "../../engine/activation.ts";
import { add, mul, square, sub } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import { binaryCrossEntropy, divergenceFromStandardNormal } from "../../engine/losses.ts";
import { mean, sum } from "../../engine/reduction.ts";
import { decodeCvae, encodeCvae, sampleLatent } from "../../models/networks/cvae.ts";
import type { Network } from "../../models/training/network.ts";
import type { Model } from "../../models/training/training-graph.ts";
import type { Settings } from "./settings.ts";

type LossSettings = Pick<Settings, "network" | "reconstructionLoss" | "klWeight">;

/** What the network makes of each image of a batch, under the label that goes with it. */
export interface ImageLosses {
  /** Summed over the image's pixels: [N]. */
  readonly reconstruction: Node;
  /** KL divergence from the standard normal, in nats: [N]. */
  readonly divergence: Node;
  /** [N, latentDimension] */
  readonly mean: Node;
  /** [N, 1, 32, 32] in (0, 1). */
  readonly image: Node;
}

/**
 * Both losses of each image. The squared error, summed, is −log P(x|z) for a normal distribution of variance 1/2 but for
 * a constant, so that the sum with the divergence is the negative ELBO, as the report calls it.
 */
export function imageLosses(network: Network, images: Node, labels: Node, settings: LossSettings): ImageLosses {
  const encoded = encodeCvae(network, images, labels, settings.network);
  const logits = decodeCvae(network, sampleLatent(network, encoded), labels, settings.network);
  const image = sigmoid(logits);
  const pixels =
    settings.reconstructionLoss === "squared error" ? square(sub(image, images)) : binaryCrossEntropy(logits, images);
  return {
    reconstruction: sum(pixels, { axes: [1, 2, 3] }),
    divergence: divergenceFromStandardNormal(encoded.mean, mul(encoded.logDeviation, 2)),
    mean: encoded.mean,
    image,
  };
}

/** What a training step minimises: the mean over the batch of both losses' sum. */
export function cvaeModel(settings: LossSettings): Model {
  return (network, { images, labels }) => {
    const losses = imageLosses(network, images as Node, labels as Node, settings);
    const [reconstruction, kl] = [mean(losses.reconstruction), mean(losses.divergence)];
    return { loss: add(reconstruction, mul(kl, settings.klWeight)), reported: { reconstruction, kl } };
  };
}
