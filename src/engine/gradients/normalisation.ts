import { add, mul } from "../arithmetic.ts";
import { dimension, elementCount } from "../dimensions.ts";
import { sum } from "../reduction.ts";
import type { GradientRules } from "./rule.ts";

export const normalisationRules: GradientRules<"batchNorm"> = {
  // The closed form (Ioffe and Szegedy 2015, section 3): the cotangent of x holds the ways through the batch's mean and
  // deviation too, so their own nodes get none from here.
  batchNorm: (g, { inputs: [x, gamma, , centred, inverseDeviation] }) => {
    const axes = x.shape.map((_, axis) => axis).filter((axis) => axis !== 1);
    const overBatch = { axes, keepDimensions: true };
    const perMean = -dimension(x.shape, 1) / elementCount(x.shape);
    const forBeta = sum(g, overBatch);
    const forGamma = mul(inverseDeviation, sum(mul(g, centred), overBatch));
    const scale = mul(gamma, inverseDeviation);
    const slope = mul(mul(scale, inverseDeviation), mul(forGamma, perMean));
    const shift = mul(mul(scale, forBeta), perMean);
    return [add(add(mul(g, scale), mul(centred, slope)), shift), forGamma, forBeta, undefined, undefined];
  },
};
