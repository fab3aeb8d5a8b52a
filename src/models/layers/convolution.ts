import { add } from "../../engine/arithmetic.ts";
import { conv, convTransposed, type WindowOptions } from "../../engine/convolution.ts";
import { dimension } from "../../engine/dimensions.ts";
import type { Node, Pair } from "../../engine/graph.ts";
import { reshape } from "../../engine/shape.ts";
import { pytorchDefault } from "../training/initial-value.ts";
import type { Network } from "../training/network.ts";
import type { InitialValues } from "./dense.ts";

export interface ConvolutionOptions extends WindowOptions {
  readonly name: string;
  readonly outputs: number;
  /** Side of the square filters. */
  readonly kernel: number;
  /** Yes unless given. */
  readonly bias?: boolean;
  readonly initial?: InitialValues;
}

/**
 * A convolution layer: x [N, C, H, W] to [N, outputs, h, w]. Its parameters are `name.weight` [outputs, C, kernel,
 * kernel] and `name.bias` [outputs], as in PyTorch.
 *
 * @example
 * const x = input("x", [8, 1, 28, 28]);
 * convolution(beginNetwork("inference"), x, { name: "first", outputs: 4, kernel: 3, padding: 1 }).shape; // => [8, 4, 28, 28]
 */
export function convolution(network: Network, x: Node, options: ConvolutionOptions): Node {
  const { name, outputs, kernel, initial = {} } = options;
  const channels = dimension(x.shape, 1);
  const begin = pytorchDefault(channels * kernel * kernel);
  const weight = network.parameter(`${name}.weight`, [outputs, channels, kernel, kernel], initial.weight ?? begin);
  return withBias(network, conv(x, weight, options), options, initial.bias ?? begin);
}

/**
 * A transposed convolution layer: x [N, C, h, w] to [N, outputs, H, W], where H and W are those of `size`, or the smallest
 * (PyTorch's with `output_padding` 0). Its parameters are `name.weight` [C, outputs, kernel, kernel] and `name.bias`, as
 * in PyTorch.
 *
 * @example
 * const x = input("x", [8, 4, 14, 14]);
 * const options = { name: "last", outputs: 1, kernel: 4, stride: 2, padding: 1 };
 * transposedConvolution(beginNetwork("inference"), x, options).shape; // => [8, 1, 28, 28]
 */
export function transposedConvolution(
  network: Network,
  x: Node,
  options: ConvolutionOptions & { readonly size?: Pair },
): Node {
  const { name, outputs, kernel, size, initial = {} } = options;
  const channels = dimension(x.shape, 1);
  const begin = pytorchDefault(outputs * kernel * kernel);
  const weight = network.parameter(`${name}.weight`, [channels, outputs, kernel, kernel], initial.weight ?? begin);
  return withBias(network, convTransposed(x, weight, options, size), options, initial.bias ?? begin);
}

function withBias(
  network: Network,
  result: Node,
  { name, outputs, bias = true }: ConvolutionOptions,
  begin: ReturnType<typeof pytorchDefault>,
): Node {
  if (!bias) return result;
  return add(result, reshape(network.parameter(`${name}.bias`, [outputs], begin), [1, outputs, 1, 1]));
}
