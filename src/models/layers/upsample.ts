import { dimension, formatShape } from "../../engine/dimensions.ts";
import type { Node } from "../../engine/graph.ts";
import { expand, reshape } from "../../engine/shape.ts";

/**
 * Each pixel repeated `factor` times along height and width (nearest neighbour): [N, C, H, W] to [N, C, H·factor,
 * W·factor].
 *
 * @example
 * upsample(input("x", [8, 4, 7, 7]), 2).shape; // => [8, 4, 14, 14]
 */
export function upsample(x: Node, factor: number): Node {
  if (x.shape.length !== 4 || !Number.isSafeInteger(factor) || factor < 1)
    throw new RangeError(`upsample: a factor of ${factor} does not fit ${formatShape(x.shape)}`);
  const [batch, channels, height, width] = [0, 1, 2, 3].map((axis) => dimension(x.shape, axis)) as [
    number,
    number,
    number,
    number,
  ];
  const spaced = reshape(x, [batch, channels, height, 1, width, 1]);
  const repeated = expand(spaced, [batch, channels, height, factor, width, factor]);
  return reshape(repeated, [batch, channels, height * factor, width * factor]);
}
