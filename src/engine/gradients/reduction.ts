import { gate } from "../activation.ts";
import { div, mul, ones, sub } from "../arithmetic.ts";
import { matmul } from "../linear-algebra.ts";
import { reducedShape, sum, sumTo } from "../reduction.ts";
import { expand, reshape, transposeMatrix } from "../shape.ts";
import type { GradientRules } from "./rule.ts";

export const reductionRules: GradientRules<"sum" | "max" | "matmul"> = {
  sum: (g, { inputs: [x], attributes: { axes } }) => [expand(reshape(g, reducedShape(x.shape, axes, true)), x.shape)],
  max: (g, node) => {
    const [x] = node.inputs;
    const { axes } = node.attributes;
    // 1 where x is the maximum, shared evenly among ties.
    const largest = sub(1, gate(ones(x.shape), sub(node, x)));
    return [mul(g, div(largest, sum(largest, { axes, keepDimensions: true })))];
  },
  matmul: (g, { inputs: [a, b] }) => [
    sumTo(matmul(g, transposeMatrix(b)), a.shape),
    sumTo(matmul(transposeMatrix(a), g), b.shape),
  ],
};
