import { relu } from "../../engine/activation.ts";
import type { Node } from "../../engine/graph.ts";
import { maxPool } from "../../engine/pooling.ts";
import { reshape } from "../../engine/shape.ts";
import { batchNormalisation } from "../layers/batch-normalisation.ts";
import { convolution } from "../layers/convolution.ts";
import { heNormal } from "../training/initial-value.ts";
import type { Network } from "../training/network.ts";

export interface VggOptions {
  readonly classes: number;
  /** Channels of the first block, 64 unless given; everything else is a multiple of it. */
  readonly width?: number;
  /** ReLU unless given; another one makes a twin for tests. */
  readonly activation?: (x: Node) => Node;
}

/** Channels of each block's convolutions, as multiples of the width. */
const blocks = [
  [1, 1],
  [2, 2],
  [4, 4, 4],
  [4, 4, 4],
] as const;

/** What the convolutions of a small VGG give. */
export interface VggFeatures {
  /** After each block, before its pooling: what a content distance compares. */
  readonly blocks: readonly Node[];
  /** [N, 4 · width]. */
  readonly features: Node;
}

/**
 * The convolutions of the VGG for 28 × 28 images that SpinalNet is built on (Kabir et al., MNIST_VGG): 3×3 convolutions,
 * each with batch normalisation and rectifier, in blocks that end in 2×2 max pooling (28 → 14 → 7 → 3 → 1).
 *
 * @throws RangeError for a width that is not a positive integer, and images too small or too large for one last pixel.
 */
export function vggFeatures(
  network: Network,
  images: Node,
  { width = 64, activation = relu }: VggOptions,
): VggFeatures {
  if (!Number.isSafeInteger(width) || width < 1)
    throw new RangeError(`vggFeatures: width ${width} is not a positive integer`);
  const outputs: Node[] = [];
  const last = blocks.reduce<Node>((x, channels, block) => {
    const convolved = channels.reduce<Node>((y, multiple, position) => {
      const options = { name: `block${block + 1}.${position}`, outputs: multiple * width, kernel: 3, padding: 1 };
      const initial = { weight: heNormal(9 * options.outputs) };
      const sum = convolution(network, y, { ...options, initial });
      return activation(batchNormalisation(network, sum, { name: `${options.name}.bn` }));
    }, x);
    outputs.push(convolved);
    return maxPool(convolved, { kernel: 2 });
  }, images);
  const [count = 0, channels = 0, height, wide] = last.shape;
  if (height !== 1 || wide !== 1)
    throw new RangeError(
      `vggFeatures: images [${images.shape}] end in ${height} × ${wide} pixels; give 16 to 31 a side`,
    );
  return { blocks: outputs, features: reshape(last, [count, channels]) };
}
