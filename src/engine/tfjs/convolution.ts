import type { Tensor4D } from "@tensorflow/tfjs-core";
import { spatialSize } from "../convolution.ts";
import { dimension } from "../dimensions.ts";
import type { Pair, Window } from "../graph.ts";
import { operand4d, type Tfjs, type TfjsKernels } from "./kernel.ts";

// Backends convolve [N, H, W, C] with filters [k, l, C, O].
export const convolutionKernels: TfjsKernels<"conv" | "convTransposed" | "convWeightGradient"> = {
  conv: (tf, { attributes: { stride, padding } }, operands) => {
    const x = extend(tf, channelsLast(tf, operand4d(operands, 0)), padding, padding);
    const filters = tf.transpose(operand4d(operands, 1), [2, 3, 1, 0]);
    return channelsFirst(tf, tf.conv2d(x, filters, [...stride], "valid"));
  },

  // The filters, mirrored, over y with zeros between its pixels.
  convTransposed: (tf, { shape, inputs: [, w], attributes: { stride, padding } }, operands) => {
    const spread = spreadPixels(tf, channelsLast(tf, operand4d(operands, 0)), stride);
    const kernel = spatialSize(w.shape);
    const size = spatialSize(shape);
    const before: Pair = [kernel[0] - 1 - padding[0], kernel[1] - 1 - padding[1]];
    const after: Pair = [
      size[0] + kernel[0] - 1 - spread.shape[1] - before[0],
      size[1] + kernel[1] - 1 - spread.shape[2] - before[1],
    ];
    const filters = tf.reverse(tf.transpose(operand4d(operands, 1), [2, 3, 0, 1]), [0, 1]);
    return channelsFirst(tf, tf.conv2d(extend(tf, spread, before, after), filters, 1, "valid"));
  },

  convWeightGradient: (tf, { attributes: { kernel, perSample, ...window } }, operands) => {
    const [x, y] = [operand4d(operands, 0), operand4d(operands, 1)];
    if (!perSample) return weightGradient(tf, x, y, kernel, window);
    const samples = Array.from({ length: x.shape[0] }, (_, index) =>
      weightGradient(tf, sampleOf(tf, x, index), sampleOf(tf, y, index), kernel, window),
    );
    return tf.stack(samples);
  },
};

/** Samples play the input channels, channels the samples, and y the filters, dilated by the stride. */
function weightGradient(tf: Tfjs, x: Tensor4D, y: Tensor4D, kernel: Pair, { stride, padding }: Window): Tensor4D {
  const [size, windows] = [spatialSize(x.shape), spatialSize(y.shape)];
  const end = (axis: 0 | 1) => (windows[axis] - 1) * stride[axis] + kernel[axis] - size[axis] - padding[axis];
  const images = extend(tf, tf.transpose(x, [1, 2, 3, 0]), padding, [end(0), end(1)]);
  const filters = tf.transpose(y, [2, 3, 0, 1]);
  return tf.transpose(tf.conv2d(images, filters, 1, "valid", "NHWC", [...stride]), [3, 0, 1, 2]);
}

/** Zeros around the spatial axes of [N, H, W, C]; a negative count crops. */
function extend(tf: Tfjs, x: Tensor4D, before: Pair, after: Pair): Tensor4D {
  const crop = (count: number) => Math.max(-count, 0);
  const zeros = (count: number) => Math.max(count, 0);
  const [batch, height, width, channels] = x.shape;
  const kept = tf.slice(
    x,
    [0, crop(before[0]), crop(before[1]), 0],
    [batch, height - crop(before[0]) - crop(after[0]), width - crop(before[1]) - crop(after[1]), channels],
  );
  if ([...before, ...after].every((count) => count <= 0)) return kept;
  return tf.pad(kept, [
    [0, 0],
    [zeros(before[0]), zeros(after[0])],
    [zeros(before[1]), zeros(after[1])],
    [0, 0],
  ]);
}

/** stride − 1 zeros between the pixels of [N, H, W, C]. */
function spreadPixels(tf: Tfjs, x: Tensor4D, [down, across]: Pair): Tensor4D {
  if (down === 1 && across === 1) return x;
  const [batch, height, width, channels] = x.shape;
  const none: [number, number] = [0, 0];
  const rows = tf.pad(tf.reshape(x, [batch, height, 1, width, channels]), [none, none, [0, down - 1], none, none]);
  const cells = tf.pad(tf.reshape(rows, [batch, height * down, width, 1, channels]), [
    none,
    none,
    none,
    [0, across - 1],
    none,
  ]);
  const spread: Tensor4D = tf.reshape(cells, [batch, height * down, width * across, channels]);
  return tf.slice(spread, [0, 0, 0, 0], [batch, (height - 1) * down + 1, (width - 1) * across + 1, channels]);
}

function sampleOf(tf: Tfjs, x: Tensor4D, index: number): Tensor4D {
  return tf.slice(x, [index, 0, 0, 0], [1, dimension(x.shape, 1), dimension(x.shape, 2), dimension(x.shape, 3)]);
}

function channelsLast(tf: Tfjs, x: Tensor4D): Tensor4D {
  return tf.transpose(x, [0, 2, 3, 1]);
}

function channelsFirst(tf: Tfjs, x: Tensor4D): Tensor4D {
  return tf.transpose(x, [0, 3, 1, 2]);
}
