import { gatherFlat, scatterFlat } from "../pooling.ts";
import type { GradientRules } from "./rule.ts";

export const poolingRules: GradientRules<"poolIndex" | "maxPool" | "gatherFlat" | "scatterFlat"> = {
  poolIndex: () => [undefined],
  maxPool: (g, { inputs: [x, index] }) => [scatterFlat(g, index, x.shape), undefined],
  gatherFlat: (g, { inputs: [x, index] }) => [scatterFlat(g, index, x.shape), undefined],
  scatterFlat: (g, { inputs: [, index] }) => [gatherFlat(g, index), undefined],
};
