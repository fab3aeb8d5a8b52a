import { type Estimate, intervalEstimate } from "../stats/interval-estimate.ts";
import { meanEstimate } from "../stats/mean-estimate.ts";
import { studentTCdf } from "../stats/student-t.ts";
import { welchDifference } from "../stats/welch-difference.ts";
import { formatLike } from "./explain.ts";
import type { MeasurementVerdict } from "./judgement.ts";

export interface OrderingOptions {
  /** Whether place i of both lists is the same seed or split. */
  readonly paired: boolean;
  /** The claimed lead, in the units of the values; default 0. */
  readonly by?: number;
  readonly alpha?: number;
}

/** Whether the first method leads, with the figures behind it. */
export interface OrderingJudgement {
  readonly verdict: MeasurementVerdict;
  readonly reason: "lead shown" | "contrary shown" | "exact comparison" | "tie" | "too few seeds" | "near the edge";
  readonly explanation: string;
  readonly method: "paired t" | "Welch" | "exact";
  /** Mean of the first minus mean of the second, minus the claimed lead. */
  readonly difference: number;
  readonly runs: readonly [number, number];
  readonly standardError?: number;
  readonly degreesOfFreedom?: number;
  /** One-sided bounds of the difference, each at 1 − alpha. */
  readonly bounds?: { readonly lower: number; readonly upper: number };
  /** Small where the lead is shown. */
  readonly pReproduce?: number;
  /** Small where the contrary is shown. */
  readonly pRefute?: number;
}

/**
 * Does the first method score higher than the second, by more than `by`? Hand over negated values where lower is better.
 *
 * Paired t on the differences where runs share seeds, Welch's t otherwise: reproduced iff the lower one-sided bound of
 * the difference is above zero, refuted iff the upper one is below, at 1 − alpha each (default alpha 0.05). Fewer than
 * three runs a side show nothing; differences that are all alike are compared exactly.
 * Throws a RangeError for values that are not finite, for no values, or for pairs that do not match.
 *
 * @example
 * judgeOrdering([3, 4, 5], [1, 2, 3.1], { paired: true }).verdict; // => "reproduced"
 */
export function judgeOrdering(
  first: readonly number[],
  second: readonly number[],
  { paired, by = 0, alpha = 0.05 }: OrderingOptions,
): OrderingJudgement {
  check(first, second, paired);
  const runs = [first.length, second.length] as const;
  const differences = paired ? first.map((value, index) => value - (second[index] ?? value)) : [];
  const exact = constantDifference(first, second, paired ? differences : undefined);
  if (exact !== undefined && Math.min(...runs) >= 3) return byExactComparison(exact - by, runs, by);
  const method = paired ? "paired t" : "Welch";
  if (Math.min(...runs) < 3) {
    const difference = average(first) - average(second) - by;
    return tell({ verdict: "inconclusive", reason: "too few seeds", method, difference, runs }, by);
  }
  const raw = paired ? meanEstimate(differences) : welchDifference(first, second);
  const estimate: Estimate = { ...raw, value: raw.value - by };
  const { standardError, degreesOfFreedom } = estimate;
  const bounds = intervalEstimate(estimate, 1 - 2 * alpha);
  const verdict = bounds.lower > 0 ? "reproduced" : bounds.upper < 0 ? "refuted" : "inconclusive";
  const facts = {
    verdict,
    reason: verdict === "reproduced" ? "lead shown" : verdict === "refuted" ? "contrary shown" : "near the edge",
    method,
    difference: estimate.value,
    runs,
    standardError,
    degreesOfFreedom,
    bounds,
    pReproduce: studentTCdf(-estimate.value / standardError, degreesOfFreedom),
    pRefute: studentTCdf(estimate.value / standardError, degreesOfFreedom),
  } as const;
  return tell(facts, by);
}

/** The one difference there is where seeds have no effect on it. */
function constantDifference(
  first: readonly number[],
  second: readonly number[],
  differences: readonly number[] | undefined,
): number | undefined {
  if (differences !== undefined) return allEqual(differences) ? differences[0] : undefined;
  return allEqual(first) && allEqual(second) ? average(first) - average(second) : undefined;
}

function byExactComparison(difference: number, runs: readonly [number, number], by: number): OrderingJudgement {
  const verdict = difference > 0 ? "reproduced" : difference < 0 ? "refuted" : "inconclusive";
  const facts = {
    verdict,
    reason: difference === 0 ? "tie" : "exact comparison",
    method: "exact",
    difference,
    runs,
    pReproduce: Number(difference <= 0),
    pRefute: Number(difference >= 0),
  } as const;
  return tell(facts, by);
}

/** The lead itself with its bounds, beside the claimed one. */
function tell(facts: Omit<OrderingJudgement, "explanation">, by: number): OrderingJudgement {
  const { verdict, reason, difference, bounds, runs, method } = facts;
  const width = bounds === undefined ? 0 : bounds.upper - bounds.lower;
  const show = (value: number): string => formatLike(value + by, 0, width);
  const range = bounds === undefined ? "" : `, one-sided bounds ${show(bounds.lower)} and ${show(bounds.upper)}`;
  const claimed = by === 0 ? "" : ` against ${formatLike(by, 0)} claimed`;
  return {
    ...facts,
    explanation: `Lead ${show(difference)}${claimed} (${runs.join(" against ")} runs, ${method}${range}): ${verdict}, ${reason}.`,
  };
}

function check(first: readonly number[], second: readonly number[], paired: boolean): void {
  for (const value of [...first, ...second])
    if (!Number.isFinite(value)) throw new RangeError(`judgeOrdering: a value is ${value}; give finite numbers`);
  if (first.length === 0 || second.length === 0) throw new RangeError("judgeOrdering: one side has no runs");
  if (paired && first.length !== second.length)
    throw new RangeError(`judgeOrdering: ${first.length} runs do not pair with ${second.length}`);
}

function allEqual(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
