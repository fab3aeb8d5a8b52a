import { digitClasses } from "../odin/digits.ts";

/** The softmax of each row of logits [count, 9], at a temperature that they are divided by. */
export function softmaxRows(logits: Float32Array, temperature = 1): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += digitClasses) {
    const row = logits.subarray(start, start + digitClasses);
    const greatest = row.reduce((most, logit) => Math.max(most, logit), Number.NEGATIVE_INFINITY);
    const powers = row.map((logit) => Math.exp((logit - greatest) / temperature));
    const total = powers.reduce((sum, power) => sum + power, 0);
    for (const [label, power] of powers.entries()) probabilities[start + label] = power / total;
  }
  return probabilities;
}
