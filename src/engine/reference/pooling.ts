import { spatialSize } from "../convolution.ts";
import { elementCount } from "../dimensions.ts";
import { operandAt, type ReferenceKernels } from "./kernel.ts";
import { gather, scatterAdd } from "./positions.ts";

export const poolingKernels: ReferenceKernels<"poolIndex" | "maxPool" | "gatherFlat" | "scatterFlat"> = {
  poolIndex: ({ shape, attributes: { kernel, stride, padding } }, operands) => {
    const x = operandAt(operands, 0);
    const [height, width] = spatialSize(x.shape);
    const [rows, columns] = spatialSize(shape);
    return new Float64Array(elementCount(shape)).map((_, element) => {
      const plane = Math.floor(element / (rows * columns)) * height * width;
      const top = (Math.floor(element / columns) % rows) * stride[0] - padding[0];
      const left = (element % columns) * stride[1] - padding[1];
      let best = -1;
      for (let row = Math.max(top, 0); row < Math.min(top + kernel[0], height); row += 1)
        for (let column = Math.max(left, 0); column < Math.min(left + kernel[1], width); column += 1) {
          const position = plane + row * width + column;
          if (best < 0 || (x.data[position] as number) > (x.data[best] as number)) best = position;
        }
      return best;
    });
  },
  maxPool: (_, operands) => gather(operandAt(operands, 0).data, operandAt(operands, 1).data),
  gatherFlat: (_, operands) => gather(operandAt(operands, 0).data, operandAt(operands, 1).data),
  scatterFlat: ({ shape }, operands) =>
    scatterAdd(new Float64Array(elementCount(shape)), operandAt(operands, 1).data, operandAt(operands, 0).data),
};
