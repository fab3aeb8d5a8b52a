import { studentTQuantile } from "../stats/student-t.ts";
import { type Comparison, type Decision, decide } from "./decision-rule.ts";
import type { MeasurementVerdict, Reason, Reported } from "./judgement.ts";
import { seedsThatWouldDecide } from "./seeds-that-would-decide.ts";
import { type ErrorSources, type StandardErrors, standardErrors } from "./standard-errors.ts";

/** A decision and the circumstances in which it was taken. */
export interface Circumstances {
  readonly comparison: Comparison;
  readonly sources: ErrorSources;
  readonly errors: StandardErrors;
  readonly decision: Decision;
  readonly split: "same" | "differs" | "unknown";
  readonly reported: Reported;
}

/** What a decision amounts to, and why. */
export interface Settlement {
  readonly verdict: MeasurementVerdict;
  readonly reason: Reason;
  /** How many seeds would decide, where more would. */
  readonly seeds?: number;
}

/** The verdict with its reason: a refutation by seeds alone does not stand where the paper's split is unknown. */
export function settle(given: Circumstances): Settlement {
  const { verdict } = given.decision;
  if (verdict === "reproduced") return { verdict, reason: wasExact(given) ? "exact comparison" : "within the margin" };
  if (given.split === "unknown") {
    const { reproducing, refuting } = given.sources.examples;
    if (verdict === "refuted" && refuting === 0) return { verdict: "inconclusive", reason: "split not fixed" };
    if (verdict === "inconclusive" && refuting > 0 && refutedBySeeds(given, reproducing))
      return { verdict, reason: "split not fixed" };
  }
  if (verdict === "refuted") return { verdict, reason: wasExact(given) ? "exact comparison" : "outside the margin" };
  const seeds = given.errors.case === "F" ? undefined : moreSeeds(given);
  return { verdict, reason: inconclusiveReason(given, seeds), ...(seeds !== undefined && { seeds }) };
}

function wasExact({ errors, decision }: Circumstances): boolean {
  return errors.case === "F" && decision.refutation === undefined;
}

/** Whether the error of the examples is all that stands between the decision and a refutation. */
function refutedBySeeds({ comparison, sources, errors }: Circumstances, reproducing: number): boolean {
  if (errors.case === "F") return true;
  return (
    decide(comparison, standardErrors({ ...sources, examples: { reproducing, refuting: 0 } })).verdict === "refuted"
  );
}

function inconclusiveReason(given: Circumstances, seeds: number | undefined): Reason {
  const { comparison, sources, errors, decision, reported } = given;
  if (errors.case === "E") return "too few seeds";
  if (decision.refutation === undefined)
    return sources.runs >= 3 && reported.spread !== undefined ? "number of the paper's runs unknown" : "too few seeds";
  if (comparison.side === "equal" && comparison.margin === 0) return "compatible";
  if (seeds !== undefined) return "too few seeds";
  return comparison.side === "equal" && comparison.margin < leastSupported(comparison, sources)
    ? "margin below what the paper's own n can support"
    : "near the edge";
}

/** How many seeds would decide; a single run borrows the paper's spread for the forecast. */
function moreSeeds({ comparison, sources }: Circumstances): number | undefined {
  if (sources.own !== undefined)
    return sources.own.standardDeviation > 0 || sources.paperDeviation !== undefined
      ? seedsThatWouldDecide(comparison, sources)
      : undefined;
  if (sources.paperDeviation === undefined) return undefined;
  const borrowed = { standardDeviation: sources.paperDeviation, degreesOfFreedom: sources.runs - 1 };
  return seedsThatWouldDecide(comparison, { ...sources, own: borrowed });
}

/** The reach of the confirming test when our seeds are without number: what is left is the paper's own error. */
function leastSupported({ halfUnit, alpha }: Comparison, { paperRuns, paperDeviation, own }: ErrorSources): number {
  if (paperRuns === undefined || paperRuns < 2) return halfUnit;
  if (paperDeviation !== undefined)
    return halfUnit + (studentTQuantile(1 - alpha, paperRuns - 1) * paperDeviation) / Math.sqrt(paperRuns);
  const known = studentTQuantile(1 - alpha, Number.POSITIVE_INFINITY);
  return halfUnit + (known * (own?.standardDeviation ?? 0)) / Math.sqrt(paperRuns);
}
