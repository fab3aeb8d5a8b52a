import { type Decimal, toRational } from "../numbers/decimal.ts";
import { contains, type Interval } from "../numbers/interval.ts";
import { ceiling, floor, multiply, type Rational, rational } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { truthOf } from "./decide.ts";
import { exactText, shortText } from "./exact-text.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface PercentageInput {
  /** As printed, with its digits: `89.8`, or `0.898` with `scale: "fraction"`. */
  readonly percent: Decimal;
  readonly total: number;
  /** Absent: whether any count gives the percentage. */
  readonly count?: number;
  readonly scale?: "percent" | "fraction";
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed percentage is that of a count out of a total; without a count, whether it is that of any. Exact.
 * Alternatives: truncation, floor, ceiling. Throws a RangeError for a total below one, or a count outside 0 … total.
 *
 * @example
 * checkPercentage({ percent: parseDecimal("42.9"), count: 9, total: 21 }).outcome; // => "consistent"
 * checkPercentage({ percent: parseDecimal("43.1"), total: 21 }).outcome; // => "inconsistent"
 */
export function checkPercentage(input: PercentageInput): CheckResult {
  const { percent, total, count, scale = "percent", rules = usualRules } = input;
  if (!Number.isSafeInteger(total) || total < 1)
    throw new RangeError(`checkPercentage: the total is ${total}; give a whole number above 0`);
  if (count !== undefined && (!Number.isSafeInteger(count) || count < 0 || count > total))
    throw new RangeError(`checkPercentage: the count is ${count}; give a whole number from 0 to ${total}`);
  const whole = scale === "percent" ? 100 : 1;
  const sign = scale === "percent" ? " %" : "";
  const share = (part: bigint): Rational => rational(part * BigInt(whole), total);
  const countsThatFit = (interval: Interval): readonly [bigint, bigint] => fittingCounts(interval, total, whole);
  const readings = rules.map((rule) => {
    const interval = roundingInterval(percent, rule);
    const [least, most] = countsThatFit(interval);
    const holds = count === undefined ? least <= most : contains(interval, share(BigInt(count)));
    return { rule, truth: truthOf(holds) };
  });
  const first = rules[0] ?? "half-either";
  const [least, most] = countsThatFit(roundingInterval(percent, first));
  const holds = readings[0]?.truth === "true";
  const below = clamp(floor(multiply(toRational(percent), rational(total, whole))), total);
  const around = [below, clamp(below + 1n, total)].map(
    (part) => `${part} of ${total} is ${shortText(share(part), percent.decimals + 2)}${sign}`,
  );
  const explanation =
    count === undefined
      ? holds
        ? `Printed ${percent.text}${sign} of ${total}: ${least === most ? `${least} of ${total} gives it` : `${least} to ${most} of ${total} give it`}.`
        : `Printed ${percent.text}${sign} of ${total}: no count gives it; ${[...new Set(around)].join(" and ")}.`
      : `Printed ${percent.text}${sign} for ${count} of ${total}, which is ${shortText(share(BigInt(count)), percent.decimals + 2)}${sign}: the printed number ${holds ? "agrees" : "does not agree"}.`;
  return resultOfReadings({
    check: "percentage",
    readings,
    explanation,
    assumptions: [
      `The ${count === undefined ? "total is" : "count and the total are"} exact; the ${scale === "percent" ? "percentage" : "share"} was ${printedBy(first, percent)}.`,
    ],
    nearMisses:
      count !== undefined && least <= most
        ? [`A guess: the count meant is ${least === most ? least : `one of ${least} to ${most}`}.`]
        : [],
    details: {
      percent: percent.text,
      total,
      ...(count === undefined ? {} : { count, exact: exactText(share(BigInt(count))) }),
      ...(least <= most ? { countsThatFit: { least: String(least), most: String(most) } } : {}),
      power: powerOf(percent, total, whole),
    },
  });
}

/** The counts from the first to the second give a share in the interval; none do where the first is greater. */
function fittingCounts(interval: Interval, total: number, whole: number): readonly [bigint, bigint] {
  const toCount = (end: Rational): Rational => multiply(end, rational(total, whole));
  const [low, high] = [toCount(interval.lower), toCount(interval.upper)];
  const least = ceiling(low) + (!interval.lowerClosed && low.denominator === 1n ? 1n : 0n);
  const most = floor(high) - (!interval.upperClosed && high.denominator === 1n ? 1n : 0n);
  return [least < 0n ? 0n : least, most > BigInt(total) ? BigInt(total) : most];
}

function clamp(count: bigint, total: number): bigint {
  return count < 0n ? 0n : count > BigInt(total) ? BigInt(total) : count;
}

/** The chance that a number drawn at random among those with so many digits is no share of the total, at least. */
function powerOf({ decimals, halfWidth = rational(0) }: Decimal, total: number, whole: number): string {
  const printable = BigInt(whole) * 10n ** BigInt(Math.max(0, decimals)) + 1n;
  const possible = (BigInt(total) + 1n) * (floor(multiply(halfWidth, rational(2))) + 1n);
  return possible >= printable ? "0" : exactText(rational(printable - possible, printable));
}
