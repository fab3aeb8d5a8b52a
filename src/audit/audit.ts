import type { CheckOutcome, CheckResult, Detail } from "../checks/check-result.ts";
import type { Basis, Severity } from "../paper/claim.ts";
import type { DifficultyTable, Rating } from "../paper/difficulty.ts";
import type { Coordinates, Curve, Freedom, Hyperparameter, Picture, Protocol } from "../paper/experiment.ts";
import type { Locus } from "../paper/locus.ts";
import type { Citation, ExperimentHyperparameters, Narrative, Provenance } from "../paper/paper.ts";

/** All verdicts, findings and ratings of a set of papers: the one document that every report is drawn from. */
export interface Audit {
  readonly schemaVersion: 1;
  readonly generator: { readonly name: "paper-assay"; readonly version: string };
  readonly papers: readonly PaperAudit[];
}

export type Verdict =
  | CheckOutcome
  | "reproduced"
  | "refuted"
  | "inconclusive"
  | "not-run"
  /** Seen by a reader; no machine decides it. */
  | "documented"
  | "out-of-scope";

export interface PaperAudit {
  readonly id: string;
  readonly citation: Citation;
  readonly reproduces?: string;
  readonly provenance: readonly Provenance[];
  readonly narrative: Narrative;
  readonly claims: readonly ClaimAudit[];
  /** Most severe first. */
  readonly findings: readonly Finding[];
  readonly tables: readonly TableAudit[];
  readonly hyperparameters: readonly ExperimentHyperparameters[];
  readonly difficulty: DifficultyAudit;
  readonly experiments: readonly ExperimentAudit[];
  readonly coverage: Coverage;
}

export interface ClaimAudit {
  readonly id: string;
  readonly at: Locus;
  /** The locus in words. */
  readonly locus: string;
  readonly states: string;
  readonly printed?: string;
  readonly kind: Basis["kind"];
  readonly verdict: Verdict;
  /** True where the evidence was made under another protocol than the paper's: never pass or fail. */
  readonly indication: boolean;
  /** A few words: the convention that rescues, the reason for inconclusive, what is not run. */
  readonly reason: string;
  /** Plain sentences with the numbers. */
  readonly explanation: string;
  readonly check?: CheckResult;
  readonly measurement?: MeasurementAudit;
  readonly printedRuns?: PrintedRunsAudit;
  readonly related: readonly string[];
  /** The command that would run what is not run. */
  readonly command?: string;
}

/** A printed number as the judge takes it, in printed units. */
export interface ReportedNumber {
  readonly text: string;
  readonly value: number;
  readonly halfUnit: number;
  readonly spread?: number;
  readonly spreadMeaning?: string;
  readonly runs?: number;
}

export interface StatedMargin {
  readonly value: number;
  readonly reason: string;
}

/** What was observed under one setting of the freedoms. */
export interface ObservedValues {
  /** Where a claim compares two settings, one that has another value on either side has both, as "8 over 6". */
  readonly freedoms: Coordinates;
  readonly values: readonly { readonly seed: number; readonly value: number }[];
  readonly mean: number;
  /** Divisor n − 1; absent below two values. */
  readonly sd?: number;
  /** How the paper's own scale marks the mean; two marks where what is printed does not fix the limit between them. */
  readonly mark?: string;
}

/** A verdict of the judge under one setting of the freedoms, with every intermediate number. */
export interface JudgedValues extends ObservedValues {
  readonly verdict: "reproduced" | "refuted" | "inconclusive";
  readonly reason: string;
  readonly explanation: string;
  /** The judge's quantities by name, such as `difference`, `standardError`, `pRefute`; undefined ones are absent. */
  readonly judgement: { readonly [name: string]: Detail };
  /** p of refuting, adjusted by Holm's method over the table's judged cells. */
  readonly pHolm?: number;
}

export interface MeasurementAudit {
  readonly pipeline: string;
  readonly variant: string;
  readonly dataset: string;
  readonly protocol: Protocol;
  readonly metric: string;
  readonly where: Coordinates;
  readonly reported?: ReportedNumber;
  readonly margin?: StatedMargin;
  readonly seedsPlanned: number;
  readonly judged: readonly JudgedValues[];
}

/** A printed number judged by runs that are printed beside it, with every intermediate number. */
export interface PrintedRunsAudit {
  readonly reported: ReportedNumber;
  /** As printed. */
  readonly runs: readonly string[];
  readonly margin: StatedMargin;
  /** The spread that like cells lend, and the p-values that say whether one spread for all is credible. */
  readonly family: {
    readonly members: readonly string[];
    readonly leftOut: readonly string[];
    readonly standardDeviation: number;
    readonly degreesOfFreedom: number;
    readonly bartlettP?: number;
    readonly leveneP?: number;
  };
  /** Of the difference, from the choice of test examples on both sides. */
  readonly examplesStandardError: number;
  readonly examples: string;
  /** The judge's quantities by name, as in `JudgedValues`. */
  readonly judgement: { readonly [name: string]: Detail };
  /** p of refuting, adjusted by Holm's method over the table's judged cells. */
  readonly pHolm?: number;
}

