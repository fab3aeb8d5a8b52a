import { sampleStandardDeviation } from "simple-statistics";
import { chiSquareCdf, chiSquareQuantile, chiSquareUpperTail } from "../stats/chi-square.ts";
import { formatLike } from "./explain.ts";
import type { MeasurementVerdict } from "./judgement.ts";

/** By how much two runs differ, with the figures behind it. */
export interface RunDifferenceJudgement {
  readonly verdict: MeasurementVerdict;
  readonly reason: "difference shown" | "contrary shown" | "exact comparison" | "too few seeds" | "near the edge";
  readonly explanation: string;
  readonly runs: number;
  readonly standardDeviation?: number;
  /** The expected difference of two runs, without its sign: 2/√π times the standard deviation. */
  readonly difference?: number;
  /** One-sided bounds of that difference, each at 1 − alpha. */
  readonly bounds?: { readonly lower: number; readonly upper: number };
  /** Small where the difference is shown. */
  readonly pReproduce?: number;
  /** Small where the contrary is shown. */
  readonly pRefute?: number;
}

/**
 * Do two runs that share nothing but their setting differ by `atLeast` or more, on average? Values are one a seed.
 *
 * The mean absolute difference of two draws from a normal distribution is 2σ/√π; σ is bounded by chi-square. Reproduced
 * iff the lower one-sided bound reaches `atLeast`, refuted iff the upper one stays below, at 1 − alpha each (default
 * 0.05). Fewer than three seeds show nothing; seeds that change nothing are compared exactly.
 * Throws a RangeError for no values, values that are not finite, or an `atLeast` that is not positive.
 *
 * @example
 * judgeRunDifference([90, 96, 93, 87, 99], 1).verdict; // => "reproduced"
 */
export function judgeRunDifference(values: readonly number[], atLeast: number, alpha = 0.05): RunDifferenceJudgement {
  check(values, atLeast);
  const runs = values.length;
  if (runs < 3) return tell({ verdict: "inconclusive", reason: "too few seeds", runs }, atLeast);
  if (values.every((value) => value === values[0]))
    return tell({ verdict: "refuted", reason: "exact comparison", runs, standardDeviation: 0, difference: 0 }, atLeast);
  const standardDeviation = sampleStandardDeviation([...values]);
  const difference = standardDeviation * perDeviation;
  const freedom = runs - 1;
  const bounds = {
    lower: difference * Math.sqrt(freedom / chiSquareQuantile(1 - alpha, freedom)),
    upper: difference * Math.sqrt(freedom / chiSquareQuantile(alpha, freedom)),
  };
  const verdict = bounds.lower >= atLeast ? "reproduced" : bounds.upper < atLeast ? "refuted" : "inconclusive";
  const reason =
    verdict === "reproduced" ? "difference shown" : verdict === "refuted" ? "contrary shown" : "near the edge";
  const chiSquare = freedom * (difference / atLeast) ** 2;
  const tails = {
    pReproduce: chiSquareUpperTail(chiSquare, freedom),
    pRefute: chiSquareCdf(chiSquare, freedom),
  };
  return tell({ verdict, reason, runs, standardDeviation, difference, bounds, ...tails }, atLeast);
}

const perDeviation = 2 / Math.sqrt(Math.PI);

function tell(facts: Omit<RunDifferenceJudgement, "explanation">, atLeast: number): RunDifferenceJudgement {
  const { verdict, reason, runs, difference, bounds } = facts;
  const show = (value: number): string => formatLike(value, 0);
  const range = bounds === undefined ? "" : `, one-sided bounds ${show(bounds.lower)} and ${show(bounds.upper)}`;
  const found = difference === undefined ? "" : ` ${show(difference)}`;
  return {
    ...facts,
    explanation: `Expected difference of two runs${found} against ${show(atLeast)} (from ${runs} seeds${range}): ${verdict}, ${reason}.`,
  };
}

function check(values: readonly number[], atLeast: number): void {
  if (values.length === 0) throw new RangeError("judgeRunDifference: there are no runs");
  for (const value of values)
    if (!Number.isFinite(value)) throw new RangeError(`judgeRunDifference: a value is ${value}; give finite numbers`);
  if (!(atLeast > 0 && Number.isFinite(atLeast)))
    throw new RangeError(`judgeRunDifference: a difference of at least ${atLeast} is no claim; give a positive number`);
}
