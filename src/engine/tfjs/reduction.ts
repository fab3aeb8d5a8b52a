import { broadcastShape, type Shape } from "../dimensions.ts";
import { operandAt, type TfjsKernels } from "./kernel.ts";

export const reductionKernels: TfjsKernels<"sum" | "max" | "matmul"> = {
  sum: (tf, { attributes: { axes, keepDimensions } }, x) => tf.sum(operandAt(x, 0), [...axes], keepDimensions),
  max: (tf, { attributes: { axes } }, x) => tf.max(operandAt(x, 0), [...axes], true),
  matmul: (tf, _, x) => {
    const [a, b] = [operandAt(x, 0), operandAt(x, 1)];
    // Not every backend broadcasts the leading axes of a product.
    const batch = broadcastShape("matmul", a.shape.slice(0, -2), b.shape.slice(0, -2));
    const stretched = (shape: Shape) => [...batch, ...shape.slice(-2)];
    return tf.matMul(tf.broadcastTo(a, stretched(a.shape)), tf.broadcastTo(b, stretched(b.shape)));
  },
};
