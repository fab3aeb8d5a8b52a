import { relu } from "../../engine/activation.ts";
import { add, div, mul, neg, sqrt, square, sub } from "../../engine/arithmetic.ts";
import { elementCount } from "../../engine/dimensions.ts";
import { gradient } from "../../engine/gradient.ts";
import { constant, type Node } from "../../engine/graph.ts";
import { binaryCrossEntropy, divergenceFromStandardNormal } from "../../engine/losses.ts";
import { mean, sum } from "../../engine/reduction.ts";
import {
  type Autoencoded,
  type AutoencoderOptions,
  gradconAutoencoder,
} from "../../models/networks/gradcon-autoencoder.ts";
import type { Network } from "../../models/training/network.ts";
import type { Model } from "../../models/training/training-graph.ts";

export interface ObjectiveOptions extends AutoencoderOptions {
  /** α of the gradient loss; absent without the constraint. */
  readonly gradientWeight?: number;
}

/** The least product of two norms that a cosine divides by. */
const leastProduct = 1e-8;

/**
 * What GradCon minimises on a batch { images }: J = L + Ω + α · L_grad, told as `loss`, `reconstruction`, `latent`
 * (variational) and `gradient` (constrained). L is the mean squared error over batch, channels and pixels; for the
 * variational autoencoder L + Ω is the negative evidence lower bound divided by the number of pixels. L_grad is minus the
 * mean, over the decoder's layers, of the cosine between dL/dW and the average of dJ/dW over all earlier steps; no average
 * yet, no L_grad. The averages are states, kept without the constraint, too.
 *
 * Source: olivesgatech/gradcon-anomaly, ae_grad_reg.py.
 */
export function gradconObjective(options: ObjectiveOptions): Model {
  const { gradientWeight } = options;
  return (network, { images }) => {
    if (images === undefined) throw new TypeError("gradconObjective: the batch has no images");
    const autoencoded = gradconAutoencoder(network, images, options);
    const lost = imageLosses(images, autoencoded);
    const reconstruction = mean(lost.reconstruction);
    const latent = lost.latent === undefined ? undefined : mean(lost.latent);
    const averages = gradientAverages(network, autoencoded);
    const unconstrained = latent === undefined ? reconstruction : add(reconstruction, latent);
    const told = { reconstruction, ...(latent === undefined ? {} : { latent }) };
    const { afterGradients } = averages;
    if (gradientWeight === undefined) return { loss: unconstrained, reported: told, afterGradients };
    const slopes = gradient(reconstruction, averages.weights);
    const cosines = slopes.map((slope, at) => {
      const average = averages.nodes[at] as Node;
      return cosine(sum(mul(slope, average)), sum(square(slope)), sum(square(average)));
    });
    const misaligned = neg(meanOf(cosines));
    return {
      loss: add(unconstrained, mul(misaligned, gradientWeight)),
      reported: { ...told, gradient: misaligned },
      afterGradients,
    };
  };
}

/** Losses of each image, [N]: of its reconstruction and, variational, of its latent variable. */
export function imageLosses(
  images: Node,
  { logits, reconstruction, latent }: Autoencoded,
): { readonly reconstruction: Node; readonly latent?: Node } {
  const overImage = { axes: [1, 2, 3] };
  if (latent === undefined) return { reconstruction: mean(square(sub(reconstruction, images)), overImage) };
  const pixels = elementCount(images.shape.slice(1));
  return {
    reconstruction: mean(binaryCrossEntropy(logits, images), overImage),
    latent: mul(divergenceFromStandardNormal(latent.mean, latent.logVariance), 1 / pixels),
  };
}

/** The cosine of vectors from their inner product and squared lengths, 0 where either is nothing. */
export function cosine(product: Node, squaredLength: Node, otherSquaredLength: Node): Node {
  const least = leastProduct ** 2;
  const lengths = mul(squaredLength, otherSquaredLength);
  return div(product, sqrt(add(relu(sub(lengths, least)), least)));
}

export function meanOf(nodes: readonly Node[]): Node {
  const total = nodes.reduce((left, right) => add(left, right), constant(0));
  return mul(total, 1 / nodes.length);
}

/** Name of the state that holds the average gradient of a decoder layer's weights. */
export function averageName(layer: string): string {
  return `average.${layer}`;
}

/** The decoder's weights, the present averages of their gradients, and what the averages become after a step. */
function gradientAverages(network: Network, { decoder }: Autoencoded) {
  const zero = { kind: "constant", value: 0 } as const;
  const weights = decoder.map(({ name }) => decoderWeight(network, name));
  const nodes = decoder.map(({ name }, at) => network.state(averageName(name), (weights[at] as Node).shape, zero));
  const steps = network.state("average.steps", [], zero);
  return {
    weights,
    nodes,
    afterGradients: (gradientOf: (parameter: string) => Node): void => {
      const next = add(steps, 1);
      for (const [at, { name }] of decoder.entries()) {
        const average = nodes[at] as Node;
        network.update(averageName(name), add(average, div(sub(gradientOf(`${name}.weight`), average), next)));
      }
      network.update("average.steps", next);
    },
  };
}

function decoderWeight(network: Network, layer: string): Node {
  const declared = network.declarations().parameters.find(({ name }) => name === `${layer}.weight`);
  if (declared === undefined) throw new Error(`gradconObjective: no decoder layer "${layer}"`);
  return network.parameter(declared.name, declared.shape, declared.initial);
}
