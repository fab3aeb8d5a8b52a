import { add } from "../arithmetic.ts";
import { conv, convTransposed, convWeightGradient, spatialSize } from "../convolution.ts";
import { dimension, type Shape } from "../dimensions.ts";
import type { Node, NodeOf } from "../graph.ts";
import { pad, reshape, slice } from "../shape.ts";
import type { GradientRules } from "./rule.ts";

/** Three bilinear maps of inputs, filters and outputs: the gradient of each is made of the other two. */
export const convolutionRules: GradientRules<"conv" | "convTransposed" | "convWeightGradient"> = {
  conv: (g, { inputs: [x, w], attributes }) => [
    convTransposed(g, w, attributes, spatialSize(x.shape)),
    convWeightGradient(x, g, { ...attributes, kernel: spatialSize(w.shape) }),
  ],
  convTransposed: (g, { inputs: [y, w], attributes }) => [
    conv(g, w, attributes),
    convWeightGradient(g, y, { ...attributes, kernel: spatialSize(w.shape) }),
  ],
  convWeightGradient: (g, node) => {
    const [x, y] = node.inputs;
    if (node.attributes.perSample) return perSampleCotangents(g, node);
    return [convTransposed(y, g, node.attributes, spatialSize(x.shape)), conv(x, g, node.attributes)];
  },
};

/** Each sample has filters of its own here, so they are taken one by one. */
function perSampleCotangents(g: Node, { inputs: [x, y], attributes }: NodeOf<"convWeightGradient">): readonly Node[] {
  const size = spatialSize(x.shape);
  const samples = Array.from({ length: dimension(x.shape, 0) }, (_, index) => {
    const filters = reshape(sample(g, index), g.shape.slice(1));
    return {
      x: convTransposed(sample(y, index), filters, attributes, size),
      y: conv(sample(x, index), filters, attributes),
    };
  });
  return [
    stack(
      samples.map((of) => of.x),
      x.shape,
    ),
    stack(
      samples.map((of) => of.y),
      y.shape,
    ),
  ];
}

function sample(x: Node, index: number): Node {
  return slice(x, startAt(x.shape, index), [1, ...x.shape.slice(1)]);
}

function stack(samples: readonly Node[], shape: Shape): Node {
  const placed = samples.map((value, index) =>
    pad(value, startAt(shape, index), startAt(shape, samples.length - 1 - index)),
  );
  return placed.reduce((total, value) => add(total, value));
}

function startAt(shape: Shape, index: number): number[] {
  return shape.map((_, axis) => (axis === 0 ? index : 0));
}
