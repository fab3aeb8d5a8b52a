import { type Decimal, decimal } from "../numbers/decimal.ts";
import { add, type Interval, point, scale } from "../numbers/interval.ts";
import { compare, multiply, rational, toNumber } from "../numbers/rational.ts";
import type { RoundingRule } from "../numbers/rounding.ts";
import type { CheckResult, Detail } from "./check-result.ts";
import type { Truth } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";
import { greatestSquares, leastSquares, staysWithin } from "./integer-moments.ts";
import type { IntegerRange } from "./integers-in.ts";
import { printedBy } from "./rule-words.ts";
import { existenceLimit, findSample, type SampleTarget } from "./sample-count.ts";
import type { Occurrence } from "./sample-layers.ts";
import {
  type Moments,
  type MomentWindow,
  momentsOf,
  type SampleClaim,
  type SpreadKind,
  type SpreadReading,
  spreadReadings,
  sumLimit,
  varianceOf,
} from "./sample-moments.ts";
import { type Meaning, searchConventions } from "./search-conventions.ts";

export interface SampleDecision {
  readonly check: string;
  readonly where: string;
  /** What the values are, in the plural. */
  readonly what: string;
  readonly claim: SampleClaim;
  /** Other claims, to try where no reading of the first is true: none of them false where a sample exists. */
  readonly others?: readonly OtherClaim[];
  readonly ddof: 0 | 1 | undefined;
  readonly spread: SpreadKind | undefined;
  readonly rules: readonly RoundingRule[];
  readonly assumptions: readonly string[];
}

export interface OtherClaim {
  /** What it takes the values for, to stand behind "under" and "of". */
  readonly name: string;
  readonly claimUnder: (rule: RoundingRule) => SampleClaim;
}

/** Whether a sample on a grid can have a printed mean and SD, under all readings of the SD and all rounding rules. */
export function decideSample(input: SampleDecision): CheckResult {
  const { check, where, claim, rules } = input;
  if (!Number.isSafeInteger(claim.count) || claim.count < 2)
    throw new RangeError(`${where}: an SD needs at least 2 values, not ${claim.count}`);
  if (claim.sd.units < 0n) throw new RangeError(`${where}: the SD ${claim.sd.text} is negative`);
  const readings = spreadReadings(input.ddof, input.spread);
  const asked = (reading: Asked, rule: RoundingRule): Truth =>
    reading.claimUnder === undefined
      ? truthOfSample(claim, reading, rule)
      : momentsOf(reading.claimUnder(rule), reading, rule).truth;
  const plain = searchConventions<Asked>(where, readings, rules, asked);
  const search =
    plain.outcome === "inconsistent" && input.others !== undefined
      ? searchConventions<Asked>(where, [...readings, ...ofOthers(input.others, readings)], rules, asked)
      : plain;
  const { first } = search;
  const { fitting } = plain;
  const moments = momentsOf(claim, first.meaning, first.rule);
  const power = first.truth === "unknown" ? undefined : powerNear(claim, first.meaning, first.rule);
  const powerless = power === 0 && first.truth === "true";
  return {
    check,
    outcome: search.outcome === "consistent" && powerless ? "undecidable" : search.outcome,
    explanation: explain(input, moments, first.truth, powerless, search.rescuedBy),
    assumptions: [
      ...input.assumptions,
      `The spread is ${first.meaning.name}; mean and spread were ${printedBy(first.rule, claim.mean, claim.sd)}.`,
    ],
    rescuedBy: search.rescuedBy,
    nearMisses: first.truth === "false" ? nearMisses(claim, first.meaning, first.rule) : [],
    details: {
      mean: claim.mean.text,
      sd: claim.sd.text,
      count: claim.count,
      grain: exactText(claim.grain),
      spread: first.meaning.name,
      rule: first.rule,
      ...(power === undefined ? {} : { power }),
      ...(moments.sums === undefined
        ? { sums: "none" }
        : { sums: { least: String(moments.sums.least), greatest: String(moments.sums.greatest) } }),
      ...(first.truth === "false"
        ? { conflict: moments.windows.slice(0, 20).map((its) => conflictOf(its, moments.deviations, claim)) }
        : {}),
      ...(fitting === undefined ? {} : witnessOf(claim, fitting.meaning, fitting.rule)),
      searchLimits: { sums: String(sumLimit), additions: existenceLimit },
      readings: search.tried.map(({ meaning, rule, truth }): Detail => ({ spread: meaning.name, rule, truth })),
    },
  };
}