export interface Finding {
  readonly claim: string;
  readonly severity: Severity;
  readonly by: "machine" | "reader";
  readonly locus: string;
  readonly printed: string;
  readonly follows: string;
  readonly why: string;
  readonly wouldExplain: readonly string[];
  readonly confidence: "certain" | "likely" | "possible";
}

/** A printed table with what is claimed of each of its cells. */
export interface TableAudit {
  readonly name: string;
  readonly caption: string;
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly cells: readonly (readonly TableCellAudit[])[];
}

export interface TableCellAudit {
  readonly text: string;
  /** Ids of the claims whose locus is this cell. */
  readonly claims: readonly string[];
  /** The gravest verdict among them. */
  readonly verdict?: Verdict;
  /** Whether that verdict is an indication only; absent without one. */
  readonly indication?: boolean;
  /** Our runs of what the cell prints, under the claim's first setting of the freedoms. */
  readonly observed?: ObservedValues;
}

export interface ComputedRating {
  readonly rating: Rating;
  /** What it was computed from, in words with numbers; an estimate and labelled so. */
  readonly basis: string;
}

export interface DifficultyAudit {
  /** As the paper prints it, sums and competition ranks recomputed. */
  readonly printed?: DifficultyTable & {
    readonly totals: readonly { readonly experiment: string; readonly sum: number; readonly rank: number }[];
  };
  /** Assay's own; there is no computed code rating, hence no computed sum. */
  readonly computed: readonly {
    readonly experiment: string;
    readonly report?: ComputedRating;
    readonly compute?: ComputedRating;
  }[];
}

/** One line of a plot: a metric against a coordinate, over the seeds. */
export interface Series {
  readonly metric: string;
  readonly where: Coordinates;
  readonly meanOver?: string;
  readonly against: string;
  readonly points: readonly {
    readonly x: number;
    readonly values: readonly number[];
    readonly mean: number;
    readonly sd?: number;
  }[];
}

/** How a loss fell in the run of one seed. */
export interface LossHistory {
  readonly seed: number;
  readonly curve: Curve;
}

/** What one run gave, as an example of all: that of the lowest seed that is done. */
export interface ExampleRun {
  readonly seed: number;
  /** All but the loss histories. */
  readonly curves: readonly Curve[];
  readonly pictures: readonly Picture[];
  /** Of the scores whose histograms stand at the same coordinates. */
  readonly thresholds: readonly { readonly at: Coordinates; readonly value: number }[];
}

/**
 * All cells of one pipeline, variant, data set, protocol and options. Where none of the planned protocol is done, what was
 * done under a lesser one stands beside it.
 */
export interface ExperimentAudit {
  readonly pipeline: string;
  readonly purpose: string;
  readonly variant: string;
  readonly dataset: string;
  readonly protocol: Protocol;
  readonly options: Coordinates;
  readonly seeds: { readonly planned: number; readonly done: number; readonly failed: number };
  readonly failures: readonly string[];
  readonly hyperparameters: readonly Hyperparameter[];
  readonly freedoms: readonly Freedom[];
  readonly deviations: readonly string[];
  readonly environment?: {
    readonly engine: string;
    readonly platform: string;
    readonly versions: Readonly<Record<string, string>>;
    readonly codeIdentity: string;
    readonly commits: readonly string[];
    /** False where the code that made the evidence is no longer the present code. */
    readonly current?: boolean;
    /** Absent where every run went on from an earlier one that was not timed. */
    readonly medianCellSeconds?: number;
    /** Medians over the runs. What an item is depends on the stage: an image, a step, a fit. */
    readonly stages: readonly { readonly stage: string; readonly items: number; readonly secondsPerItem: number }[];
  };
  readonly series: readonly Series[];
  /** Of every seed that is done, by seed. */
  readonly losses: readonly LossHistory[];
  /** Absent where nothing is done. */
  readonly example?: ExampleRun;
}

export interface Coverage {
  readonly claims: number;
  /** Without indications, which are no verdicts on the paper. */
  readonly byVerdict: Readonly<Partial<Record<Verdict, number>>>;
  /** What runs under another protocol than the paper's point to. */
  readonly byIndication: Readonly<Partial<Record<Verdict, number>>>;
  readonly byKind: Readonly<Partial<Record<Basis["kind"], number>>>;
  readonly notRun: readonly { readonly claim: string; readonly reason: string; readonly command?: string }[];
  readonly outOfScope: readonly { readonly claim: string; readonly reason: string }[];
}
