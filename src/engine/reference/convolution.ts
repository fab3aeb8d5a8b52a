import { spatialSize } from "../convolution.ts";
import { dimension, elementCount, type Shape } from "../dimensions.ts";
import type { Window } from "../graph.ts";
import { operandAt, type ReferenceKernels } from "./kernel.ts";

/** Flat positions in x [N, C, H, W], y [N, O, h, w] and the filters, of one product that a convolution sums. */
type Visit = (x: number, y: number, filter: number, sample: number) => void;

export const convolutionKernels: ReferenceKernels<"conv" | "convTransposed" | "convWeightGradient"> = {
  conv: ({ shape, attributes }, operands) => {
    const [x, w] = [operandAt(operands, 0), operandAt(operands, 1)];
    const y = new Float64Array(elementCount(shape));
    visitProducts(x.shape, shape, w.shape, attributes, (xAt, yAt, wAt) => {
      y[yAt] = (y[yAt] as number) + (x.data[xAt] as number) * (w.data[wAt] as number);
    });
    return y;
  },
  convTransposed: ({ shape, attributes }, operands) => {
    const [y, w] = [operandAt(operands, 0), operandAt(operands, 1)];
    const x = new Float64Array(elementCount(shape));
    visitProducts(shape, y.shape, w.shape, attributes, (xAt, yAt, wAt) => {
      x[xAt] = (x[xAt] as number) + (y.data[yAt] as number) * (w.data[wAt] as number);
    });
    return x;
  },
  convWeightGradient: ({ shape, attributes }, operands) => {
    const [x, y] = [operandAt(operands, 0), operandAt(operands, 1)];
    const w = new Float64Array(elementCount(shape));
    const filters = attributes.perSample ? shape.slice(1) : shape;
    const sampleStride = attributes.perSample ? elementCount(filters) : 0;
    visitProducts(x.shape, y.shape, filters, attributes, (xAt, yAt, wAt, sample) => {
      const at = wAt + sample * sampleStride;
      w[at] = (w[at] as number) + (x.data[xAt] as number) * (y.data[yAt] as number);
    });
    return w;
  },
};

/** The three maps sum the same products over different indices. */
function visitProducts(x: Shape, y: Shape, filters: Shape, { stride, padding }: Window, visit: Visit): void {
  const [batch, channels, outputs] = [dimension(x, 0), dimension(x, 1), dimension(y, 1)];
  const [[height, width], [rows, columns], [tall, wide]] = [spatialSize(x), spatialSize(y), spatialSize(filters)];
  for (let n = 0; n < batch; n += 1)
    for (let o = 0; o < outputs; o += 1)
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1)
          for (let c = 0; c < channels; c += 1)
            for (let k = 0; k < tall; k += 1)
              for (let l = 0; l < wide; l += 1) {
                const xRow = row * stride[0] - padding[0] + k;
                const xColumn = column * stride[1] - padding[1] + l;
                if (xRow < 0 || xRow >= height || xColumn < 0 || xColumn >= width) continue;
                visit(
                  ((n * channels + c) * height + xRow) * width + xColumn,
                  ((n * outputs + o) * rows + row) * columns + column,
                  ((o * channels + c) * tall + k) * wide + l,
                  n,
                );
              }
}
