import { spatialSize } from "../convolution.ts";
import { dimension, elementCount, type Shape } from "../dimensions.ts";
import type { Pair, Window } from "../graph.ts";
import type { Emitter } from "./emitter.ts";
import { type Lowerings, valueAt } from "./lowering.ts";

export const convolutionLowerings: Lowerings<"conv" | "convTransposed" | "convWeightGradient"> = {
  conv: ({ inputs: [, w], attributes: { stride, padding } }, values, { emit }) =>
    emit("Conv", values, {
      kernel_shape: spatialSize(w.shape),
      strides: stride,
      pads: [...padding, ...padding],
    }),

  convTransposed: ({ inputs: [y, w], shape, attributes: { stride, padding } }, values, emitter) => {
    const kernel = spatialSize(w.shape);
    const mirrorPadding: Pair = [kernel[0] - 1 - padding[0], kernel[1] - 1 - padding[1]];
    if (Math.max(...stride) === 1 && elementCount(kernel) > 1 && Math.min(...mirrorPadding) >= 0) {
      // At stride 1 a convolution with the mirrored filter is the same map, and runs and scales better.
      const filters = mirroredFilters(valueAt(values, 1), w.shape, emitter);
      return emitter.emit("Conv", [valueAt(values, 0), filters], {
        kernel_shape: kernel,
        strides: stride,
        pads: [...mirrorPadding, ...mirrorPadding],
      });
    }
    const [height, width] = spatialSize(y.shape);
    const [tall, wide] = spatialSize(shape);
    return emitter.emit("ConvTranspose", values, {
      kernel_shape: kernel,
      strides: stride,
      pads: [...padding, ...padding],
      output_padding: [
        tall - ((height - 1) * stride[0] - 2 * padding[0] + kernel[0]),
        wide - ((width - 1) * stride[1] - 2 * padding[1] + kernel[1]),
      ],
    });
  },

  // One 3-d convolution: samples play the input channels (or the groups), channels the depth axis, and y the kernel,
  // dilated by the stride. Twice as fast as a plain convolution over transposed tensors.
  convWeightGradient: ({ inputs: [x, y], shape, attributes }, values, emitter) => {
    const { stride, padding, kernel, perSample } = attributes;
    const [batch, channels] = [dimension(x.shape, 0), dimension(x.shape, 1)];
    const outputs = dimension(y.shape, 1);
    const window = spatialSize(y.shape);
    const reached = reachedRows(valueAt(values, 0), x.shape, window, kernel, { stride, padding }, emitter);
    const gradient = valueAt(values, 1);
    const filters = perSample
      ? emitter.reshape(gradient, [batch * outputs, 1, 1, ...window])
      : emitter.reshape(emitter.transpose(gradient, [1, 0, 2, 3]), [outputs, batch, 1, ...window]);
    const result = emitter.emit(
      "Conv",
      [emitter.reshape(reached.value, [1, batch, channels, ...reached.size]), filters],
      {
        kernel_shape: [1, ...window],
        strides: [1, 1, 1],
        dilations: [1, ...stride],
        pads: [0, ...reached.startPadding, 0, ...reached.endPadding],
        group: perSample ? batch : 1,
      },
    );
    return emitter.reshape(result, shape);
  },
};

/** Filters [O, C, k, l] turned by 180° as [C, O, k, l]; by a permutation matrix, since slicing backwards is slow. */
function mirroredFilters(filters: string, shape: Shape, emitter: Emitter): string {
  const [outputs, channels] = [dimension(shape, 0), dimension(shape, 1)];
  const kernel = spatialSize(shape);
  const area = elementCount(kernel);
  const reversal = Float32Array.from({ length: area * area }, (_, cell) =>
    (cell % area) + Math.floor(cell / area) === area - 1 ? 1 : 0,
  );
  const rows = emitter.reshape(filters, [outputs * channels, area]);
  const mirrored = emitter.emit("MatMul", [rows, emitter.floats(reversal, [area, area])]);
  return emitter.transpose(emitter.reshape(mirrored, [outputs, channels, ...kernel]), [1, 0, 2, 3]);
}

/** The part of an image that windows reach, and the zeros that belong around it. */
interface Reached {
  readonly value: string;
  readonly size: Pair;
  readonly startPadding: Pair;
  readonly endPadding: Pair;
}

/** x without the last rows and columns that no window reaches: ONNX has no negative padding. */
function reachedRows(
  value: string,
  shape: Shape,
  windows: Pair,
  kernel: Pair,
  { stride, padding }: Window,
  { emit, integers }: Emitter,
): Reached {
  const size = spatialSize(shape);
  const crop = (image: string, to: Pair) => emit("Slice", [image, integers([0, 0]), integers(to), integers([2, 3])]);
  const span: Pair = [(windows[0] - 1) * stride[0] + kernel[0], (windows[1] - 1) * stride[1] + kernel[1]];
  const end: Pair = [span[0] - size[0] - padding[0], span[1] - size[1] - padding[1]];
  const reached: Pair = [size[0] + Math.min(end[0], 0), size[1] + Math.min(end[1], 0)];
  if (Math.min(...reached) < 1) {
    // Every window lies within the padding, which must then be there to be convolved.
    const padded = emit("Pad", [value, integers([0, 0, ...padding, 0, 0, ...padding])]);
    return { value: crop(padded, span), size: span, startPadding: [0, 0], endPadding: [0, 0] };
  }
  const around = { startPadding: padding, endPadding: [Math.max(end[0], 0), Math.max(end[1], 0)] as const };
  if (Math.min(...end) >= 0) return { value, size, ...around };
  return { value: crop(value, reached), size: reached, ...around };
}
