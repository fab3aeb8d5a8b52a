import { dimension } from "../dimensions.ts";
import { operandAt, type TfjsKernels } from "./kernel.ts";

export const shapeKernels: TfjsKernels<"reshape" | "expand" | "transpose" | "pad" | "slice"> = {
  reshape: (tf, { shape }, x) => tf.reshape(operandAt(x, 0), [...shape]),
  expand: (tf, { shape }, x) => tf.broadcastTo(operandAt(x, 0), [...shape]),
  transpose: (tf, { attributes: { permutation } }, x) => tf.transpose(operandAt(x, 0), [...permutation]),
  pad: (tf, { attributes: { before, after } }, x) =>
    tf.pad(
      operandAt(x, 0),
      before.map((count, axis) => [count, dimension(after, axis)] as [number, number]),
    ),
  slice: (tf, { shape, attributes: { start } }, x) => tf.slice(operandAt(x, 0), [...start], [...shape]),
};
