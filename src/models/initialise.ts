import type { Stream } from "../random/stream.ts";
import type { BatchNormValues, ConvolutionLayer, LayerParameters } from "./resnet18.ts";

/**
 * The distribution that convolution weights are drawn from before training, both of variance 2 / (outputs · kernel²):
 * `normal` as in torchvision (`kaiming_normal_`, fan out), `truncated-normal` cut at two deviations as in Keras
 * (`VarianceScaling(2, "fan_out")`).
 */
export type InitialDistribution = "normal" | "truncated-normal";

/** Standard deviation of a standard normal cut at ±2, by which Keras divides to keep the variance. */
const deviationWithinTwo = 0.87962566103423978;

/**
 * A network's parameters before training: each layer's weights drawn from the stream made for it, batch normalisation
 * at γ = 1, β = 0, mean 0, variance 1.
 *
 * @param streamOf makes the stream of a layer by its name, so that the order of drawing decides nothing
 * @example
 * initialise(resnet18Layers("cifar"), "normal", (layer) => stream("example", "seed 1", "weights", layer));
 */
export function initialise(
  layers: readonly ConvolutionLayer[],
  distribution: InitialDistribution,
  streamOf: (layer: string) => Stream,
): ReadonlyMap<string, LayerParameters> {
  return new Map(
    layers.map((layer) => [
      layer.name,
      { weight: weights(layer, distribution, streamOf(layer.name)), batchNorm: untrainedBatchNorm(layer.outputs) },
    ]),
  );
}

function weights(
  { outputs, inputs, kernel }: ConvolutionLayer,
  distribution: InitialDistribution,
  source: Stream,
): Float32Array {
  const result = new Float32Array(outputs * inputs * kernel * kernel);
  const deviation = Math.sqrt(2 / (outputs * kernel * kernel));
  if (distribution === "normal") for (let at = 0; at < result.length; at++) result[at] = deviation * source.normal();
  else
    for (let at = 0; at < result.length; at++)
      result[at] = (deviation / deviationWithinTwo) * source.truncatedNormal(2);
  return result;
}

function untrainedBatchNorm(channels: number): BatchNormValues {
  return {
    gamma: new Float32Array(channels).fill(1),
    beta: new Float32Array(channels),
    mean: new Float32Array(channels),
    variance: new Float32Array(channels).fill(1),
  };
}
