import { relu } from "../../engine/activation.ts";
import { add, exp, mul } from "../../engine/arithmetic.ts";
import { concatenate } from "../../engine/concatenate.ts";
import { dimension } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { reshape } from "../../engine/shape.ts";
import { convolution, transposedConvolution } from "../layers/convolution.ts";
import { dense } from "../layers/dense.ts";
import type { Network } from "../training/network.ts";

/** Side of the images, in pixels. */
export const cvaeSide = 32;

/** Width of the dense hidden layers. */
const hidden = 128;

export interface CvaeOptions {
  readonly latentDimension: number;
  /** What is before the two heads; `dense` has two hidden layers on the flattened image and label, for comparison. */
  readonly encoder: "convolutional" | "convolutional with a hidden layer" | "dense";
  /** Two dense hidden layers, or the mirror image of the convolutions. */
  readonly decoder: "dense" | "transposed";
  /** Of all layers but the heads and the last one: ReLU unless given. */
  readonly activation?: (x: Node) => Node;
}

/** The normal distribution of the latent variable: [N, latentDimension] each. */
export interface Encoded {
  readonly mean: Node;
  /** Log of the standard deviation, not of the variance. */
  readonly logDeviation: Node;
}

/**
 * Encoder of the CVAE report's model: images [N, 1, 32, 32] and labels [N, L]. A dense layer makes the label a second
 * channel; two convolutions (32 and 64 filters of 3 × 3, stride 2) and two dense heads follow.
 *
 * @example
 * const options = { latentDimension: 2, encoder: "convolutional", decoder: "dense" } as const;
 * const [images, labels] = [input("images", [8, 1, 32, 32]), input("labels", [8, 6])];
 * encodeCvae(beginNetwork("inference"), images, labels, options).mean.shape; // => [8, 2]
 * @throws RangeError for images of another size.
 */
export function encodeCvae(network: Network, images: Node, labels: Node, options: CvaeOptions): Encoded {
  const { latentDimension, encoder, activation = relu } = options;
  const [count, channels, height, width] = images.shape;
  if (count === undefined || channels !== 1 || height !== cvaeSide || width !== cvaeSide)
    throw new RangeError(`encodeCvae: images are [${images.shape}], expected [N, 1, ${cvaeSide}, ${cvaeSide}]`);
  const label = dense(network, labels, { name: "encoder.label", outputs: cvaeSide * cvaeSide });
  const both = concatenate([images, reshape(label, images.shape)], 1);
  const encoded = encoder === "dense" ? denseLayers(network, both, activation) : convolutions(network, both, options);
  return {
    mean: dense(network, encoded, { name: "encoder.mean", outputs: latentDimension }),
    logDeviation: dense(network, encoded, { name: "encoder.logDeviation", outputs: latentDimension }),
  };
}

function convolutions(network: Network, x: Node, { encoder, activation = relu }: CvaeOptions): Node {
  const window = { kernel: 3, stride: 2, padding: 1 };
  const first = activation(convolution(network, x, { name: "encoder.first", outputs: 32, ...window }));
  const second = activation(convolution(network, first, { name: "encoder.second", outputs: 64, ...window }));
  const flat = flatten(second);
  if (encoder === "convolutional") return flat;
  return activation(dense(network, flat, { name: "encoder.hidden", outputs: hidden }));
}

function denseLayers(network: Network, x: Node, activation: (x: Node) => Node): Node {
  const first = activation(dense(network, flatten(x), { name: "encoder.first", outputs: hidden }));
  return activation(dense(network, first, { name: "encoder.second", outputs: hidden }));
}

/** A draw of the latent variable by the reparametrisation trick, mean + deviation · noise; in inference the mean. */
export function sampleLatent(network: Network, { mean, logDeviation }: Encoded): Node {
  if (network.mode === "inference") return mean;
  return add(mean, mul(exp(logDeviation), network.noise("latent", mean.shape, { kind: "normal" })));
}

/**
 * Decoder of the CVAE report's model: latent variables [N, latentDimension] and labels [N, L] to the logits of images
 * [N, 1, 32, 32].
 */
export function decodeCvae(network: Network, latent: Node, labels: Node, options: CvaeOptions): Node {
  const { decoder, activation = relu } = options;
  const given = concatenate([latent, labels], 1);
  const shape = [dimension(latent.shape, 0), 1, cvaeSide, cvaeSide];
  if (decoder === "transposed") return transposedConvolutions(network, given, activation);
  const first = activation(dense(network, given, { name: "decoder.first", outputs: hidden }));
  const second = activation(dense(network, first, { name: "decoder.second", outputs: hidden }));
  return reshape(dense(network, second, { name: "decoder.last", outputs: cvaeSide * cvaeSide }), shape);
}

function transposedConvolutions(network: Network, x: Node, activation: (x: Node) => Node): Node {
  const [channels, side] = [64, cvaeSide / 4];
  const begun = activation(dense(network, x, { name: "decoder.begin", outputs: channels * side * side }));
  const small = reshape(begun, [dimension(x.shape, 0), channels, side, side]);
  const window = { kernel: 3, stride: 2, padding: 1 };
  const up = (name: string, from: Node, outputs: number, size: number): Node =>
    transposedConvolution(network, from, { name, outputs, ...window, size: [size, size] });
  const middle = activation(up("decoder.up", small, 32, cvaeSide / 2));
  return up("decoder.out", middle, 1, cvaeSide);
}

function flatten(x: Node): Node {
  const [count = 1, ...rest] = x.shape;
  return reshape(x, [count, rest.reduce((product, size) => product * size, 1)]);
}
