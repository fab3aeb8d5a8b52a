import { relu } from "../../engine/activation.ts";
import { add } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import { globalAveragePool, maxPool } from "../../engine/pooling.ts";
import { batchNormalisation } from "../layers/batch-normalisation.ts";
import { convolution } from "../layers/convolution.ts";
import { dense } from "../layers/dense.ts";
import { type ConvolutionLayer, resnet18Layers, resnet18Width, type Stem } from "../resnet18.ts";
import { heNormal } from "../training/initial-value.ts";
import type { Network } from "../training/network.ts";

export interface ResNet18ClassifierOptions {
  readonly classes: number;
  readonly stem: Stem;
  /** Channels of the first stage, 64 unless given; the later ones have two, four and eight times as many. */
  readonly width?: number;
  /** ReLU unless given; another one makes a twin for tests. */
  readonly activation?: (x: Node) => Node;
}

/**
 * ResNet-18 as a classifier to train: images [N, C, H, W] to logits [N, classes]. With the stem for small images as in
 * kuangliu's widely copied CIFAR code, which leaves PyTorch's default weights; with the other as torchvision's, whose
 * convolutions begin normal with variance 2 / fan out. Its parameters are named by the convolution, as in torchvision
 * (`layer1.0.conv1.weight`, and `layer1.0.conv1.bn.gamma` for the normalisation behind it), and `fc`.
 *
 * @example
 * const images = input("images", [8, 1, 28, 28]);
 * resnet18Classifier(beginNetwork("training"), images, { classes: 9, stem: "cifar" }).shape; // => [8, 9]
 * @throws RangeError for a width that is not a positive integer.
 */
export function resnet18Classifier(network: Network, images: Node, options: ResNet18ClassifierOptions): Node {
  const { classes, stem, width = 64, activation = relu } = options;
  if (!Number.isSafeInteger(width) || width < 1)
    throw new RangeError(`resnet18Classifier: width ${width} is not a positive integer`);
  const layers = new Map(resnet18Layers(stem).map((layer) => [layer.name, layer]));
  const normalised = (x: Node, { name, outputs, kernel, stride }: ConvolutionLayer): Node => {
    const window = { name, outputs: (outputs * width) / firstStageWidth, kernel, stride, padding: (kernel - 1) / 2 };
    const initial = stem === "imagenet" ? { weight: heNormal(window.outputs * kernel * kernel) } : {};
    const convolved = convolution(network, x, { ...window, bias: false, initial });
    return batchNormalisation(network, convolved, { name: `${name}.bn` });
  };
  const block = (x: Node, name: string): Node => {
    const shortcut = layers.get(`${name}.downsample`);
    const inner = activation(normalised(x, layerNamed(layers, `${name}.conv1`)));
    const residual = normalised(inner, layerNamed(layers, `${name}.conv2`));
    return activation(add(residual, shortcut === undefined ? x : normalised(x, shortcut)));
  };
  const first = activation(normalised(images, layerNamed(layers, "conv1")));
  const start = stem === "cifar" ? first : maxPool(first, { kernel: 3, stride: 2, padding: 1 });
  const last = blocks.reduce(block, start);
  return dense(network, globalAveragePool(last), { name: "fc", outputs: classes });
}

/** Of the list of layers, which is that of the full network. */
const firstStageWidth = resnet18Width / 8;

const blocks = [1, 2, 3, 4].flatMap((stage) => [0, 1].map((position) => `layer${stage}.${position}`));

function layerNamed(layers: ReadonlyMap<string, ConvolutionLayer>, name: string): ConvolutionLayer {
  const layer = layers.get(name);
  if (layer === undefined) throw new Error(`resnet18Classifier: no layer "${name}"`);
  return layer;
}
