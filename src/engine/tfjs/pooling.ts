import type { Rank, Tensor, Tensor4D } from "@tensorflow/tfjs-core";
import { spatialSize } from "../convolution.ts";
import { elementCount } from "../dimensions.ts";
import type { NodeOf } from "../graph.ts";
import { operand4d, operandAt, type Tfjs, type TfjsKernels } from "./kernel.ts";

export const poolingKernels: TfjsKernels<"poolIndex" | "maxPool" | "gatherFlat" | "scatterFlat"> = {
  poolIndex: (tf, node, operands) => {
    const { kernel } = node.attributes;
    const [, width] = spatialSize(node.inputs[0].shape);
    const winner = tf.argMax(windowElements(tf, node, operand4d(operands, 0)), 4);
    // Within the window, winner = row · kernel width + column; in the image a row is `width` long.
    const row = tf.floorDiv(winner, tf.scalar(kernel[1], "int32"));
    const down = tf.mul(row, tf.scalar(width - kernel[1], "int32"));
    return tf.add(tf.add(windowStarts(tf, node), winner), down);
  },
  maxPool: (tf, _, operands) => gather(tf, operandAt(operands, 0), operandAt(operands, 1)),
  gatherFlat: (tf, _, operands) => gather(tf, operandAt(operands, 0), operandAt(operands, 1)),
  scatterFlat: (tf, { shape }, operands) => {
    const values = tf.reshape(operandAt(operands, 0), [-1]);
    const positions = tf.reshape(operandAt(operands, 1), [-1, 1]);
    return tf.reshape(tf.scatterND(positions, values, [elementCount(shape)]), [...shape]);
  },
};

/** [N, C, h, w, k·l]: each window's elements in row order, −∞ outside the image. */
function windowElements(tf: Tfjs, { shape, attributes }: NodeOf<"poolIndex">, x: Tensor4D): Tensor {
  const { kernel, stride, padding } = attributes;
  const [batch, channels] = x.shape;
  const [rows, columns] = spatialSize(shape);
  const padded = tf.pad(
    x,
    [
      [0, 0],
      [0, 0],
      [padding[0], padding[0]],
      [padding[1], padding[1]],
    ],
    Number.NEGATIVE_INFINITY,
  );
  const elements = Array.from({ length: elementCount(kernel) }, (_, position) => {
    const [row, column] = [Math.floor(position / kernel[1]), position % kernel[1]];
    const end = [batch, channels, row + (rows - 1) * stride[0] + 1, column + (columns - 1) * stride[1] + 1];
    return tf.stridedSlice(padded, [0, 0, row, column], end, [1, 1, ...stride]);
  });
  return tf.stack(elements, 4);
}

/** The flat position in the image at which each window begins; in the padding it lies outside. */
function windowStarts(tf: Tfjs, { shape, inputs: [x], attributes }: NodeOf<"poolIndex">): Tensor {
  const { stride, padding } = attributes;
  const [height, width] = spatialSize(x.shape);
  const [rows, columns] = spatialSize(shape);
  const starts = Int32Array.from({ length: elementCount(shape) }, (_, element) => {
    const plane = Math.floor(element / (rows * columns));
    const top = (Math.floor(element / columns) % rows) * stride[0] - padding[0];
    const left = (element % columns) * stride[1] - padding[1];
    return (plane * height + top) * width + left;
  });
  return tf.tensor(starts, [...shape], "int32");
}

function gather(tf: Tfjs, x: Tensor, index: Tensor): Tensor {
  return tf.reshape(tf.gather(tf.reshape(x, [-1]), tf.reshape<Rank.R1>(index, [-1])), index.shape);
}
