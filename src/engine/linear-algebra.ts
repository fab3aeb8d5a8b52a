import { broadcastShape, dimension, formatShape } from "./dimensions.ts";
import { makeNode, type Node } from "./graph.ts";

/**
 * Matrix product of the last two axes; leading axes broadcast.
 *
 * @example
 * matmul(input("a", [8, 2, 3]), input("b", [3, 4])).shape; // => [8, 2, 4]
 */
export function matmul(a: Node, b: Node): Node {
  if (a.shape.length < 2 || b.shape.length < 2 || a.shape.at(-1) !== b.shape.at(-2))
    throw new RangeError(`matmul: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} do not chain as matrices`);
  const batch = broadcastShape("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
  return makeNode("matmul", [a, b], {}, [...batch, dimension(a.shape, -2), dimension(b.shape, -1)]);
}
