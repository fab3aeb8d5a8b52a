import type { Rational } from "../../numbers/rational.ts";
import type { ClassCounts } from "./bound.ts";
import type { ConfusionScoreName } from "./score-names.ts";

/** How often each cell of the matrix counts in a sum, in whole numbers. */
export type CellWeights<Whole extends number | bigint> = readonly [tp: Whole, fn: Whole, tn: Whole, fp: Whole];

/** One sum of cells over another. */
export type CellQuotient<Whole extends number | bigint> = readonly [
  top: CellWeights<Whole>,
  bottom: CellWeights<Whole>,
];

/**
 * A score that is a quotient of weighted sums of the cells; undefined for the others. Kappa is one, as
 * TP·TN − FP·FN = N·TP − P·FP. Big integers only for an F-beta whose β² does not fit into plain ones.
 */
export function cellQuotient(
  name: ConfusionScoreName,
  { positives: p, negatives: n }: ClassCounts,
  betaSquared: Rational,
): CellQuotient<number> | CellQuotient<bigint> | undefined {
  switch (name) {
    case "f-beta":
      return fBeta(betaSquared);
    case "balanced-accuracy":
      return [
        [n, 0, p, 0],
        [n, n, p, p],
      ];
    case "informedness":
      return [
        [n, 0, 0, -p],
        [n, n, 0, 0],
      ];
    case "kappa":
      return [
        [2 * n, 0, 0, -2 * p],
        [n, p, p, n],
      ];
    case "positive-likelihood-ratio":
      return [
        [n, 0, 0, 0],
        [0, 0, 0, p],
      ];
    case "negative-likelihood-ratio":
      return [
        [0, n, 0, 0],
        [0, 0, p, 0],
      ];
    case "mcc":
    case "markedness":
    case "g-mean":
    case "fowlkes-mallows":
    case "odds-ratio":
      return undefined;
    default:
      return shares[name];
  }
}

/** Cells and their sums, as weights. */
export const cellSums = {
  tp: [1, 0, 0, 0],
  fn: [0, 1, 0, 0],
  tn: [0, 0, 1, 0],
  fp: [0, 0, 0, 1],
  positives: [1, 1, 0, 0],
  negatives: [0, 0, 1, 1],
  calledPositive: [1, 0, 0, 1],
  calledNegative: [0, 1, 1, 0],
  all: [1, 1, 1, 1],
} as const satisfies Readonly<Record<string, CellWeights<number>>>;

const { tp, fn, tn, fp, positives, negatives, calledPositive, calledNegative, all } = cellSums;

/** One part of the examples over another. */
const shares = {
  accuracy: [[1, 0, 1, 0], all],
  "error-rate": [[0, 1, 0, 1], all],
  sensitivity: [tp, positives],
  fnr: [fn, positives],
  specificity: [tn, negatives],
  fpr: [fp, negatives],
  precision: [tp, calledPositive],
  fdr: [fp, calledPositive],
  npv: [tn, calledNegative],
  for: [fn, calledNegative],
  jaccard: [tp, [1, 1, 0, 1]],
} as const satisfies Partial<Record<ConfusionScoreName, CellQuotient<number>>>;

/** (1 + β²) TP over (1 + β²) TP + β² FN + FP. */
function fBeta({ numerator: u, denominator: v }: Rational): CellQuotient<number> | CellQuotient<bigint> {
  if (u + v > Number.MAX_SAFE_INTEGER)
    return [
      [u + v, 0n, 0n, 0n],
      [u + v, u, 0n, v],
    ];
  const [miss, alarm] = [Number(u), Number(v)];
  return [
    [miss + alarm, 0, 0, 0],
    [miss + alarm, miss, 0, alarm],
  ];
}
