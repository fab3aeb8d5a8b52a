import { elementCount } from "../dimensions.ts";
import type { NodeOf } from "../graph.ts";
import type { Emitter } from "./emitter.ts";
import { type Lowerings, valueAt } from "./lowering.ts";

export const poolingLowerings: Lowerings<"poolIndex" | "maxPool" | "gatherFlat" | "scatterFlat"> = {
  // Both come out of one operator, which is emitted once; an index that nobody reads is dropped from it.
  maxPool: (node, values, emitter) => pooled(node, valueAt(values, 0), emitter)[0],
  poolIndex: (node, values, emitter) => pooled(node, valueAt(values, 0), emitter)[1],

  gatherFlat: (node, values, { emit, reshape }) =>
    reshape(emit("Gather", [reshape(valueAt(values, 0), [-1]), reshape(valueAt(values, 1), [-1])]), node.shape),

  scatterFlat: (node, values, { emit, floats, integers, reshape }) => {
    const zeros = emit("Expand", [floats(Float32Array.of(0), []), integers([elementCount(node.shape)])]);
    const operands = [zeros, reshape(valueAt(values, 1), [-1]), reshape(valueAt(values, 0), [-1])];
    return reshape(emit("ScatterElements", operands, { axis: 0, reduction: "add" }), node.shape);
  },
};

function pooled(
  { attributes: { kernel, stride, padding } }: NodeOf<"poolIndex" | "maxPool">,
  x: string,
  { emitPair }: Emitter,
): readonly [string, string] {
  return emitPair("MaxPool", [x], { kernel_shape: kernel, strides: stride, pads: [...padding, ...padding] });
}
