import { type VarianceComponent, welchSatterthwaite } from "../stats/welch-satterthwaite.ts";
import type { MeasurementCase, PooledSpread } from "./judgement.ts";

/** What is known of where the two numbers vary. */
export interface ErrorSources {
  /** Our runs, k. */
  readonly runs: number;
  /** Their standard deviation, or their family's; absent for a single run alone. */
  readonly own?: PooledSpread;
  /** Whether `own` is a family's. */
  readonly pooled: boolean;
  /** The paper's runs, n, where it says. */
  readonly paperRuns?: number;
  /** The paper's standard deviation with its half unit added; only with two runs or more. */
  readonly paperDeviation?: number;
  /** Standard errors from the choice of test examples, for either test. */
  readonly examples: { readonly reproducing: number; readonly refuting: number };
}

export interface StandardError {
  readonly standardError: number;
  readonly degreesOfFreedom: number;
}

/** The case that applies, and the standard error of each test that it permits. */
export interface StandardErrors {
  readonly case: MeasurementCase;
  readonly basis?: "A" | "B" | "C";
  readonly reproducing?: StandardError;
  readonly refuting?: StandardError;
  /** Fewer than three runs never confirm unless a family lends its spread. */
  readonly mayConfirm: boolean;
}

/**
 * The standard errors of the difference by what the paper prints (cases A to E and G; see docs/judge.md).
 *
 * @example
 * // Case C: √(1 + 1/5).
 * standardErrors({ runs: 5, own: { standardDeviation: 1, degreesOfFreedom: 4 }, pooled: false,
 *   examples: { reproducing: 0, refuting: 0 } }).refuting?.standardError; // => 1.0954451150103321
 */
export function standardErrors(sources: ErrorSources): StandardErrors {
  const { runs, own, pooled, paperRuns, paperDeviation, examples } = sources;
  if (own === undefined) return fromPaperAlone(paperRuns, paperDeviation, examples.refuting);
  const ownMean: VarianceComponent = {
    variance: own.standardDeviation ** 2 / runs,
    degreesOfFreedom: own.degreesOfFreedom,
  };
  const known = paperRuns !== undefined && paperRuns >= 2;
  const basis = known ? (paperDeviation === undefined ? "B" : "A") : "C";
  let paper: { readonly reproducing: VarianceComponent[]; readonly refuting: VarianceComponent[] };
  if (basis === "A" && paperRuns !== undefined && paperDeviation !== undefined) {
    const component = { variance: paperDeviation ** 2 / paperRuns, degreesOfFreedom: paperRuns - 1 };
    paper = { reproducing: [ownMean, component], refuting: [ownMean, component] };
  } else {
    // The same estimate s stands for both parts, so that they share its degrees of freedom instead of adding theirs.
    const ofPaper = own.standardDeviation ** 2 / (basis === "B" && paperRuns !== undefined ? paperRuns : 1);
    const joint = { variance: ownMean.variance + ofPaper, degreesOfFreedom: own.degreesOfFreedom };
    paper = { reproducing: [basis === "B" ? joint : ownMean], refuting: [joint] };
  }
  const reproducing = combine(paper.reproducing, examples.reproducing);
  const refuting = combine(paper.refuting, examples.refuting);
  return {
    ...(pooled ? { case: "G" as const, basis } : { case: basis }),
    ...(reproducing !== undefined && { reproducing }),
    ...(refuting !== undefined && { refuting }),
    mayConfirm: pooled || runs >= 3,
  };
}

/** Case D, one run against a printed spread, which may refute but never confirm; case E, nothing to judge by. */
function fromPaperAlone(
  paperRuns: number | undefined,
  paperDeviation: number | undefined,
  examplesStandardError: number,
): StandardErrors {
  if (paperRuns === undefined || paperDeviation === undefined) return { case: "E", mayConfirm: false };
  const variance = paperDeviation ** 2 * (1 + 1 / paperRuns);
  const refuting = combine([{ variance, degreesOfFreedom: paperRuns - 1 }], examplesStandardError);
  return { case: "D", ...(refuting !== undefined && { refuting }), mayConfirm: false };
}

/** Absent where the sum is zero: two runs that happen to agree say nothing of the spread. */
function combine(components: readonly VarianceComponent[], examplesStandardError: number): StandardError | undefined {
  const all = [...components, { variance: examplesStandardError ** 2, degreesOfFreedom: Number.POSITIVE_INFINITY }];
  if (components.every(({ variance }) => variance === 0)) return undefined;
  return {
    standardError: Math.sqrt(all.reduce((sum, { variance }) => sum + variance, 0)),
    degreesOfFreedom: welchSatterthwaite(all),
  };
}
