import { mul, square } from "../../engine/arithmetic.ts";
import { convWeightGradient } from "../../engine/convolution.ts";
import type { Engine } from "../../engine/executor.ts";
import { gradient } from "../../engine/gradient.ts";
import type { Node } from "../../engine/graph.ts";
import { sum } from "../../engine/reduction.ts";
import {
  type AutoencoderOptions,
  type DecoderLayer,
  gradconAutoencoder,
} from "../../models/networks/gradcon-autoencoder.ts";
import type { Examples } from "../../models/training/examples.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { Network } from "../../models/training/network.ts";
import type { Values } from "../../models/training/training.ts";
import { averageName, cosine, imageLosses, meanOf } from "./objective.ts";
import { scoreWeight } from "./settings.ts";

/** What of a score an area under the curve is of. */
export type Part = "reconstruction" | "latent" | "gradient" | "combined";

/** Scores of images by part, each high for inliers; `latent` for the variational autoencoder only. */
export type Scores = Readonly<Partial<Record<Part, Float64Array>>>;

export interface ImageScorer {
  /** @param values parameters and averages of gradients, as kept together */
  readonly score: (values: Values, images: Examples, signal?: AbortSignal) => Promise<Scores>;
  readonly release: () => Promise<void>;
}

/** Images whose gradients are computed together: more are no faster, and each holds 115,200 numbers. */
const imagesAtOnce = 16;

/**
 * Scores images one by one, several at a time: minus the reconstruction's loss; minus the latent loss; the mean, over the
 * decoder's layers, of the cosine between the gradient of the image's reconstruction loss and the average of training;
 * and, combined, −L + 0.12 · cosine. The signs are the official code's: high for inliers.
 *
 * Source: olivesgatech/gradcon-anomaly, ae_grad_reg.py (`gradcon_score`).
 */
export async function openImageScorer(
  engine: Engine,
  channels: number,
  options: AutoencoderOptions,
  batchSize = imagesAtOnce,
): Promise<ImageScorer> {
  const compiled = await compileInference({
    engine,
    shapes: { images: [channels, 28, 28] },
    batchSize,
    inference: (network, { images }) => {
      if (images === undefined) throw new TypeError("gradcon: the batch has no images");
      const autoencoded = gradconAutoencoder(network, images, options);
      const { decoder } = autoencoded;
      const lost = imageLosses(images, autoencoded);
      // No image's loss depends on another's output, so that one gradient of the sum holds those of all.
      const slopes = gradient(
        sum(lost.reconstruction),
        decoder.map(({ output }) => output),
      );
      const cosines = decoder.map((layer, at) => imageCosines(network, layer, slopes[at] as Node));
      return { ...lost, cosine: meanOf(cosines) };
    },
  });
  return {
    score: async (values, images, signal) => {
      const { reconstruction, latent, cosine: cosines } = await compiled.run(values, images, signal);
      if (reconstruction === undefined || cosines === undefined) throw new Error("gradcon: a score is missing");
      return {
        reconstruction: Float64Array.from(reconstruction, (loss) => -loss),
        ...(latent === undefined ? {} : { latent: Float64Array.from(latent, (loss) => -loss) }),
        gradient: Float64Array.from(cosines),
        combined: Float64Array.from(reconstruction, (loss, at) => scoreWeight * (cosines[at] as number) - loss),
      };
    },
    release: compiled.release,
  };
}

/** The cosine between each image's gradient of a layer's weights and the average gradient, [N]. */
function imageCosines(network: Network, layer: DecoderLayer, slope: Node): Node {
  const { name, input, kernel, stride, padding } = layer;
  const own = convWeightGradient(slope, input, { stride, padding, kernel: [kernel, kernel], perSample: true });
  const average = network.state(averageName(name), own.shape.slice(1), { kind: "constant", value: 0 });
  const overWeights = { axes: [1, 2, 3, 4] };
  return cosine(sum(mul(own, average), overWeights), sum(square(own), overWeights), sum(square(average)));
}
