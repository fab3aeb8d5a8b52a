import { relu } from "../../engine/activation.ts";
import type { Node } from "../../engine/graph.ts";
import { logSoftmax } from "../../engine/losses.ts";
import { batchNormalisation } from "../layers/batch-normalisation.ts";
import { dense } from "../layers/dense.ts";
import { dropout } from "../layers/dropout.ts";
import type { Network } from "../training/network.ts";
import { type VggOptions, vggFeatures } from "./vgg-features.ts";

/**
 * The plain VGG for 28 × 28 images beside which SpinalVGG is published: its convolutions, then a hidden layer of
 * 8 · width, with dropout of a half before each of the two last layers. Images [N, C, 28, 28] to log-probabilities
 * [N, classes].
 *
 * @example
 * vgg(beginNetwork("training"), input("images", [8, 1, 28, 28]), { classes: 9 }).shape; // => [8, 9]
 */
export function vgg(network: Network, images: Node, options: VggOptions): Node {
  const { classes, width = 64, activation = relu } = options;
  const { features } = vggFeatures(network, images, options);
  const sum = dense(network, dropout(network, features, { name: "hidden.dropout", rate: 0.5 }), {
    name: "hidden",
    outputs: 8 * width,
  });
  const hidden = activation(batchNormalisation(network, sum, { name: "hidden.bn" }));
  const last = dropout(network, hidden, { name: "last.dropout", rate: 0.5 });
  return logSoftmax(dense(network, last, { name: "last", outputs: classes }));
}
