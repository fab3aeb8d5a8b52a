import type { Bounds } from "../stats/interval-estimate.ts";

/** What a paper's ± stands for; `unknown` where the paper does not say. */
export type SpreadMeaning =
  /** Standard deviation over runs, divisor n − 1. */
  | "standard-deviation"
  /** Standard deviation over runs, divisor n. */
  | "standard-deviation-n"
  | "standard-error"
  /** Half the width of a 95 % confidence interval of the mean, by Student's t. */
  | "confidence-95"
  /** The average over classes of each class's standard deviation: at least that of the mean of independent runs. */
  | "mean-of-class-deviations"
  | "unknown";

/** A number as the paper prints it, in printed units (a percentage stays a percentage). */
export interface Reported {
  readonly value: number;
  /** Half a unit of the last printed digit: 0.05 for 74.5. */
  readonly halfUnit: number;
  readonly spread?: { readonly value: number; readonly halfUnit: number; readonly meaning: SpreadMeaning };
  /** How many runs the number is the mean of; absent where the paper does not say. */
  readonly runs?: number;
}

/** What the runs gave, in printed units, one value a seed. */
export interface Observed {
  readonly values: readonly number[];
  /** Present where the values are themselves printed and rounded, as in a report's table of runs. */
  readonly halfUnit?: number;
}

/** One standard deviation for a family of like measurements. */
export interface PooledSpread {
  readonly standardDeviation: number;
  readonly degreesOfFreedom: number;
}

export interface JudgeOptions {
  /** What the claim asserts of the value: that it is the printed number (default), at least it, or at most it. */
  readonly side?: "equal" | "at-least" | "at-most";
  /** The tolerance that was written with the claim before running. */
  readonly claimMargin?: number;
  /** A default for the kind of task, used where the claim states none. */
  readonly taskMargin?: number;
  /** Default 0.05. A plan in two stages halves it. */
  readonly alpha?: number;
  /** Case G: the spread of the family takes the place of the runs' own. */
  readonly pooled?: PooledSpread;
  /** Whether the runs were tested on the paper's test examples. Default `same`, as with an official test set. */
  readonly split?: "same" | "differs" | "unknown";
  /** Standard error of the difference that comes from which examples were tested; needed where the split differs. */
  readonly examplesStandardError?: number;
  /** The claim involves no chance: one run decides, by exact comparison. */
  readonly deterministic?: boolean;
  /** Printed after numbers in the explanation, such as "points". */
  readonly unit?: string;
}

export type MeasurementVerdict = "reproduced" | "refuted" | "inconclusive";

export type Reason =
  | "within the margin"
  | "outside the margin"
  | "exact comparison"
  | "too few seeds"
  | "margin below what the paper's own n can support"
  | "near the edge"
  | "± undefined"
  | "split not fixed"
  | "compatible"
  | "number of the paper's runs unknown";

/** Which row of the table of standard errors applied; see docs/judge.md. */
export type MeasurementCase = "A" | "B" | "C" | "D" | "E" | "F" | "G";

export interface Margin {
  readonly value: number;
  /** `none`: no margin was stated and none follows from the paper; 0 is used and only compatibility can be told. */
  readonly source: "claim" | "task" | "derived" | "none";
}

/** One of the two tests, with all that went into it. */
export interface TestDetail {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
  /** The quantile of Student's t that the standard error was multiplied with. */
  readonly critical: number;
  /** Of the difference, observed minus printed, widened by the rounding. */
  readonly interval: Bounds;
  readonly level: number;
  readonly p: number;
}

/** What one reading of the ± gives. */
export interface SpreadReading {
  readonly meaning: SpreadMeaning;
  readonly verdict: MeasurementVerdict;
  readonly reason: Reason;
  /** The spread converted to a standard deviation with divisor n − 1, its half unit added. */
  readonly standardDeviation: number;
  readonly pRefute?: number;
}

/** A second opinion on skewed runs: intervals by the studentised bootstrap. */
export interface SkewnessCheck {
  readonly skewness: number;
  readonly equivalenceInterval?: Bounds;
  readonly refutationInterval: Bounds;
  readonly verdict: MeasurementVerdict;
}

/** A verdict with every quantity that led to it. */
export interface Judgement {
  readonly verdict: MeasurementVerdict;
  readonly reason: Reason;
  /** One sentence with the numbers. */
  readonly explanation: string;
  readonly case: MeasurementCase;
  /** In case G, the case whose formula the pooled spread went into. */
  readonly basis?: "A" | "B" | "C";
  readonly side: "equal" | "at-least" | "at-most";
  readonly alpha: number;
  readonly reported: number;
  readonly observedMean: number;
  readonly runs: number;
  readonly paperRuns?: number;
  /** Observed mean minus printed value. */
  readonly difference: number;
  /** Rounding of the printed number and, where the runs are printed too, of theirs. */
  readonly halfUnit: number;
  readonly margin: Margin;
  /** Of the runs, or of the family in case G; absent for a single run. */
  readonly standardDeviation?: number;
  /** The paper's, with its half unit added, as used. */
  readonly paperStandardDeviation?: number;
  readonly spreadMeaning?: SpreadMeaning;
  /** Where the meaning of ± is unknown: what each reading gives. */
  readonly readings?: readonly SpreadReading[];
  /** The two one-sided tests that can confirm. */
  readonly equivalence?: TestDetail;
  /** The minimal-effect test that can refute. */
  readonly refutation?: TestDetail;
  /** The standard error, degrees of freedom and p-value of `refutation`, where every table looks for them. */
  readonly standardError?: number;
  readonly degreesOfFreedom?: number;
  readonly pRefute?: number;
  readonly pEquivalent?: number;
  /** The least number of seeds up to 100 that would decide at the present difference and spread. */
  readonly seedsThatWouldDecide?: number;
  /** Where the mean of so many runs is expected from the paper's own numbers, at 1 − alpha. */
  readonly predictionInterval?: Bounds;
  readonly skewness?: SkewnessCheck;
  /** Assumptions and cautions, each a sentence. */
  readonly notes: readonly string[];
}
