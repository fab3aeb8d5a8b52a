import type { Network } from "./network.ts";

/**
 * A part of a network under construction that is not trained: its layers declare their parameters as states, without
 * updates, and behave as in inference (running statistics, no dropout). Its values are given to the training as
 * `startFrom`, and come out of it unchanged beside the trained ones.
 *
 * @example
 * const network = beginNetwork("training");
 * frozen(network).parameter("fixed.weight", [3, 2], { kind: "constant", value: 0 });
 * network.declarations().parameters.length; // => 0
 */
export function frozen(network: Network): Network {
  return { ...network, mode: "inference", parameter: network.state };
}