interface Asked extends SpreadReading, Meaning {
  /** Of another claim, for which the quick conditions, necessary as they are, must do. */
  readonly claimUnder?: OtherClaim["claimUnder"];
}

function ofOthers(others: readonly OtherClaim[], readings: readonly SpreadReading[]): readonly Asked[] {
  return others.flatMap(({ name, claimUnder }) =>
    readings.map((reading, index) => ({
      ...reading,
      name: index === 0 ? name : `${reading.name} of ${name}`,
      departures: index === 0 ? [name] : [reading.name, name],
      claimUnder,
    })),
  );
}

/** Exact without bounds; within bounds exact where the samples can be counted, or one be found. */
function truthOfSample(claim: SampleClaim, reading: SpreadReading, rule: RoundingRule): Truth {
  const { bounds } = claim;
  const quick = momentsOf(claim, reading, rule, bounds !== undefined);
  if (bounds === undefined || quick.truth !== "true") return quick.truth;
  const n = BigInt(claim.count);
  const free = quick.windows.some(({ sum, found }) => found !== undefined && staysWithin(n, sum, found, bounds));
  return free ? "true" : findSample({ count: claim.count, bounds, targets: targetsOf(quick) }).truth;
}

function targetsOf({ windows }: Moments): readonly SampleTarget[] {
  return windows.flatMap(({ sum, squares, found }) =>
    squares === undefined || found === undefined ? [] : [{ sum, squares }],
  );
}

/** The share of the 21 printed SDs around the given one that the quick conditions rule out. */
export function powerNear(claim: SampleClaim, reading: SpreadReading, rule: RoundingRule): number {
  const near = nearbySds(claim.sd);
  return near.filter((sd) => momentsOf({ ...claim, sd }, reading, rule).truth === "false").length / near.length;
}

function nearbySds(sd: Decimal): readonly Decimal[] {
  const start = sd.units < 10n ? 0n : sd.units - 10n;
  return Array.from({ length: 21 }, (_, step) => ({ ...sd, ...decimal(start + BigInt(step), sd.decimals) }));
}

function nearMisses(claim: SampleClaim, reading: SpreadReading, rule: RoundingRule): readonly string[] {
  const away = ({ units }: Decimal): number => Math.abs(Number(units - claim.sd.units));
  const sds = nearbySds(claim.sd)
    .filter((sd) => momentsOf({ ...claim, sd }, reading, rule).truth === "true")
    .sort((a, b) => away(a) - away(b))
    .slice(0, 2)
    .map(({ text }) => text);
  const counts = [1, 2, 3]
    .flatMap((step) => [claim.count - step, claim.count + step])
    .filter((count) => count > 1 && momentsOf({ ...claim, count }, reading, rule).truth === "true");
  return [
    ...(sds.length === 0 ? [] : [`A guess: the spread is ${sds.join(" or ")} instead of ${claim.sd.text}.`]),
    ...(counts.length === 0 ? [] : [`A guess: there are ${counts.join(" or ")} values instead of ${claim.count}.`]),
  ];
}

function isOffScale({ bounds, count }: SampleClaim, sums: IntegerRange): boolean {
  if (bounds === undefined) return false;
  const n = BigInt(count);
  return sums.greatest < bounds.least * n || sums.least > bounds.greatest * n;
}

