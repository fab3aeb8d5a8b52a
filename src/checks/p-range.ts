import type { Decimal } from "../numbers/decimal.ts";
import { toRational } from "../numbers/decimal.ts";
import { toNumber } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { chiSquareUpperTail } from "../stats/chi-square.ts";
import { fUpperTail } from "../stats/f-distribution.ts";
import { normalCdf } from "../stats/normal.ts";
import { studentTCdf } from "../stats/student-t.ts";

/** Tests whose statistic has a known distribution; Q is the chi-square of a heterogeneity test, r a correlation. */
export type SignificanceTest = "t" | "F" | "chi2" | "Q" | "z" | "r";

export type Tails = "two" | "one";

/** The least and greatest p-value, ends included. */
export interface PRange {
  readonly least: number;
  readonly greatest: number;
}

/** How much of a p-value its float may be off; the distributions hold to about 1e-13. */
export const numericalMargin = 1e-9;

export interface TailReading {
  readonly name: string;
  /** The one-tailed p is half the two-tailed one, or one less that where the effect lies in the other direction. */
  readonly tails: "two" | "one" | "one-other-direction";
}

interface Statistic {
  readonly test: SignificanceTest;
  readonly statistic: Decimal;
  readonly relation?: "=" | "<" | ">";
  readonly degreesOfFreedom?: readonly number[];
}

/** The tails to try, the default first; F, chi2 and Q with more than one degree of freedom have one way only. */
export function tailedReadings({ test, degreesOfFreedom = [] }: Statistic, declared?: Tails): readonly TailReading[] {
  const directed = test === "t" || test === "z" || test === "r";
  const halved = directed || (test !== "Q" && degreesOfFreedom[0] === 1);
  const whole: TailReading = { name: directed ? "two-tailed" : "that of the upper tail", tails: "two" };
  const half: readonly TailReading[] = [
    { name: "a one-tailed test", tails: "one" },
    ...(directed ? [{ name: "a one-tailed test in the other direction", tails: "one-other-direction" } as const] : []),
  ];
  if (declared === "one" && !halved)
    throw new RangeError(
      `checkPValue: ${test} with ${degreesOfFreedom.join(", ")} degrees of freedom has no one-tailed test`,
    );
  if (declared === "one") return half;
  return declared === "two" || !halved ? [whole] : [whole, ...half];
}

/**
 * All p-values of statistics that print as the given one under a rounding rule (without one: of the printed number itself);
 * undefined where there is no such statistic, as for a correlation above 1.
 */
export function pRangeOf(input: Statistic, { tails }: TailReading, rule: RoundingRule | undefined): PRange | undefined {
  const { test, relation = "=" } = input;
  requireDegrees(input);
  const ends = magnitudes(input, rule);
  if (ends === undefined) return undefined;
  const [low, high] = ends;
  if ((test === "F" || test === "chi2" || test === "Q") && input.statistic.units < 0n && high > 0) return undefined;
  const two = (magnitude: number): number => twoTailed(test, magnitude, input.degreesOfFreedom ?? []);
  // p falls as the statistic grows.
  const least = relation === ">" ? 0 : two(high);
  const greatest = relation === "<" ? 1 : two(low);
  if (tails === "two") return { least, greatest };
  if (tails === "one") return { least: least / 2, greatest: greatest / 2 };
  return { least: 1 - greatest / 2, greatest: 1 - least / 2 };
}

/** The least and greatest absolute value that the statistic may have. */
function magnitudes(
  { test, statistic }: Statistic,
  rule: RoundingRule | undefined,
): readonly [number, number] | undefined {
  const printed = toNumber(toRational(statistic));
  const interval = rule === undefined ? undefined : roundingInterval(statistic, rule);
  const lower = interval === undefined ? printed : toNumber(interval.lower);
  const upper = interval === undefined ? printed : toNumber(interval.upper);
  const low = lower <= 0 && upper >= 0 ? 0 : Math.min(Math.abs(lower), Math.abs(upper));
  const high = Math.max(Math.abs(lower), Math.abs(upper));
  if (test !== "r") return [low, high];
  return low > 1 ? undefined : [low, Math.min(1, high)];
}

function twoTailed(test: SignificanceTest, magnitude: number, [first = 1, second = 1]: readonly number[]): number {
  switch (test) {
    case "t":
      return 2 * studentTCdf(-magnitude, first);
    case "r":
      if (magnitude >= 1) return 0;
      return 2 * studentTCdf(-magnitude * Math.sqrt(first / ((1 - magnitude) * (1 + magnitude))), first);
    case "z":
      return 2 * normalCdf(-magnitude);
    case "F":
      return fUpperTail(magnitude, first, second);
    case "chi2":
    case "Q":
      return chiSquareUpperTail(magnitude, first);
  }
}

function requireDegrees({ test, degreesOfFreedom = [] }: Statistic): void {
  const wanted = test === "z" ? 0 : test === "F" ? 2 : 1;
  const valid = degreesOfFreedom.every((degrees) => Number.isFinite(degrees) && degrees > 0);
  if (degreesOfFreedom.length === wanted && valid) return;
  const given = degreesOfFreedom.length === 0 ? "none" : degreesOfFreedom.join(", ");
  throw new RangeError(`checkPValue: ${test} needs ${wanted} positive degrees of freedom, not ${given}`);
}
