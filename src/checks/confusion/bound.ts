/** How many examples of each class a test set has. */
export interface ClassCounts {
  readonly positives: number;
  readonly negatives: number;
}

/** tp · TP + tn · TN + constant ≥ 0, in integers; the floats serve the search and decide nothing. */
export interface HalfPlane {
  readonly kind: "half-plane";
  readonly tp: bigint;
  readonly tn: bigint;
  readonly constant: bigint;
  readonly float: readonly [tp: number, tn: number, constant: number];
}

/** At a fixed TP linear in TN: slope · TN + constant ≥ 0. */
export interface RowBound {
  readonly kind: "row";
  /** Whether the condition, once it holds, holds for all greater TP and TN (`rising`), or for all smaller ones. */
  readonly rising: boolean;
  readonly at: (tp: bigint) => readonly [slope: bigint, constant: bigint];
  readonly near: (tp: number) => readonly [slope: number, constant: number];
}

/** Monotone in TP and in TN: holds for all greater ones once it holds (`rising`), or for all smaller ones. */
export interface MonotoneBound {
  readonly kind: "monotone";
  readonly rising: boolean;
  readonly holds: (tp: bigint, tn: bigint) => boolean;
  /** Never false where `holds` is true. */
  readonly mayHold: (tp: number, tn: number) => boolean;
}

export type Bound = HalfPlane | RowBound | MonotoneBound;
