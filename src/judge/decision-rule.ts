import { equivalenceTest } from "../stats/equivalence-test.ts";
import type { Bounds } from "../stats/interval-estimate.ts";
import { minimalEffectTest } from "../stats/minimal-effect-test.ts";
import { studentTQuantile } from "../stats/student-t.ts";
import type { MeasurementVerdict, TestDetail } from "./judgement.ts";
import type { StandardError, StandardErrors } from "./standard-errors.ts";

export type Side = "equal" | "at-least" | "at-most";

/** A difference, observed minus printed, with all that a decision about it needs. */
export interface Comparison {
  readonly difference: number;
  readonly halfUnit: number;
  readonly margin: number;
  readonly side: Side;
  readonly alpha: number;
}

/** The verdict, and both tests behind it as far as the case permits them. */
export interface Decision {
  readonly verdict: MeasurementVerdict;
  readonly equivalence?: TestDetail;
  readonly refutation?: TestDetail;
}

/**
 * How far the difference goes against the claim: its size for a claimed value, the shortfall for "at least", the
 * surplus for "at most" (negative where the observation is on the safe side).
 *
 * @example
 * excessOf(-0.4, "at-least"); // => 0.4
 */
export function excessOf(difference: number, side: Side): number {
  if (side === "equal") return Math.abs(difference);
  return side === "at-least" ? -difference : difference;
}

/**
 * The rule: with the excess e over the claim, rounding h and margin δ,
 * reproduced iff e + h + t(1 − α) · SE ≤ δ, refuted iff e − h − t(1 − α/2) · SE > δ, otherwise inconclusive.
 * Both cannot hold at once.
 *
 * @example
 * decide({ difference: 0.1, halfUnit: 0.05, margin: 2, side: "equal", alpha: 0.05 },
 *   { case: "B", mayConfirm: true, reproducing: { standardError: 0.5, degreesOfFreedom: 4 },
 *     refuting: { standardError: 0.5, degreesOfFreedom: 4 } }).verdict; // => "reproduced"
 */
export function decide(comparison: Comparison, errors: StandardErrors): Decision {
  const { difference, halfUnit, margin, side, alpha } = comparison;
  const excess = excessOf(difference, side);
  const { reproducing, refuting } = errors;
  const equivalence = reproducing && detail(comparison, reproducing, alpha, pEquivalent(comparison, reproducing));
  const refutation = refuting && detail(comparison, refuting, alpha / 2, pRefute(comparison, refuting));
  const reach = (test: TestDetail): number => halfUnit + test.critical * test.standardError;
  let verdict: MeasurementVerdict = "inconclusive";
  if (errors.mayConfirm && equivalence !== undefined && excess + reach(equivalence) <= margin) verdict = "reproduced";
  else if (refutation !== undefined && excess - reach(refutation) > margin) verdict = "refuted";
  return {
    verdict,
    ...(equivalence !== undefined && { equivalence }),
    ...(refutation !== undefined && { refutation }),
  };
}

/**
 * Case F, where seeds have no effect: the printed interval, opened by the margin, holds the observed value or does not.
 * A few units in the last place of the numbers compared are forgiven.
 */
export function decideExactly(comparison: Comparison, magnitude: number): MeasurementVerdict {
  const excess = excessOf(comparison.difference, comparison.side);
  return excess <= comparison.halfUnit + comparison.margin + 1e-12 * magnitude ? "reproduced" : "refuted";
}

/** Whether an interval of the difference, not yet widened by rounding, reproduces or refutes. */
export function decideByIntervals(
  { halfUnit, margin, side }: Comparison,
  equivalence: Bounds | undefined,
  refutation: Bounds,
): MeasurementVerdict {
  const worst = ({ lower, upper }: Bounds): number =>
    side === "equal" ? Math.max(upper, -lower) : side === "at-least" ? -lower : upper;
  const best = ({ lower, upper }: Bounds): number =>
    side === "equal" ? Math.max(lower, -upper) : side === "at-least" ? -upper : lower;
  if (equivalence !== undefined && worst(equivalence) + halfUnit <= margin) return "reproduced";
  return best(refutation) - halfUnit > margin ? "refuted" : "inconclusive";
}

function detail(comparison: Comparison, error: StandardError, tail: number, p: number): TestDetail {
  const { difference, halfUnit } = comparison;
  const critical = studentTQuantile(1 - tail, error.degreesOfFreedom);
  const half = halfUnit + critical * error.standardError;
  const interval = { lower: difference - half, upper: difference + half };
  return { ...error, critical, interval, level: 1 - 2 * tail, p };
}

function pEquivalent({ difference, halfUnit, margin, side }: Comparison, error: StandardError): number {
  const tests = equivalenceTest({ value: difference, ...error }, margin - halfUnit);
  return side === "equal" ? tests.p : side === "at-least" ? tests.lowerP : tests.upperP;
}

/** For a one-sided claim a difference to the safe side refutes nothing. */
function pRefute({ difference, halfUnit, margin, side }: Comparison, error: StandardError): number {
  return minimalEffectTest({ value: Math.max(0, excessOf(difference, side)), ...error }, margin + halfUnit);
}
