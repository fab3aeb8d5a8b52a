import { broadcastShape, dimension, elementCount, formatShape, type Shape, sameShape } from "./dimensions.ts";
import { makeNode, type Node } from "./graph.ts";

/** The same elements, row-major, under another shape. */
export function reshape(x: Node, shape: Shape): Node {
  if (elementCount(x.shape) !== elementCount(shape))
    throw new RangeError(
      `reshape: ${formatShape(x.shape)} and ${formatShape(shape)} differ in their number of elements`,
    );
  return sameShape(x.shape, shape) ? x : makeNode("reshape", [x], {}, [...shape]);
}

/** x repeated to a shape that it broadcasts to. */
export function expand(x: Node, shape: Shape): Node {
  if (!sameShape(broadcastShape("expand", x.shape, shape), shape))
    throw new RangeError(`expand: ${formatShape(x.shape)} does not broadcast to ${formatShape(shape)}`);
  return sameShape(x.shape, shape) ? x : makeNode("expand", [x], {}, [...shape]);
}

/** Axis `i` of the result is axis `permutation[i]` of x; by default the axes are reversed. */
export function transpose(x: Node, permutation: readonly number[] = x.shape.map((_, i) => i).reverse()): Node {
  if (
    !sameShape(
      [...permutation].sort((a, b) => a - b),
      x.shape.map((_, axis) => axis),
    )
  )
    throw new RangeError(`transpose: ${formatShape(permutation)} does not permute the axes of ${formatShape(x.shape)}`);
  if (permutation.every((from, to) => from === to)) return x;
  return makeNode(
    "transpose",
    [x],
    { permutation: [...permutation] },
    permutation.map((axis) => dimension(x.shape, axis)),
  );
}

/** The last two axes exchanged: the transposed matrix, batch by batch. */
export function transposeMatrix(x: Node): Node {
  const rank = x.shape.length;
  if (rank < 2) throw new RangeError(`transposeMatrix: ${formatShape(x.shape)} has fewer than two axes`);
  return transpose(x, [...x.shape.slice(0, -2).map((_, axis) => axis), rank - 1, rank - 2]);
}

/** x with `before` and `after` zeros on each axis. */
export function pad(x: Node, before: readonly number[], after: readonly number[]): Node {
  const rank = x.shape.length;
  if (
    before.length !== rank ||
    after.length !== rank ||
    [...before, ...after].some((n) => !Number.isInteger(n) || n < 0)
  )
    throw new RangeError(
      `pad: ${formatShape(before)} before and ${formatShape(after)} after must give each axis of ${formatShape(x.shape)} a count of 0 or more`,
    );
  if ([...before, ...after].every((n) => n === 0)) return x;
  const shape = x.shape.map((size, axis) => size + dimension(before, axis) + dimension(after, axis));
  return makeNode("pad", [x], { before: [...before], after: [...after] }, shape);
}

/** The block of x of the given shape that begins at `start`. */
export function slice(x: Node, start: readonly number[], shape: Shape): Node {
  const fits =
    start.length === x.shape.length &&
    shape.length === x.shape.length &&
    x.shape.every((size, axis) => {
      const [from, count] = [dimension(start, axis), dimension(shape, axis)];
      return from >= 0 && count > 0 && from + count <= size;
    });
  if (!fits)
    throw new RangeError(
      `slice: a block ${formatShape(shape)} at ${formatShape(start)} does not lie within ${formatShape(x.shape)}`,
    );
  return sameShape(x.shape, shape) ? x : makeNode("slice", [x], { start: [...start] }, [...shape]);
}
