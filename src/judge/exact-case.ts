import { type Comparison, type Decision, decide, decideExactly } from "./decision-rule.ts";
import type { JudgeOptions, Observed, Reported } from "./judgement.ts";
import type { ErrorSources, StandardError, StandardErrors } from "./standard-errors.ts";

/** Chance has no part: the claim says so, or three raw runs or more agree bit for bit and the paper's may do so too. */
export function isExact(
  values: readonly number[],
  { spread }: Reported,
  { halfUnit = 0 }: Observed,
  options: JudgeOptions,
): boolean {
  if (options.deterministic === true) return true;
  if (options.pooled !== undefined || halfUnit > 0 || values.length < 3) return false;
  return values.every((value) => value === values[0]) && (spread === undefined || spread.value <= spread.halfUnit);
}

/** Where seeds have no effect, the choice of examples is all that varies. */
export function exactErrors({ examples }: ErrorSources): StandardErrors {
  const known = (standardError: number): StandardError => ({
    standardError,
    degreesOfFreedom: Number.POSITIVE_INFINITY,
  });
  return {
    case: "F",
    mayConfirm: true,
    ...(examples.reproducing > 0 && { reproducing: known(examples.reproducing) }),
    ...(examples.refuting > 0 && { refuting: known(examples.refuting) }),
  };
}

/** The printed interval, opened by the margin, holds the observed value or does not, save for the error of the examples. */
export function decideWithoutSeeds(comparison: Comparison, errors: StandardErrors, printed: number): Decision {
  if (errors.reproducing !== undefined) return decide(comparison, errors);
  const magnitude = Math.max(Math.abs(printed), Math.abs(comparison.difference));
  const verdict = decideExactly(comparison, magnitude);
  if (verdict === "reproduced" || errors.refuting === undefined) return { verdict };
  return decide(comparison, errors);
}
