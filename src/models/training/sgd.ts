import { add, mul, sub } from "../../engine/arithmetic.ts";
import type { Node } from "../../engine/graph.ts";
import { type LearningRate, learningRateAt, type Optimiser } from "./optimiser.ts";

export interface SgdOptions {
  readonly learningRate: LearningRate;
  /** 0 unless given. */
  readonly momentum?: number;
  /** Whether the step looks ahead along the momentum (Sutskever et al. 2013); no unless given. */
  readonly nesterov?: boolean;
  /** Added to the gradient as `weightDecay · parameter`, 0 unless given. */
  readonly weightDecay?: number;
}

/**
 * Stochastic gradient descent as in PyTorch: v ← momentum · v + g, then the parameter less the learning rate times v, or
 * times g + momentum · v with `nesterov`. The learning rate multiplies the step and not what is remembered, so that a
 * schedule acts at once; TensorFlow and the papers on momentum multiply g by it beforehand.
 *
 * @example
 * sgd({ learningRate: 0.1, momentum: 0.9 }).slots; // => ["momentum"]
 * @throws RangeError for Nesterov's step without momentum.
 */
export function sgd(options: SgdOptions): Optimiser {
  const { learningRate, momentum = 0, nesterov = false, weightDecay = 0 } = options;
  if (nesterov && !(momentum > 0)) throw new RangeError(`sgd: Nesterov's step needs a momentum, got ${momentum}`);
  return {
    slots: momentum === 0 ? [] : ["momentum"],
    scalars: (step) => ({ rate: learningRateAt(learningRate, step) }),
    update: (parameter, gradient, slots, { rate }) => {
      const slope = weightDecay === 0 ? gradient : add(gradient, mul(parameter, weightDecay));
      const stepBy = (direction: Node): Node => sub(parameter, mul(direction, rate as Node));
      if (momentum === 0) return { parameter: stepBy(slope), slots: {} };
      const velocity = add(mul(slots.momentum as Node, momentum), slope);
      return {
        parameter: stepBy(nesterov ? add(slope, mul(velocity, momentum)) : velocity),
        slots: { momentum: velocity },
      };
    },
  };
}
