import { sampleCorrelation, sampleVariance } from "simple-statistics";
import { studentTCdf, studentTQuantile } from "../stats/student-t.ts";
import { formatLike } from "./explain.ts";
import type { MeasurementVerdict } from "./judgement.ts";

export interface WiderSpreadOptions {
  /** Spreads relative to the values: those of their logarithms. The values must be positive. */
  readonly relative?: boolean;
  readonly alpha?: number;
}

/** Whether the first quantity varies more from seed to seed, with the figures behind it. */
export interface WiderSpreadJudgement {
  readonly verdict: MeasurementVerdict;
  readonly reason:
    | "wider spread shown"
    | "contrary shown"
    | "exact comparison"
    | "no spread on either side"
    | "too few seeds"
    | "near the edge";
  readonly explanation: string;
  /** Standard deviations of both, of the logarithms where relative. */
  readonly deviations: readonly [first: number, second: number];
  readonly runs: number;
  /** First over second; absent where the second does not vary. */
  readonly ratio?: number;
  /** One-sided bounds of the ratio, each at 1 − alpha. */
  readonly bounds?: { readonly lower: number; readonly upper: number };
  readonly degreesOfFreedom?: number;
  /** Small where the wider spread is shown. */
  readonly pReproduce?: number;
  /** Small where the contrary is shown. */
  readonly pRefute?: number;
}

/**
 * Does the first of two quantities, both measured at the same seeds, vary more over them?
 *
 * The test of Pitman and Morgan: variances of pairs are equal where sum and difference are uncorrelated. Reproduced iff
 * the lower one-sided bound of the ratio of standard deviations is above 1, refuted iff the upper one is below, at
 * 1 − alpha each (default 0.05). It supposes noise that is roughly normal; fewer than three seeds show nothing, and a side
 * that does not vary at all is compared exactly.
 * Throws a RangeError for values that are not finite, do not pair, or, relative, are not positive.
 *
 * Source: Pitman 1939, Biometrika 31:9; Morgan 1939, Biometrika 31:13.
 *
 * @example
 * judgeWiderSpread([90, 96, 93, 87, 99], [95, 95.2, 95.1, 94.9, 95], {}).verdict; // => "reproduced"
 */
export function judgeWiderSpread(
  first: readonly number[],
  second: readonly number[],
  { relative = false, alpha = 0.05 }: WiderSpreadOptions = {},
): WiderSpreadJudgement {
  check(first, second, relative);
  const [one, other] = relative ? [first.map(Math.log), second.map(Math.log)] : [[...first], [...second]];
  const runs = one.length;
  const deviations = [deviation(one), deviation(other)] as const;
  if (runs < 3) return tell({ verdict: "inconclusive", reason: "too few seeds", deviations, runs }, relative);
  const [wide, narrow] = deviations;
  if (wide === 0 && narrow === 0)
    return tell({ verdict: "inconclusive", reason: "no spread on either side", deviations, runs }, relative);
  if (wide === 0 || narrow === 0)
    return tell(
      { verdict: wide > 0 ? "reproduced" : "refuted", reason: "exact comparison", deviations, runs },
      relative,
    );
  const ratio = Math.abs(wide / narrow - 1) < rounding ? 1 : wide / narrow;
  const degreesOfFreedom = runs - 2;
  const unshared = Math.max(0, 1 - sampleCorrelation(one, other) ** 2);
  const t = unshared === 0 ? Math.sign(Math.log(ratio)) * Number.POSITIVE_INFINITY : statistic(ratio, unshared, runs);
  // The variances' ratios that the test does not reject: two values whose product is the square of the one observed.
  const half = 1 + (2 * unshared * studentTQuantile(1 - alpha, degreesOfFreedom) ** 2) / degreesOfFreedom;
  const reach = Math.sqrt(half + Math.sqrt(half ** 2 - 1));
  const bounds = { lower: ratio / reach, upper: ratio * reach };
  const verdict = bounds.lower > 1 ? "reproduced" : bounds.upper < 1 ? "refuted" : "inconclusive";
  const reason =
    verdict === "reproduced" ? "wider spread shown" : verdict === "refuted" ? "contrary shown" : "near the edge";
  const tails = Number.isNaN(t)
    ? {}
    : { pReproduce: studentTCdf(-t, degreesOfFreedom), pRefute: studentTCdf(t, degreesOfFreedom) };
  return tell({ verdict, reason, deviations, runs, ratio, bounds, degreesOfFreedom, ...tails }, relative);
}

/** Values that are the same but for a shift have deviations that differ by the rounding of their squares. */
const rounding = 1e-9;

/** Student's t of the correlation of sum and difference, from the ratio of the deviations and what they do not share. */
function statistic(ratio: number, unshared: number, runs: number): number {
  return ((ratio - 1 / ratio) * Math.sqrt(runs - 2)) / (2 * Math.sqrt(unshared));
}

function tell(facts: Omit<WiderSpreadJudgement, "explanation">, relative: boolean): WiderSpreadJudgement {
  const { verdict, reason, deviations, runs, ratio, bounds } = facts;
  const show = (value: number): string => formatLike(value, 0);
  const what = relative ? "Relative standard deviations" : "Standard deviations";
  const factor = ratio === undefined ? "" : `, ${show(ratio)} times`;
  const range = bounds === undefined ? "" : `, one-sided bounds ${show(bounds.lower)} and ${show(bounds.upper)}`;
  return {
    ...facts,
    explanation: `${what} ${deviations.map(show).join(" against ")} over ${runs} seeds${factor} (Pitman and Morgan's test${range}): ${verdict}, ${reason}.`,
  };
}

function deviation(values: number[]): number {
  if (values.every((value) => value === values[0])) return 0;
  return values.length < 2 ? 0 : Math.sqrt(sampleVariance(values));
}

function check(first: readonly number[], second: readonly number[], relative: boolean): void {
  if (first.length !== second.length || first.length === 0)
    throw new RangeError(`judgeWiderSpread: ${first.length} runs do not pair with ${second.length}`);
  for (const value of [...first, ...second]) {
    if (!Number.isFinite(value)) throw new RangeError(`judgeWiderSpread: a value is ${value}; give finite numbers`);
    if (relative && value <= 0)
      throw new RangeError(`judgeWiderSpread: a value is ${value}; relative spreads need positive numbers`);
  }
}
