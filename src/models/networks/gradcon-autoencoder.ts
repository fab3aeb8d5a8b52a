import { relu, sigmoid } from "../../engine/activation.ts";
import { add, exp, mul } from "../../engine/arithmetic.ts";
import { dimension, elementCount } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { reshape } from "../../engine/shape.ts";
import { convolution, transposedConvolution } from "../layers/convolution.ts";
import { dense } from "../layers/dense.ts";
import type { Network } from "../training/network.ts";

/** GradCon's autoencoders: plain, or variational with the same convolutions and three dense layers between them. */
export type AutoencoderKind = "cae" | "vae";

export interface AutoencoderOptions {
  readonly kind: AutoencoderKind;
  /** Of all layers but the last, ReLU unless given. */
  readonly activation?: (x: Node) => Node;
}

/** A transposed convolution of the decoder: what it was given, and what it gave before its activation. */
export interface DecoderLayer {
  readonly name: string;
  readonly input: Node;
  readonly output: Node;
  readonly kernel: number;
  readonly stride: number;
  readonly padding: number;
}

export interface Autoencoded {
  /** What the reconstruction is the sigmoid of: [N, C, 28, 28]. */
  readonly logits: Node;
  /** In (0, 1). */
  readonly reconstruction: Node;
  /** From the latent variable to the image. */
  readonly decoder: readonly DecoderLayer[];
  /** Of the variational autoencoder: [N, 576] each. */
  readonly latent?: { readonly mean: Node; readonly logVariance: Node };
}

/** Kernel, stride and padding of every encoder layer. */
const down = { kernel: 4, stride: 2, padding: 2 } as const;

/** The decoder's paddings alternate, so that 3 pixels become 4, 8, 14 and 28. */
const up = [
  { name: "decoder1", outputs: 64, padding: 2 },
  { name: "decoder2", outputs: 32, padding: 1 },
  { name: "decoder3", outputs: 32, padding: 2 },
  { name: "decoder4", outputs: undefined, padding: 1 },
] as const;

/** The decoder's layers, whose weights (`name.weight`) GradCon constrains. */
export const decoderLayers: readonly string[] = up.map(({ name }) => name);

/**
 * GradCon's autoencoder of images [N, C, 28, 28]: four convolutions to [N, 64, 3, 3] and four transposed ones back; 230,721
 * parameters (1,227,777 variational) with one channel, 232,771 (1,229,827) with three. In inference the variational one
 * decodes the mean.
 *
 * Source: olivesgatech/gradcon-anomaly, models.py.
 *
 * @example
 * const network = beginNetwork("inference");
 * gradconAutoencoder(network, input("images", [8, 1, 28, 28]), { kind: "cae" }).reconstruction.shape; // => [8, 1, 28, 28]
 * @throws RangeError for images that are not 28 pixels wide and high.
 */
export function gradconAutoencoder(network: Network, images: Node, options: AutoencoderOptions): Autoencoded {
  const { kind, activation = relu } = options;
  const [, channels, height, width] = images.shape;
  if (channels === undefined || height !== 28 || width !== 28)
    throw new RangeError(`gradconAutoencoder: images are [${images.shape}], expected [N, C, 28, 28]; resize them`);
  let encoded = images;
  for (const [at, outputs] of [32, 32, 64, 64].entries())
    encoded = activation(convolution(network, encoded, { name: `encoder${at + 1}`, outputs, ...down }));
  const { code, latent } = kind === "vae" ? variational(network, encoded) : { code: encoded, latent: undefined };
  const decoder: DecoderLayer[] = [];
  let input = code;
  for (const [at, { name, outputs = channels, padding }] of up.entries()) {
    const window = { kernel: 4, stride: 2, padding };
    const output = transposedConvolution(network, input, { name, outputs, ...window });
    decoder.push({ name, input, output, ...window });
    if (at < up.length - 1) input = activation(output);
  }
  const logits = decoder.at(-1)?.output ?? code;
  return { logits, reconstruction: sigmoid(logits), decoder, ...(latent === undefined ? {} : { latent }) };
}

function variational(network: Network, encoded: Node) {
  const batch = dimension(encoded.shape, 0);
  const outputs = elementCount(encoded.shape) / batch;
  const flat = reshape(encoded, [batch, outputs]);
  const mean = dense(network, flat, { name: "latent.mean", outputs });
  const logVariance = dense(network, flat, { name: "latent.logVariance", outputs });
  const drawn =
    network.mode === "training"
      ? add(mean, mul(exp(mul(logVariance, 0.5)), network.noise("latent.noise", mean.shape, { kind: "normal" })))
      : mean;
  const code = reshape(dense(network, drawn, { name: "latent.decode", outputs }), encoded.shape);
  return { code, latent: { mean, logVariance } };
}
