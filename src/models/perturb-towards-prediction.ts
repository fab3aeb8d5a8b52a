import { gate } from "../engine/activation.ts";
import { div, mul, neg, ones, sub } from "../engine/arithmetic.ts";
import { gradient } from "../engine/gradient.ts";
import type { Node } from "../engine/graph.ts";
import { logSoftmax } from "../engine/losses.ts";
import { max, sum } from "../engine/reduction.ts";

/**
 * ODIN's preprocessing (Liang, Li and Srikant 2018, equation 2): images moved by a step towards what they are taken for,
 * x − ε · sign(−∇ₓ log Sᵧ(x; T)), where Sᵧ is the softmax probability of the predicted class at temperature T. To first
 * order this raises that probability.
 *
 * The sign of 0 is +1, as in the official code, so that pixels without influence become darker by ε. ε is in units of x: the
 * official code standardises beforehand and divides the step by the standard deviation, which is the same for a network
 * that standardises within.
 *
 * @param x [N, …]
 * @param logits [N, classes] of x, in inference, no image mixed with another
 * @returns one node of x's shape for each ε
 */
export function perturbTowardsPrediction(
  x: Node,
  logits: Node,
  { temperature, epsilons }: { readonly temperature: number; readonly epsilons: readonly number[] },
): readonly Node[] {
  // The prediction's log-probability is the largest one; the sum keeps images apart.
  const loss = neg(sum(max(logSoftmax(div(logits, temperature)), { axes: [1] })));
  const [slope] = gradient(loss, [x]);
  const sign = sub(1, mul(gate(ones(x.shape), neg(slope)), 2));
  return epsilons.map((epsilon) => sub(x, mul(sign, epsilon)));
}
