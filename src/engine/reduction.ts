import { mul } from "./arithmetic.ts";
import { dimension, formatShape, type Shape, sameShape } from "./dimensions.ts";
import { makeNode, type Node } from "./graph.ts";
import { reshape } from "./shape.ts";

/** Over which axes to reduce (all by default), and whether they stay with size 1 (no by default). */
export interface Reduction {
  readonly axes?: readonly number[];
  readonly keepDimensions?: boolean;
}

/** Sum over axes. */
export function sum(x: Node, reduction: Reduction = {}): Node {
  const axes = checkedAxes("sum", x, reduction.axes);
  const keepDimensions = reduction.keepDimensions ?? false;
  if (axes.length === 0) return x;
  return makeNode("sum", [x], { axes, keepDimensions }, reducedShape(x.shape, axes, keepDimensions));
}

/** Arithmetic mean over axes. */
export function mean(x: Node, reduction: Reduction = {}): Node {
  const axes = checkedAxes("mean", x, reduction.axes);
  const count = axes.reduce((product, axis) => product * dimension(x.shape, axis), 1);
  return mul(sum(x, reduction), 1 / count);
}

/** Largest element over axes; its gradient is shared evenly among ties. */
export function max(x: Node, reduction: Reduction = {}): Node {
  const axes = checkedAxes("max", x, reduction.axes);
  if (axes.length === 0) return x;
  const kept = makeNode("max", [x], { axes }, reducedShape(x.shape, axes, true));
  return reduction.keepDimensions ? kept : reshape(kept, reducedShape(x.shape, axes, false));
}

/** x summed down to a shape that it was broadcast from. */
export function sumTo(x: Node, shape: Shape): Node {
  if (sameShape(x.shape, shape)) return x;
  const offset = x.shape.length - shape.length;
  const axes = x.shape
    .map((_, axis) => axis)
    .filter((axis) => axis < offset || (shape[axis - offset] === 1 && x.shape[axis] !== 1));
  return reshape(sum(x, { axes, keepDimensions: true }), shape);
}

/** The shape that remains when `axes` are reduced. */
export function reducedShape(shape: Shape, axes: readonly number[], keepDimensions: boolean): Shape {
  return keepDimensions
    ? shape.map((size, axis) => (axes.includes(axis) ? 1 : size))
    : shape.filter((_, axis) => !axes.includes(axis));
}

function checkedAxes(operation: string, x: Node, axes: readonly number[] | undefined): readonly number[] {
  if (axes === undefined) return x.shape.map((_, axis) => axis);
  const sorted = [...new Set(axes)].sort((a, b) => a - b);
  if (
    sorted.length !== axes.length ||
    sorted.some((axis) => !Number.isInteger(axis) || axis < 0 || axis >= x.shape.length)
  )
    throw new RangeError(`${operation}: axes ${formatShape(axes)} are not distinct axes of ${formatShape(x.shape)}`);
  return sorted;
}
