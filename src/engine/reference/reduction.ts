import { dimension, elementCount } from "../dimensions.ts";
import { reducedShape } from "../reduction.ts";
import { operandAt, type ReferenceKernels } from "./kernel.ts";
import { broadcastStrides, scatterAdd, walk } from "./positions.ts";

export const reductionKernels: ReferenceKernels<"sum" | "max" | "matmul"> = {
  sum: ({ shape, attributes: { axes } }, operands) => {
    const x = operandAt(operands, 0);
    const target = walk(x.shape, broadcastStrides(reducedShape(x.shape, axes, true), x.shape));
    return scatterAdd(new Float64Array(elementCount(shape)), target, x.data);
  },
  max: ({ shape }, operands) => {
    const x = operandAt(operands, 0);
    const target = walk(x.shape, broadcastStrides(shape, x.shape));
    const largest = new Float64Array(elementCount(shape)).fill(Number.NEGATIVE_INFINITY);
    for (const [element, value] of x.data.entries()) {
      const position = target[element] as number;
      largest[position] = Math.max(largest[position] as number, value);
    }
    return largest;
  },
  matmul: ({ shape }, operands) => {
    const [a, b] = [operandAt(operands, 0), operandAt(operands, 1)];
    const [rows, inner, columns] = [dimension(shape, -2), dimension(a.shape, -1), dimension(shape, -1)];
    const batch = shape.slice(0, -2);
    const aBatch = walk(batch, broadcastStrides(a.shape.slice(0, -2), batch));
    const bBatch = walk(batch, broadcastStrides(b.shape.slice(0, -2), batch));
    const product = new Float64Array(elementCount(shape));
    for (const [matrix, aMatrix] of aBatch.entries()) {
      const aStart = aMatrix * rows * inner;
      const bStart = (bBatch[matrix] as number) * inner * columns;
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1) {
          let total = 0;
          for (let k = 0; k < inner; k += 1)
            total += (a.data[aStart + row * inner + k] as number) * (b.data[bStart + k * columns + column] as number);
          product[(matrix * rows + row) * columns + column] = total;
        }
    }
    return product;
  },
};
