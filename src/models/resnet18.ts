import { relu } from "../engine/activation.ts";
import { add } from "../engine/arithmetic.ts";
import { conv } from "../engine/convolution.ts";
import { constant, type Node } from "../engine/graph.ts";
import { globalAveragePool, maxPool } from "../engine/pooling.ts";
import { reshape } from "../engine/shape.ts";

/** How the network begins: 3×3 at stride 1 for small images, or 7×7 at stride 2 and max pooling for large ones. */
export type Stem = "cifar" | "imagenet";

/** A convolution without bias, followed by batch normalisation. */
export interface ConvolutionLayer {
  /** As in torchvision: `conv1`, `layer1.0.conv1`, …, `layer4.0.downsample`. */
  readonly name: string;
  readonly inputs: number;
  readonly outputs: number;
  readonly kernel: number;
  readonly stride: number;
}

/** A layer's batch normalisation in inference: γ (x − mean) / √(variance + ε) + β, one number a channel each. */
export interface BatchNormValues {
  readonly gamma: Float32Array;
  readonly beta: Float32Array;
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

export interface LayerParameters {
  /** [outputs, inputs, kernel, kernel]. */
  readonly weight: Float32Array;
  readonly batchNorm: BatchNormValues;
}

export interface ResNet18 {
  readonly stem: Stem;
  /** By layer name. */
  readonly parameters: ReadonlyMap<string, LayerParameters>;
  /** Added to the variance. */
  readonly batchNormEpsilon: number;
}

/** Length of the feature vector. */
export const resnet18Width = 512;

const stages = [
  { name: "layer1", width: 64, stride: 1 },
  { name: "layer2", width: 128, stride: 2 },
  { name: "layer3", width: 256, stride: 2 },
  { name: "layer4", width: 512, stride: 2 },
] as const;

/**
 * The 20 convolutions of ResNet-18 (He et al. 2016) in forward order; a block's shortcut comes after its convolutions.
 *
 * @example
 * resnet18Layers("cifar").length; // => 20
 */
export function resnet18Layers(stem: Stem): readonly ConvolutionLayer[] {
  return [
    stemLayer(stem),
    ...blocks().flatMap(({ first, second, shortcut }) => [first, second, ...(shortcut ? [shortcut] : [])]),
  ];
}

/**
 * ResNet-18 in inference without its classifier: images [N, 3, H, W] to average-pooled features [N, 512].
 *
 * Basic blocks with the stride in the first convolution, symmetric zero padding, and a 1×1 shortcut with batch
 * normalisation where the shape changes: the same in torchvision's `resnet18` and, for its stem of 3×3 at stride 1
 * without pooling, in the official code of Sohn et al. (model/resnet_util.py). Batch normalisation is folded into the
 * weights, so that the graph holds convolutions, sums and rectifiers only.
 *
 * Throws a RangeError when a layer's parameters are missing or of the wrong size.
 */
export function resnet18(images: Node, network: ResNet18): Node {
  const first = relu(normalisedConv(images, stemLayer(network.stem), network));
  const start = network.stem === "cifar" ? first : maxPool(first, { kernel: 3, stride: 2, padding: 1 });
  const last = blocks().reduce((x, block) => {
    const inner = relu(normalisedConv(x, block.first, network));
    const residual = normalisedConv(inner, block.second, network);
    return relu(add(residual, block.shortcut === undefined ? x : normalisedConv(x, block.shortcut, network)));
  }, start);
  return globalAveragePool(last);
}

interface Block {
  readonly first: ConvolutionLayer;
  readonly second: ConvolutionLayer;
  readonly shortcut: ConvolutionLayer | undefined;
}

function stemLayer(stem: Stem): ConvolutionLayer {
  const window = stem === "cifar" ? { kernel: 3, stride: 1 } : { kernel: 7, stride: 2 };
  return { name: "conv1", inputs: 3, outputs: 64, ...window };
}

function blocks(): readonly Block[] {
  return stages.flatMap(({ name, width, stride }, stage) => {
    const before = stages[stage - 1]?.width ?? width;
    return [0, 1].map((position): Block => {
      const at = `${name}.${position}`;
      const inputs = position === 0 ? before : width;
      const blockStride = position === 0 ? stride : 1;
      const changes = blockStride !== 1 || inputs !== width;
      return {
        first: { name: `${at}.conv1`, inputs, outputs: width, kernel: 3, stride: blockStride },
        second: { name: `${at}.conv2`, inputs: width, outputs: width, kernel: 3, stride: 1 },
        shortcut: changes
          ? { name: `${at}.downsample`, inputs, outputs: width, kernel: 1, stride: blockStride }
          : undefined,
      };
    });
  });
}

function normalisedConv(x: Node, layer: ConvolutionLayer, { parameters, batchNormEpsilon }: ResNet18): Node {
  const own = parameters.get(layer.name);
  if (own === undefined) throw new RangeError(`resnet18: no parameters for layer ${layer.name}`);
  const { outputs, inputs, kernel, stride } = layer;
  const perOutput = inputs * kernel * kernel;
  if (own.weight.length !== outputs * perOutput || own.batchNorm.gamma.length !== outputs)
    throw new RangeError(
      `resnet18: the parameters of layer ${layer.name} do not fit ${outputs} × ${inputs} × ${kernel} × ${kernel}`,
    );
  const { gamma, beta, mean, variance } = own.batchNorm;
  const scale = Float64Array.from(
    gamma,
    (value, channel) => value / Math.sqrt((variance[channel] as number) + batchNormEpsilon),
  );
  const weight = own.weight.map((value, at) => value * (scale[Math.floor(at / perOutput)] as number));
  const shift = beta.map((value, channel) => value - (mean[channel] as number) * (scale[channel] as number));
  const result = conv(x, constant(weight, [outputs, inputs, kernel, kernel]), {
    stride,
    padding: Math.floor(kernel / 2),
  });
  return shift.every((value) => value === 0) ? result : add(result, reshape(constant(shift), [1, outputs, 1, 1]));
}
