import { relu } from "../../engine/activation.ts";
import { concatenate } from "../../engine/concatenate.ts";
import { dimension } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { logSoftmax } from "../../engine/losses.ts";
import { slice } from "../../engine/shape.ts";
import { batchNormalisation } from "../layers/batch-normalisation.ts";
import { dense } from "../layers/dense.ts";
import { dropout } from "../layers/dropout.ts";
import type { Network } from "../training/network.ts";
import { type VggOptions, vggFeatures } from "./vgg-features.ts";

/**
 * SpinalVGG for 28 × 28 images (Kabir et al., SpinalNet, MNIST_VGG): the convolutions of `vgg`, then four layers of
 * 2 · width, which take the halves of the features by turns and each the output of the layer before it; all four feed the
 * last layer. Dropout of a half before each layer. Images [N, C, 28, 28] to log-probabilities [N, classes]: logits less
 * a constant, so that dividing them by a temperature before a softmax is right, and dividing their exponentials is not.
 *
 * @example
 * spinalVgg(beginNetwork("training"), input("images", [8, 1, 28, 28]), { classes: 9 }).shape; // => [8, 9]
 */
export function spinalVgg(network: Network, images: Node, options: VggOptions): Node {
  const { classes, width = 64, activation = relu } = options;
  const { features } = vggFeatures(network, images, options);
  const outputs = 2 * width;
  const half = (second: boolean): Node =>
    slice(features, [0, second ? outputs : 0], [dimension(features.shape, 0), outputs]);
  const layers: Node[] = [];
  for (const position of [1, 2, 3, 4]) {
    const name = `spinal${position}`;
    const before = layers.at(-1);
    const own = half(position % 2 === 0);
    const x = before === undefined ? own : concatenate([own, before], 1);
    const sum = dense(network, dropout(network, x, { name: `${name}.dropout`, rate: 0.5 }), { name, outputs });
    layers.push(activation(batchNormalisation(network, sum, { name: `${name}.bn` })));
  }
  const last = dropout(network, concatenate(layers, 1), { name: "last.dropout", rate: 0.5 });
  return logSoftmax(dense(network, last, { name: "last", outputs: classes }));
}
