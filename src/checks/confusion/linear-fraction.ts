import type { Rational } from "../../numbers/rational.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** tp · TP + tn · TN + constant. */
export type Linear = readonly [tp: bigint, tn: bigint, constant: bigint];

/** Numerator and denominator of a score that is a quotient of terms linear in TP and TN; undefined for the others. */
export function linearFraction(
  name: ConfusionScoreName,
  p: bigint,
  n: bigint,
  { numerator: u, denominator: v }: Rational,
): readonly [Linear, Linear] | undefined {
  const constant = (value: bigint): Linear => [0n, 0n, value];
  const tp: Linear = [1n, 0n, 0n];
  const tn: Linear = [0n, 1n, 0n];
  const fn: Linear = [-1n, 0n, p];
  const fp: Linear = [0n, -1n, n];
  const calledPositive: Linear = [1n, -1n, n];
  const calledNegative: Linear = [-1n, 1n, p];
  switch (name) {
    case "accuracy":
      return [[1n, 1n, 0n], constant(p + n)];
    case "error-rate":
      return [[-1n, -1n, p + n], constant(p + n)];
    case "balanced-accuracy":
      return [[n, p, 0n], constant(2n * p * n)];
    case "informedness":
      return [[n, p, -p * n], constant(p * n)];
    case "sensitivity":
      return [tp, constant(p)];
    case "fnr":
      return [fn, constant(p)];
    case "specificity":
      return [tn, constant(n)];
    case "fpr":
      return [fp, constant(n)];
    case "precision":
      return [tp, calledPositive];
    case "fdr":
      return [fp, calledPositive];
    case "npv":
      return [tn, calledNegative];
    case "for":
      return [fn, calledNegative];
    case "f-beta":
      return [
        [u + v, 0n, 0n],
        [v, -v, u * p + v * n],
      ];
    case "kappa":
      return [
        [2n * n, 2n * p, -2n * p * n],
        [n - p, p - n, n * n + p * p],
      ];
    case "jaccard":
      return [tp, [0n, -1n, p + n]];
    case "positive-likelihood-ratio":
      return [
        [n, 0n, 0n],
        [0n, -p, p * n],
      ];
    case "negative-likelihood-ratio":
      return [
        [-n, 0n, p * n],
        [0n, p, 0n],
      ];
    default:
      return undefined;
  }
}
