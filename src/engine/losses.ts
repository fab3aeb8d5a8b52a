import { relu } from "./activation.ts";
import { add, detach, exp, log, mul, neg, square, sub } from "./arithmetic.ts";
import { formatShape, sameShape } from "./dimensions.ts";
import type { Node } from "./graph.ts";
import { max, mean, sum } from "./reduction.ts";

/** log(softmax(x)) over the last axis, shifted by the maximum so that it does not overflow. */
export function logSoftmax(x: Node): Node {
  const last = { axes: [x.shape.length - 1], keepDimensions: true };
  // The shift cancels out of the value, hence out of the gradient.
  const shifted = sub(x, detach(max(x, last)));
  return sub(shifted, log(sum(exp(shifted), last)));
}

/** Mean cross-entropy of logits [N, K] against target distributions [N, K], in nats. */
export function crossEntropy(logits: Node, targets: Node): Node {
  checkPair("crossEntropy", logits, targets);
  return neg(mean(sum(mul(logSoftmax(logits), targets), { axes: [1] })));
}

/** Mean of the squared differences over all elements. */
export function meanSquaredError(a: Node, b: Node): Node {
  checkPair("meanSquaredError", a, b);
  return mean(square(sub(a, b)));
}

/**
 * −log of the Bernoulli probability of targets in [0, 1] given logits, element by element and in nats: the binary
 * cross-entropy of targets and sigmoid(logits), in a form that does not overflow.
 */
export function binaryCrossEntropy(logits: Node, targets: Node): Node {
  checkPair("binaryCrossEntropy", logits, targets);
  // log(1 + exp(x)), shifted by what cancels out of the value, hence out of the gradient.
  const shift = detach(relu(logits));
  const softplus = add(shift, log(add(exp(neg(shift)), exp(sub(logits, shift)))));
  return sub(softplus, mul(logits, targets));
}

/**
 * Kullback–Leibler divergence of normal distributions with independent coordinates, given by mean and log variance [N, K],
 * from the standard normal: [N], in nats.
 */
export function divergenceFromStandardNormal(mean: Node, logVariance: Node): Node {
  checkPair("divergenceFromStandardNormal", mean, logVariance);
  const terms = sub(sub(add(square(mean), exp(logVariance)), logVariance), 1);
  return mul(sum(terms, { axes: [1] }), 0.5);
}

function checkPair(operation: string, a: Node, b: Node): void {
  if (!sameShape(a.shape, b.shape))
    throw new RangeError(`${operation}: shapes ${formatShape(a.shape)} and ${formatShape(b.shape)} differ`);
}
