import { dimension, elementCount, stridesOf } from "../dimensions.ts";
import { operandAt, type ReferenceKernels } from "./kernel.ts";
import { broadcastStrides, gather, scatterAdd, walk } from "./positions.ts";

export const shapeKernels: ReferenceKernels<"reshape" | "expand" | "transpose" | "pad" | "slice"> = {
  reshape: (_, operands) => operandAt(operands, 0).data,
  expand: ({ shape }, operands) => {
    const x = operandAt(operands, 0);
    return gather(x.data, walk(shape, broadcastStrides(x.shape, shape)));
  },
  transpose: ({ shape, attributes: { permutation } }, operands) => {
    const x = operandAt(operands, 0);
    const strides = stridesOf(x.shape);
    return gather(
      x.data,
      walk(
        shape,
        permutation.map((axis) => dimension(strides, axis)),
      ),
    );
  },
  pad: ({ shape, attributes: { before } }, operands) => {
    const x = operandAt(operands, 0);
    const strides = stridesOf(shape);
    return scatterAdd(new Float64Array(elementCount(shape)), walk(x.shape, strides, flat(before, strides)), x.data);
  },
  slice: ({ shape, attributes: { start } }, operands) => {
    const x = operandAt(operands, 0);
    const strides = stridesOf(x.shape);
    return gather(x.data, walk(shape, strides, flat(start, strides)));
  },
};

function flat(index: readonly number[], strides: readonly number[]): number {
  return index.reduce((position, coordinate, axis) => position + coordinate * dimension(strides, axis), 0);
}
