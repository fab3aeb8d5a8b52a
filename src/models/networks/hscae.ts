import { relu, sigmoid } from "../../engine/activation.ts";
import { add, exp, mul } from "../../engine/arithmetic.ts";
import { dimension, elementCount, formatShape } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { reshape } from "../../engine/shape.ts";
import { batchNormalisation } from "../layers/batch-normalisation.ts";
import { convolution } from "../layers/convolution.ts";
import { dense } from "../layers/dense.ts";
import { upsample } from "../layers/upsample.ts";
import type { Network } from "../training/network.ts";

export interface HscaeOptions {
  /** Channels of the first stage; the next two have twice and four times as many. */
  readonly width: number;
  /** Length of the encoded vector. */
  readonly latent: number;
  /** Adds each block's input to its output. */
  readonly residual?: boolean;
  /** Encodes to a normal distribution that is drawn from in training, as a variational autoencoder does. */
  readonly variational?: boolean;
  /** ReLU unless given. */
  readonly activation?: (x: Node) => Node;
}

export interface HscaeResult {
  /** [N, 1, 28, 28], within 0 and 1. */
  readonly reconstruction: Node;
  /** [N, latent]; of a variational one the mean. */
  readonly latent: Node;
  /** [N, latent], of a variational one. */
  readonly logVariance?: Node;
}

interface Stage {
  readonly name: string;
  readonly widths: readonly number[];
  readonly side: number;
}

/**
 * The hierarchical self-conditioned autoencoder: encoder and decoder of 14 convolutions (3×3) and one dense layer each,
 * without residual connections. The condition, a classifier's probabilities [N, K], is projected by a dense layer with an
 * activation to each convolution's channels and added at every pixel; without one the autoencoder is unconditioned.
 *
 * What the report leaves open is assumed: stages of 4, 5 and 5 convolutions at 28, 14 and 7 pixels, halved by strides and
 * doubled by repeating pixels, and batch normalisation behind each convolution but the last.
 *
 * Throws a RangeError unless images are [N, 1, 28, 28].
 *
 * @example
 * const images = input("images", [8, 1, 28, 28]);
 * const network = beginNetwork("inference");
 * hscae(network, images, input("condition", [8, 9]), { width: 8, latent: 6 }).latent.shape; // => [8, 6]
 */
export function hscae(network: Network, images: Node, condition: Node | undefined, options: HscaeOptions): HscaeResult {
  if (formatShape(images.shape.slice(1)) !== "[1, 28, 28]")
    throw new RangeError(`hscae: expects images [N, 1, 28, 28], got ${formatShape(images.shape)}`);
  const { width, latent, variational = false } = options;
  const batch = dimension(images.shape, 0);
  const [fine, middle, coarse] = [width, 2 * width, 4 * width];
  const layer = layers(network, condition, options);
  let x = layer.stage(images, { name: "encoder.28", widths: [fine, fine, fine, fine], side: 28 });
  x = layer.stage(x, { name: "encoder.14", widths: Array(5).fill(middle), side: 14 });
  x = layer.stage(x, { name: "encoder.7", widths: Array(5).fill(coarse), side: 7 });
  const flat = reshape(x, [batch, coarse * 49]);
  const encoded = dense(network, flat, { name: "encoder.dense", outputs: latent });
  const logVariance = variational ? dense(network, flat, { name: "encoder.logVariance", outputs: latent }) : undefined;
  const drawn = logVariance === undefined ? encoded : sample(network, encoded, logVariance);
  const begun = layer.activation(dense(network, drawn, { name: "decoder.dense", outputs: coarse * 49 }));
  x = reshape(begun, [batch, coarse, 7, 7]);
  x = layer.stage(x, { name: "decoder.7", widths: [coarse, coarse, coarse, coarse, middle], side: 7 });
  x = layer.stage(upsample(x, 2), { name: "decoder.14", widths: [middle, middle, middle, middle, fine], side: 14 });
  x = layer.stage(upsample(x, 2), { name: "decoder.28", widths: [fine, fine, fine], side: 28 });
  const last = convolution(network, x, { name: "decoder.28.3", outputs: 1, kernel: 3, padding: 1 });
  return { reconstruction: sigmoid(last), latent: encoded, ...(logVariance === undefined ? {} : { logVariance }) };
}

function layers(network: Network, condition: Node | undefined, options: HscaeOptions) {
  const { residual = false, activation = relu } = options;
  const block = (x: Node, name: string, outputs: number, stride: number): Node => {
    const window = { name, outputs, kernel: 3, padding: 1, stride, bias: false };
    const result = activation(batchNormalisation(network, convolution(network, x, window), { name: `${name}.norm` }));
    const conditioned = condition === undefined ? result : add(result, projected(name, condition, outputs));
    const unchanged = elementCount(x.shape) === elementCount(result.shape);
    return residual && unchanged ? add(conditioned, x) : conditioned;
  };
  const projected = (name: string, given: Node, outputs: number): Node => {
    const channels = activation(dense(network, given, { name: `${name}.condition`, outputs }));
    return reshape(channels, [...channels.shape, 1, 1]);
  };
  const stage = (x: Node, { name, widths, side }: Stage): Node =>
    widths.reduce((before, outputs, at) => {
      const stride = at === 0 ? dimension(before.shape, 2) / side : 1;
      return block(before, `${name}.${at}`, outputs, stride);
    }, x);
  return { stage, activation };
}

/** The reparametrisation of a normal distribution; its mean in inference. */
function sample(network: Network, mean: Node, logVariance: Node): Node {
  if (network.mode === "inference") return mean;
  const noise = network.noise("latent", mean.shape, { kind: "normal" });
  return add(mean, mul(exp(mul(logVariance, 0.5)), noise));
}