function explain(
  { claim, what }: SampleDecision,
  { sums, deviations, windows }: Moments,
  truth: Truth,
  powerless: boolean,
  rescuedBy: readonly string[],
): string {
  const start = `Printed ${claim.mean.text} ± ${claim.sd.text} of ${claim.count} ${what}`;
  const rescue = rescuedBy.length === 0 ? "" : ` Some have it under ${listText(rescuedBy)}.`;
  if (powerless) return `${start}: every spread near it is possible too, so that nothing can be concluded.`;
  if (truth === "true") return `${start}: some have this mean and spread.`;
  if (truth === "unknown") return `${start}: the search limit was met before a sample was found or ruled out.`;
  if (sums === undefined) return `${start}: none have this mean, whatever their spread.${rescue}`;
  if (isOffScale(claim, sums)) return `${start}: the mean lies off the scale.${rescue}`;
  const [only] = windows;
  if (windows.length === 1 && only !== undefined)
    return `${start}: the mean asks for the sum ${only.sum}, and then ${reasonOf(only, deviations, claim)}.${rescue}`;
  return `${start}: ${windows.length} sums give the mean (${sums.least} to ${sums.greatest}), and none of them the spread.${rescue}`;
}

/** Why no sum of squares will do, in words; sums and squares are in grains. */
function reasonOf({ sum, squares }: MomentWindow, deviations: Interval, { count, bounds }: SampleClaim): string {
  const n = BigInt(count);
  const asked = askedSquares(deviations, n, sum);
  const range = `${shortText(asked.lower)} to ${shortText(asked.upper)}`;
  const least = leastSquares(n, sum);
  if (compare(rational(least), asked.upper) > 0)
    return `the sum of squares would be ${range}, but is at least ${least}`;
  const most = bounds === undefined ? undefined : greatestSquares(n, sum, bounds);
  if (bounds !== undefined && most === undefined) return "the sum is off the scale";
  if (most !== undefined && compare(rational(most), asked.lower) < 0)
    return `the sum of squares would be ${range}, but is at most ${most}`;
  if (squares === undefined)
    return `the sum of squares would be ${range}, where no whole number within reach is ${sum % 2n === 0n ? "even" : "odd"} like the sum`;
  return `no ${count} values have a sum of squares from ${range}`;
}

/** The sums of squares that a sum and the printed spread ask for, whole or not. */
function askedSquares(deviations: Interval, n: bigint, sum: bigint): Interval {
  return scale(add(deviations, point(rational(sum * sum))), rational(1n, n));
}

function conflictOf(window: MomentWindow, deviations: Interval, claim: SampleClaim): Detail {
  const n = BigInt(claim.count);
  return {
    sum: String(window.sum),
    squaresAsked: intervalDetail(askedSquares(deviations, n, window.sum)),
    leastSquares: String(leastSquares(n, window.sum)),
    why: reasonOf(window, deviations, claim),
  };
}

/** The moments of a sample that fits; within bounds, where one was found, the sample itself. */
function witnessOf(
  claim: SampleClaim,
  reading: SpreadReading,
  rule: RoundingRule,
): { readonly [name: string]: Detail } {
  const { count, bounds } = claim;
  const moments = momentsOf(claim, reading, rule, bounds !== undefined);
  const sample = bounds === undefined ? undefined : findSample({ count, bounds, targets: targetsOf(moments) }).sample;
  const fit =
    sample === undefined
      ? moments.windows.find(({ found }) => found !== undefined)
      : { sum: BigInt(weigh(sample, (value) => value)), found: BigInt(weigh(sample, (value) => value * value)) };
  if (fit?.found === undefined) return {};
  const variance = varianceOf(claim, reading, fit.sum, fit.found);
  return {
    witness: {
      sum: String(fit.sum),
      sumOfSquares: String(fit.found),
      squaredSpread: exactText(variance),
      spread: Math.sqrt(toNumber(variance)),
      ...(sample === undefined
        ? {}
        : {
            sample: sample.map(({ value, times }) => ({
              value: exactText(multiply(rational(value), claim.grain)),
              times,
            })),
          }),
    },
  };
}

function weigh(sample: readonly Occurrence[], of: (value: number) => number): number {
  return sample.reduce((sum, { value, times }) => sum + of(value) * times, 0);
}
