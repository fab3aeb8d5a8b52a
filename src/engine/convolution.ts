import { dimension, formatShape, type Shape } from "./dimensions.ts";
import { makeNode, type Node, type Pair, type Window } from "./graph.ts";

/** Stride (1 by default) and zero padding on both sides (0 by default); a number holds for height and width. */
export interface WindowOptions {
  readonly stride?: number | Pair;
  readonly padding?: number | Pair;
}

/**
 * 2-d convolution as networks use the word (cross-correlation): x [N, C, H, W] with filters w [O, C, k, l] to
 * [N, O, h, w], h = ⌊(H + 2·padding − k) / stride⌋ + 1.
 *
 * @example
 * conv(input("x", [1, 3, 32, 32]), input("w", [64, 3, 3, 3]), { padding: 1 }).shape; // => [1, 64, 32, 32]
 */
export function conv(x: Node, w: Node, options: WindowOptions = {}): Node {
  const window = windowOf("conv", options);
  const fits = x.shape.length === 4 && w.shape.length === 4 && x.shape[1] === w.shape[1];
  const spatial = fits ? windowedSize(spatialSize(x.shape), spatialSize(w.shape), window) : undefined;
  if (spatial === undefined || Math.min(...spatial) < 1)
    throw new RangeError(
      `conv: filters ${formatShape(w.shape)} do not fit input ${formatShape(x.shape)} at ${formatWindow(window)}; they are [outputs, channels, height, width] and [batch, channels, height, width]`,
    );
  return makeNode("conv", [x, w], window, [dimension(x.shape, 0), dimension(w.shape, 0), ...spatial]);
}

/**
 * The adjoint of `conv` in x: y [N, O, h, w] with filters w [O, C, k, l] to [N, C, H, W]. Several sizes of x give one
 * size of y, hence `size`: [H, W]; by default the smallest, (h − 1)·stride − 2·padding + k.
 *
 * @example
 * convTransposed(input("y", [1, 8, 4, 4]), input("w", [8, 3, 4, 4]), { stride: 2, padding: 1 }).shape; // => [1, 3, 8, 8]
 */
export function convTransposed(y: Node, w: Node, options: WindowOptions = {}, size?: Pair): Node {
  const window = windowOf("convTransposed", options);
  if (y.shape.length !== 4 || w.shape.length !== 4 || y.shape[1] !== w.shape[0])
    throw new RangeError(
      `convTransposed: filters ${formatShape(w.shape)} do not fit input ${formatShape(y.shape)}; they are [outputs, channels, height, width] and [batch, outputs, height, width]`,
    );
  const [small, kernel] = [spatialSize(y.shape), spatialSize(w.shape)];
  const smallest = (axis: 0 | 1) => (small[axis] - 1) * window.stride[axis] - 2 * window.padding[axis] + kernel[axis];
  const large: Pair = size ?? [smallest(0), smallest(1)];
  const [height, width] = windowedSize(large, kernel, window);
  if (height !== small[0] || width !== small[1] || Math.min(...large) < 1)
    throw new RangeError(
      `convTransposed: size ${formatShape(large)} does not give ${formatShape(y.shape)} under filters ${formatShape(w.shape)} at ${formatWindow(window)}`,
    );
  return makeNode("convTransposed", [y, w], window, [dimension(y.shape, 0), dimension(w.shape, 1), ...large]);
}

/** What the gradient of a convolution's filters needs besides the window. */
export interface WeightGradientOptions extends WindowOptions {
  readonly kernel: Pair;
  /** Keep the batch axis: one gradient for each sample, [N, O, C, k, l]. */
  readonly perSample?: boolean;
}

/** The adjoint of `conv` in w: x [N, C, H, W] and y [N, O, h, w] to filters [O, C, k, l], summed over the batch. */
export function convWeightGradient(x: Node, y: Node, options: WeightGradientOptions): Node {
  const window = windowOf("convWeightGradient", options);
  const { kernel, perSample = false } = options;
  const fits = x.shape.length === 4 && y.shape.length === 4 && x.shape[0] === y.shape[0];
  const [height, width] = fits ? windowedSize(spatialSize(x.shape), kernel, window) : [0, 0];
  if (!fits || height !== y.shape[2] || width !== y.shape[3])
    throw new RangeError(
      `convWeightGradient: input ${formatShape(x.shape)} does not give ${formatShape(y.shape)} under a ${kernel.join("×")} kernel at ${formatWindow(window)}`,
    );
  const filters = [dimension(y.shape, 1), dimension(x.shape, 1), ...kernel];
  const shape = perSample ? [dimension(x.shape, 0), ...filters] : filters;
  return makeNode("convWeightGradient", [x, y], { ...window, kernel, perSample }, shape);
}

/** Height and width: the last two axes. */
export function spatialSize(shape: Shape): Pair {
  return [dimension(shape, -2), dimension(shape, -1)];
}

/** How many windows fit along height and width. */
export function windowedSize(size: Pair, kernel: Pair, { stride, padding }: Window): Pair {
  const along = (axis: 0 | 1) => Math.floor((size[axis] + 2 * padding[axis] - kernel[axis]) / stride[axis]) + 1;
  return [along(0), along(1)];
}

/** Options as pairs, checked. */
export function windowOf(operation: string, { stride = 1, padding = 0 }: WindowOptions): Window {
  const window = { stride: pairOf(stride), padding: pairOf(padding) };
  if (
    [...window.stride, ...window.padding].some((n) => !Number.isInteger(n)) ||
    Math.min(...window.stride) < 1 ||
    Math.min(...window.padding) < 0
  )
    throw new RangeError(`${operation}: ${formatWindow(window)} must be whole numbers, stride from 1, padding from 0`);
  return window;
}

export function pairOf(value: number | Pair): Pair {
  return typeof value === "number" ? [value, value] : value;
}

export function formatWindow({ stride, padding }: Window): string {
  return `stride ${stride.join("×")}, padding ${padding.join("×")}`;
}
