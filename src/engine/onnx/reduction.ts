import { type Lowerings, valueAt } from "./lowering.ts";

export const reductionLowerings: Lowerings<"sum" | "max" | "matmul"> = {
  sum: ({ attributes: { axes, keepDimensions } }, values, { emit, integers }) =>
    emit("ReduceSum", [valueAt(values, 0), integers(axes)], { keepdims: keepDimensions ? 1 : 0 }),
  max: ({ attributes: { axes } }, values, { emit }) => emit("ReduceMax", [valueAt(values, 0)], { axes, keepdims: 1 }),
  matmul: (_, values, { emit }) => emit("MatMul", values),
};
