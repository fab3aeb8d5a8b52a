import { add, div, mul, sqrt, square, sub } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import { type LearningRate, learningRateAt, type Optimiser } from "./optimiser.ts";

export interface AdamOptions {
  readonly learningRate: LearningRate;
  /** 0.9 unless given. */
  readonly beta1?: number;
  /** 0.999 unless given. */
  readonly beta2?: number;
  /** 1e-8 as in PyTorch unless given; Keras has 1e-7. */
  readonly epsilon?: number;
  /**
   * What epsilon is added to: the bias-corrected root of the second moment, as in PyTorch and the paper's algorithm 1,
   * or the root before its correction, as in Keras and the paper's section 2 ("epsilon hat").
   */
  readonly form?: "pytorch" | "keras";
  /** Added to the gradient as `weightDecay · parameter`, as in PyTorch's Adam (L2), 0 unless given. */
  readonly weightDecay?: number;
}

/**
 * Adam (Kingma and Ba 2015).
 *
 * @example
 * adam({ learningRate: 1e-3 }).slots; // => ["first", "second"]
 */
export function adam(options: AdamOptions): Optimiser {
  const { learningRate, beta1 = 0.9, beta2 = 0.999, form = "pytorch", weightDecay = 0 } = options;
  const epsilon = options.epsilon ?? (form === "pytorch" ? 1e-8 : 1e-7);
  return {
    slots: ["first", "second"],
    scalars: (step) => {
      const rate = learningRateAt(learningRate, step);
      const firstCorrection = 1 - beta1 ** step;
      const rootCorrection = Math.sqrt(1 - beta2 ** step);
      return form === "pytorch"
        ? { rate: rate / firstCorrection, rootScale: 1 / rootCorrection }
        : { rate: (rate * rootCorrection) / firstCorrection, rootScale: 1 };
    },
    update: (parameter, gradient, slots, scalars) => {
      const slope = weightDecay === 0 ? gradient : add(gradient, mul(parameter, weightDecay));
      const first = add(mul(named(slots, "first"), beta1), mul(slope, 1 - beta1));
      const second = add(mul(named(slots, "second"), beta2), mul(square(slope), 1 - beta2));
      const root = mul(sqrt(second), named(scalars, "rootScale"));
      const step = mul(div(first, add(root, epsilon)), named(scalars, "rate"));
      return { parameter: sub(parameter, step), slots: { first, second } };
    },
  };
}

function named(nodes: Readonly<Record<string, Node>>, name: string): Node {
  const node = nodes[name];
  if (node === undefined) throw new Error(`adam: "${name}" is missing`);
  return node;
}
