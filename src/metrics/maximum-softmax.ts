/** What a classifier makes of each example. */
export interface SoftmaxPrediction {
  /** The softmax probability of the predicted class at the temperature, in [1 / classes, 1]. */
  readonly probability: Float64Array;
  /** The class of the largest logit, the first of equal ones; no temperature changes it. */
  readonly predicted: Uint8Array;
}

/**
 * The maximum softmax probability of each example (Hendrycks and Gimpel 2017), at a temperature by which the logits are
 * divided beforehand (1 is the plain softmax). Log-probabilities will do as logits, being logits less a constant.
 *
 * Throws a RangeError for logits that are no whole number of rows or not finite, and for a temperature that is not
 * positive.
 *
 * @param logits [examples, classes]
 * @example
 * maximumSoftmax([0, 0, Math.log(3), 0], 2, 1).probability.map((p) => Number(p.toFixed(3))).join(); // => "0.5,0.75"
 */
export function maximumSoftmax(logits: ArrayLike<number>, classes: number, temperature: number): SoftmaxPrediction {
  const count = logits.length / classes;
  if (!Number.isSafeInteger(count))
    throw new RangeError(`maximumSoftmax: ${logits.length} logits of ${classes} classes`);
  if (!(temperature > 0)) throw new RangeError(`maximumSoftmax: temperature ${temperature} is not positive`);
  const probability = new Float64Array(count);
  const predicted = new Uint8Array(count);
  for (let example = 0; example < count; example++) {
    const start = example * classes;
    let best = 0;
    for (let label = 0; label < classes; label++) {
      const logit = logits[start + label] as number;
      if (!Number.isFinite(logit))
        throw new RangeError(`maximumSoftmax: logit ${label} of example ${example} is ${logit}`);
      if (logit > (logits[start + best] as number)) best = label;
    }
    let total = 0;
    for (let label = 0; label < classes; label++)
      total += Math.exp(((logits[start + label] as number) - (logits[start + best] as number)) / temperature);
    probability[example] = 1 / total;
    predicted[example] = best;
  }
  return { probability, predicted };
}
