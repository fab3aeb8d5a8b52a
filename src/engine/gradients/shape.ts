import { dimension } from "../dimensions.ts";
import { sumTo } from "../reduction.ts";
import { pad, reshape, slice, transpose } from "../shape.ts";
import type { GradientRules } from "./rule.ts";

export const shapeRules: GradientRules<"reshape" | "expand" | "transpose" | "pad" | "slice"> = {
  reshape: (g, { inputs: [x] }) => [reshape(g, x.shape)],
  expand: (g, { inputs: [x] }) => [sumTo(g, x.shape)],
  transpose: (g, { attributes: { permutation } }) => [
    transpose(
      g,
      permutation.map((_, axis) => permutation.indexOf(axis)),
    ),
  ],
  pad: (g, { inputs: [x], attributes: { before } }) => [slice(g, before, x.shape)],
  slice: (g, { inputs: [x], shape, attributes: { start } }) => {
    const after = x.shape.map((size, axis) => size - dimension(start, axis) - dimension(shape, axis));
    return [pad(g, start, after)];
  },
};
