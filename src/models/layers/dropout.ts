import { mul } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import type { Network } from "../training/network.ts";

/**
 * Dropout: in training each element is kept with probability 1 − rate and divided by it (so that the mean stays), by a
 * mask drawn anew for each step; in inference nothing happens.
 *
 * @example
 * const x = input("x", [8, 4]);
 * dropout(beginNetwork("inference"), x, { name: "drop", rate: 0.5 }) === x; // => true
 */
export function dropout(
  network: Network,
  x: Node,
  { name, rate }: { readonly name: string; readonly rate: number },
): Node {
  if (!(rate >= 0 && rate < 1)) throw new RangeError(`dropout: rate ${rate} is not in [0, 1)`);
  if (network.mode === "inference" || rate === 0) return x;
  return mul(x, network.noise(name, x.shape, { kind: "mask", keep: 1 - rate }));
}
