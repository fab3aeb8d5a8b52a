import { parseDecimal, toRational } from "../numbers/decimal.ts";
import { compare, type Rational, total, zero } from "../numbers/rational.ts";

/** Weights of a mean by the labels of its cells, under a name for people: `{ name: "by one-class tasks", weights: { "CIFAR-10": 10 } }`. */
export interface Weighting {
  readonly name: string;
  readonly weights: Readonly<Record<string, number>>;
}

/** The plain mean: every label weighs 1. */
export function unweighted(labels: readonly string[]): Weighting {
  return { name: "unweighted", weights: Object.fromEntries(labels.map((label) => [label, 1])) };
}

/**
 * The weights of the labelled cells as exact numbers, in the order of the labels. Throws a RangeError that names the
 * label without a weight, or a weight that is negative or not finite, or where all are zero.
 */
export function exactWeights({ name, weights }: Weighting, labels: readonly string[]): readonly Rational[] {
  const exact = labels.map((label) => {
    const weight = Object.hasOwn(weights, label) ? weights[label] : undefined;
    if (weight === undefined)
      throw new RangeError(
        `weighting "${name}" has no weight for "${label}"; it names ${Object.keys(weights).join(", ")}`,
      );
    if (!Number.isFinite(weight) || weight < 0)
      throw new RangeError(`weighting "${name}": the weight ${weight} of "${label}" is not a number that is 0 or more`);
    return toRational(parseDecimal(String(weight)));
  });
  if (compare(total(exact), zero) === 0) throw new RangeError(`weighting "${name}": all weights are zero`);
  return exact;
}

/** A mean under a weighting in words, with its weights: `mean by one-class tasks (CIFAR-10: 10, CelebA: 1)`. */
export function meanText({ name, weights }: Weighting): string {
  const entries = Object.entries(weights);
  const [, plain, rest = ""] = /^(unweighted|plain)\b(.*)$/.exec(name) ?? [];
  const mean = plain === undefined ? `mean ${name}` : `${plain} mean${rest}`;
  if (entries.every(([, weight]) => weight === 1)) return mean;
  return `${mean} (${entries.map(([label, weight]) => `${label}: ${weight}`).join(", ")})`;
}
