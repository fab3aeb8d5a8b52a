/** How many examples of each class a test set has. */
export interface ClassCounts {
  readonly positives: number;
  readonly negatives: number;
}

/** tp · TP + tn · TN + constant ≥ 0, in integers. */
export interface HalfPlane {
  /**
   * Exact, and so are all sums of the terms within the rectangle, where there is no `big`. The room is for the errors of
   * floats: by so much a search may move the border outwards.
   */
  readonly plain: readonly [tp: number, tn: number, constant: number, room: number];
  /** The terms where plain numbers would round them. */
  readonly big: readonly [tp: bigint, tn: bigint, constant: bigint] | undefined;
}

/** At a fixed TP linear in TN: slope · TN + constant ≥ 0. */
export interface RowBound {
  readonly kind: "row";
  /** Whether the condition, once it holds, holds for all greater TP and TN (`rising`), or for all smaller ones. */
  readonly rising: boolean;
  readonly at: (tp: number) => readonly [slope: bigint, constant: bigint];
  readonly near: (tp: number) => readonly [slope: number, constant: number];
}

/** Monotone in TP and in TN: holds for all greater ones once it holds (`rising`), or for all smaller ones. */
export interface MonotoneBound {
  readonly kind: "monotone";
  readonly rising: boolean;
  readonly holds: (tp: number, tn: number) => boolean;
  /** Never false where `holds` is true. */
  readonly mayHold: (tp: number, tn: number) => boolean;
}

export type CurvedBound = RowBound | MonotoneBound;

/** What must hold of TP and TN. */
export interface Bounds {
  readonly planes: readonly HalfPlane[];
  readonly curves: readonly CurvedBound[];
}
