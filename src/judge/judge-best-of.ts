import { holm } from "../stats/holm.ts";
import { judgeOrdering, type OrderingJudgement, type OrderingOptions } from "./judge-ordering.ts";
import type { MeasurementVerdict } from "./judgement.ts";

/** Whether a method is the best of several, with each comparison. */
export interface BestOfJudgement {
  readonly verdict: MeasurementVerdict;
  readonly comparisons: readonly OrderingJudgement[];
  /** Of the comparisons' refutations, adjusted by Holm; in the order of the rivals. */
  readonly pRefuteAdjusted: readonly number[];
}

/**
 * Is the candidate the best of all? Reproduced iff it is shown to lead each rival (an intersection-union test, which
 * needs no correction; Berger 1982). Refuted iff some rival is shown to lead it after Holm's correction, since there
 * are as many chances for that as rivals. Throws a RangeError without rivals; otherwise as `judgeOrdering`.
 *
 * @example
 * judgeBestOf([3, 4, 5], [[1, 2, 3.1], [0, 1, 2.1]], { paired: true }).verdict; // => "reproduced"
 */
export function judgeBestOf(
  candidate: readonly number[],
  rivals: readonly (readonly number[])[],
  options: OrderingOptions,
): BestOfJudgement {
  if (rivals.length === 0) throw new RangeError("judgeBestOf: no rivals to be best of");
  const comparisons = rivals.map((rival) => judgeOrdering(candidate, rival, options));
  const pRefuteAdjusted = holm(comparisons.map(({ pRefute = 1 }) => pRefute));
  const refuted = comparisons.some(
    ({ verdict }, index) => verdict === "refuted" && (pRefuteAdjusted[index] ?? 1) < (options.alpha ?? 0.05),
  );
  const reproduced = comparisons.every(({ verdict }) => verdict === "reproduced");
  return { verdict: reproduced ? "reproduced" : refuted ? "refuted" : "inconclusive", comparisons, pRefuteAdjusted };
}
