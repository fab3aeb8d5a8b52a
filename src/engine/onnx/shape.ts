import { type Lowerings, valueAt } from "./lowering.ts";

export const shapeLowerings: Lowerings<"reshape" | "expand" | "transpose" | "pad" | "slice"> = {
  reshape: (node, values, { reshape }) => reshape(valueAt(values, 0), node.shape),
  expand: (node, values, { emit, integers }) => emit("Expand", [valueAt(values, 0), integers(node.shape)]),
  transpose: (node, values, { transpose }) => transpose(valueAt(values, 0), node.attributes.permutation),
  pad: ({ attributes: { before, after } }, values, { emit, integers }) =>
    emit("Pad", [valueAt(values, 0), integers([...before, ...after])]),
  slice: ({ shape, attributes: { start } }, values, { emit, integers }) => {
    const end = shape.map((size, axis) => size + (start[axis] ?? 0));
    return emit("Slice", [valueAt(values, 0), integers(start), integers(end), integers(shape.map((_, axis) => axis))]);
  },
};
