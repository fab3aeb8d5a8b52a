import { add, mul } from "../../engine/arithmetic.ts";
import { dimension, elementCount } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { batchNormInference, batchNormTraining } from "../../engine/normalisation.ts";
import type { Network } from "../training/network.ts";

export interface BatchNormalisationOptions {
  readonly name: string;
  /** 1e-5 as in PyTorch unless given; Keras has 1e-3. */
  readonly epsilon?: number;
  /** Share of the new batch in the running statistics: 0.1 as in PyTorch unless given; Keras's momentum 0.99 is 0.01 here. */
  readonly momentum?: number;
  /** Whether the running variance takes the unbiased one, as PyTorch does and Keras does not; yes unless given. */
  readonly unbiased?: boolean;
}

/**
 * Batch normalisation over every axis but 1: by the batch's statistics in training, which update the running ones; by
 * the running ones in inference. Parameters `name.gamma` and `name.beta`, states `name.mean` and `name.variance`.
 *
 * @example
 * const network = beginNetwork("training");
 * batchNormalisation(network, input("x", [8, 4, 14, 14]), { name: "bn" });
 * [...network.declarations().updates.keys()]; // => ["bn.mean", "bn.variance"]
 */
export function batchNormalisation(network: Network, x: Node, options: BatchNormalisationOptions): Node {
  const { name, epsilon = 1e-5, momentum = 0.1, unbiased = true } = options;
  const channels = dimension(x.shape, 1);
  const gamma = network.parameter(`${name}.gamma`, [channels], { kind: "constant", value: 1 });
  const beta = network.parameter(`${name}.beta`, [channels], { kind: "constant", value: 0 });
  const mean = network.state(`${name}.mean`, [channels], { kind: "constant", value: 0 });
  const variance = network.state(`${name}.variance`, [channels], { kind: "constant", value: 1 });
  if (network.mode === "inference") return batchNormInference(x, { gamma, beta, mean, variance, epsilon });
  const result = batchNormTraining(x, { gamma, beta, epsilon });
  const count = elementCount(x.shape) / channels;
  const correction = unbiased ? count / Math.max(1, count - 1) : 1;
  network.update(`${name}.mean`, add(mul(mean, 1 - momentum), mul(result.mean, momentum)));
  network.update(`${name}.variance`, add(mul(variance, 1 - momentum), mul(result.variance, momentum * correction)));
  return result.output;
}
