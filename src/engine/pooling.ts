import { formatWindow, pairOf, spatialSize, type WindowOptions, windowedSize, windowOf } from "./convolution.ts";
import { dimension, elementCount, formatShape, type Shape, sameShape } from "./dimensions.ts";
import { makeNode, type Node, type Pair } from "./graph.ts";
import { mean } from "./reduction.ts";

/** Window of a pooling; the stride is the kernel's size unless given. */
export interface PoolingOptions extends WindowOptions {
  readonly kernel: number | Pair;
}

/** Largest value of each window of x [N, C, H, W]; padding never wins; of ties the first in row order does. */
export function maxPool(x: Node, options: PoolingOptions): Node {
  const kernel = pairOf(options.kernel);
  const window = windowOf("maxPool", { stride: options.stride ?? kernel, padding: options.padding ?? 0 });
  const [height, width] = x.shape.length === 4 ? windowedSize(spatialSize(x.shape), kernel, window) : [0, 0];
  if (height < 1 || width < 1 || kernel.some((size, axis) => 2 * dimension(window.padding, axis) > size))
    throw new RangeError(
      `maxPool: a ${kernel.join("×")} kernel at ${formatWindow(window)} does not fit ${formatShape(x.shape)}; padding may be half the kernel at most`,
    );
  const shape = [dimension(x.shape, 0), dimension(x.shape, 1), height, width];
  const index = makeNode("poolIndex", [x], { ...window, kernel }, shape, "index");
  return makeNode("maxPool", [x, index], { ...window, kernel }, shape);
}

/** Mean over height and width: [N, C, H, W] to [N, C]. */
export function globalAveragePool(x: Node): Node {
  if (x.shape.length !== 4)
    throw new RangeError(`globalAveragePool: expects [batch, channels, height, width], got ${formatShape(x.shape)}`);
  return mean(x, { axes: [2, 3] });
}

/** The elements of x at flat positions. */
export function gatherFlat(x: Node, index: Node): Node {
  checkIndex("gatherFlat", index);
  return makeNode("gatherFlat", [x, index], {}, index.shape);
}

/** Zeros of the given shape with each value added at its flat position: the adjoint of `gatherFlat`. */
export function scatterFlat(values: Node, index: Node, shape: Shape): Node {
  checkIndex("scatterFlat", index);
  if (!sameShape(values.shape, index.shape) || elementCount(shape) < 1)
    throw new RangeError(
      `scatterFlat: values ${formatShape(values.shape)} and index ${formatShape(index.shape)} must have one shape`,
    );
  return makeNode("scatterFlat", [values, index], {}, [...shape]);
}

function checkIndex(operation: string, index: Node): void {
  if (index.dtype !== "index")
    throw new TypeError(`${operation}: the second operand must be an index, got ${index.op}`);
}
