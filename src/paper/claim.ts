import type { CheckResult } from "../checks/check-result.ts";
import type { PrintedValue } from "../numbers/printed.ts";
import type { Coordinates, Protocol } from "./experiment.ts";
import type { Locus } from "./locus.ts";

/** One assertion of a paper with its place; it never carries its own verdict. */
export interface Claim {
  /** Unique in its paper, dots from the general to the special: `t2.resnet18.rbf.fmnist.ours`. */
  readonly id: string;
  readonly at: Locus;
  /** What the paper asserts there, in one sentence of our own. */
  readonly states: string;
  /** The printed text that the claim rests on, where it is short. */
  readonly printed?: string;
  readonly basis: Basis;
  /** How grave it is if the claim fails; absent: by kind and verdict. */
  readonly severity?: Severity;
  /** Ids of claims of this or another paper (`sohn-2021:t7.…`) that speak of the same thing; verdicts are never inherited. */
  readonly related?: readonly string[];
}

/** Of a finding: it changes what the paper says; it is wrong but changes little; it is worth knowing. */
export type Severity = "major" | "minor" | "note";

export type Basis =
  | PrintedBasis
  | PrintedRunsBasis
  | MeasuredBasis
  | OrderingBasis
  | SpreadBasis
  | ReaderBasis
  | OutOfScopeBasis;

/** Decided from printed numbers by a pure check. */
export interface PrintedBasis {
  readonly kind: "printed";
  readonly check: () => CheckResult;
}

/**
 * Whether a printed number is what another run would have given, judged by runs that are printed beside it, such as a
 * reproduction's run 1 and run 2: nothing of ours is run.
 */
export interface PrintedRunsBasis {
  readonly kind: "printed-runs";
  readonly reported: PrintedValue;
  readonly runs: readonly PrintedValue[];
  /** Like cells whose runs lend their spread, this one among them: two runs alone say little of it. */
  readonly family: readonly { readonly label: string; readonly runs: readonly PrintedValue[] }[];
  /** In printed units; members whose mean lies above it vary less by nature and lend nothing. */
  readonly boundary?: string;
  /** What is allowed beside chance; 0 where the claim is of chance alone. */
  readonly margin: Margin;
  readonly examples: Examples;
  /** What would explain a difference that chance does not. */
  readonly wouldExplain: readonly string[];
}

/**
 * How many examples a number was measured on, printed and run alike: the fewer, if they differ. What another draw of them
 * would change is then known: of an area under a ROC curve by Hanley and McNeil, of a share such as an accuracy by the
 * binomial. `scale`: 100 where it is in percent. A mean over classes may be taken for one class, the smallest: its error is
 * the greatest where all err alike.
 */
export type Examples = { readonly scale: number; readonly source: string } & (
  | { readonly kind: "area"; readonly positives: number; readonly negatives: number }
  | { readonly kind: "share"; readonly count: number }
);

/** One number per seed, taken from each cell: the mean of a metric over a coordinate, at fixed other coordinates. */
export interface Quantity {
  readonly pipeline: string;
  readonly variant: string;
  readonly dataset: string;
  readonly metric: string;
  /** Fixed coordinates; a coordinate that is neither fixed nor averaged is a freedom and is judged value by value. */
  readonly where: Coordinates;
  /** The coordinate that the quantity is averaged over, usually `class`. */
  readonly meanOver?: string;
  /** Factor from the metric's unit to the printed unit: 100 where an AUC is printed in percent. */
  readonly scale: number;
}

/** Seeds are fixed before running. */
export interface RunPlan {
  readonly protocol: Protocol;
  readonly seeds: readonly number[];
  /** Values of freedoms that are varied between cells, one run plan each; absent: the pipeline's defaults. */
  readonly options?: readonly Coordinates[];
  /** Why runs of the reduced protocol say nothing of the claim, where they do not: then they give no indication. */
  readonly noIndication?: string;
}

/** How far a measurement may lie from the printed number, in printed units, and why; written before running. */
export interface Margin {
  readonly value: string;
  readonly reason: string;
}

/** What stands behind a printed ±; `standard-deviation-n` has the divisor n. */
export type SpreadMeaning =
  | "standard-deviation"
  | "standard-deviation-n"
  | "standard-error"
  | "confidence-95"
  | "mean-of-class-deviations"
  | "unknown";

/** A paper's scale of marks, such as ≈ + ++, for a result against another that it is compared with. */
export interface MarkScale {
  /** The printed number that results are compared with. */
  readonly reference: PrintedValue;
  /** From far below to far above, one more than limits. */
  readonly marks: readonly string[];
  /** Between neighbouring marks: where the limit may lie, as differences from the reference, by what is printed. */
  readonly limits: readonly { readonly from: number; readonly to: number }[];
}

export interface MeasuredBasis {
  readonly kind: "measured";
  readonly quantity: Quantity;
  readonly plan: RunPlan;
  readonly reported: PrintedValue;
  /** `ours`: no number is printed, and `reported` is where we say that the sentence ends to be true. */
  readonly bound?: "ours";
  /** How many runs the printed number is the mean of, where the paper says. */
  readonly reportedRuns?: number;
  readonly spreadMeaning?: SpreadMeaning;
  readonly margin: Margin;
  readonly sided?: "two-sided" | "at-least" | "at-most";
  /** How the paper would mark our result. */
  readonly marks?: MarkScale;
  /** Whether the paper's test split is the one that the pipeline uses. */
  readonly split: "same" | "unknown";
  /** Needed for a refutation where the split is unknown: seeds alone then refute nothing. */
  readonly examples?: Examples;
}

/** `higher` lies above `lower`, by at least `by` printed units where given; paired by seed where both share their cells. */
export interface OrderingBasis {
  readonly kind: "ordering";
  readonly higher: Quantity;
  readonly lower: Quantity;
  readonly plan: RunPlan;
  readonly by?: Margin;
}

/**
 * How much a quantity varies from seed to seed: more than another, measured at the same seeds, or so much that two runs
 * differ on average by a claimed amount.
 */
export interface SpreadBasis {
  readonly kind: "spread";
  readonly of: Quantity;
  readonly than:
    | {
        readonly kind: "quantity";
        readonly quantity: Quantity;
        /** Relative to the values, which are positive, where the two are on different scales. */
        readonly relative: boolean;
      }
    | { readonly kind: "run-difference"; readonly atLeast: Margin };
  readonly plan: RunPlan;
}

/** What only a person can see: a documented finding, marked as such. */
export interface ReaderBasis {
  readonly kind: "reader";
  readonly finding: {
    /** What follows from what is printed. */
    readonly follows: string;
    readonly why: string;
    readonly wouldExplain?: string;
    readonly confidence: "certain" | "likely" | "possible";
  };
}

/** What no machine can check; it counts in the coverage. */
export interface OutOfScopeBasis {
  readonly kind: "out-of-scope";
  readonly reason: string;
}
