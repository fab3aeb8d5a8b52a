import { type Lowerings, valueAt } from "./lowering.ts";

export const normalisationLowerings: Lowerings<"batchNorm"> = {
  batchNorm: (_, values, { emit }) => {
    const scale = emit("Mul", [valueAt(values, 1), valueAt(values, 4)]);
    return emit("Add", [emit("Mul", [valueAt(values, 3), scale]), valueAt(values, 2)]);
  },
};
