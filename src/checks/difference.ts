import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, intersects, negate, point } from "../numbers/interval.ts";
import { compare, divide, multiply, one, type Rational, rational, subtract, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { type Truth, truthOf } from "./decide.ts";
import { exactText, intervalDetail, intervalText, shortText } from "./exact-text.ts";
import { standsFor } from "./labelled-value.ts";
import { resultOfReadings } from "./rule-readings.ts";
import { printedBy, usualRules } from "./rule-words.ts";

export interface DifferenceInput {
  readonly value: Decimal;
  /** What is subtracted, or divided by. */
  readonly baseline: Decimal;
  /** The printed difference, ratio or gain. */
  readonly reported: Decimal;
  /** Whether value and baseline are exact (counts) instead of rounded. */
  readonly exact?: boolean;
  /** The closed list of rounding rules, the default first. */
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether a printed difference can be value − baseline: some numbers that print as the two have a difference that
 * prints as the reported one, so that differences taken before rounding and after are both covered. Alternatives: the
 * opposite sign (the fall printed as a gain), truncation, floor, ceiling.
 *
 * @example
 * const [value, baseline] = [parseDecimal("88.4"), parseDecimal("85.2")];
 * checkDifference({ value, baseline, reported: parseDecimal("3.2") }).outcome; // => "consistent"
 * checkDifference({ value, baseline, reported: parseDecimal("3.4") }).outcome; // => "inconsistent"
 */
export function checkDifference(input: DifferenceInput): CheckResult {
  return compared(input, "difference", [
    { words: `${input.value.text} − ${input.baseline.text}`, of: (a, b) => add(a, negate(b)) },
    { variant: "the opposite sign", words: "", of: (a, b) => add(b, negate(a)) },
  ]);
}

/**
 * Whether a printed ratio ("2.3 times faster") can be value / baseline, as `checkDifference` asks of differences.
 * Alternatives: the inverse, truncation, floor, ceiling. Undecidable where the baseline may be zero.
 *
 * @example
 * checkRatio({ value: parseDecimal("46"), baseline: parseDecimal("20"), reported: parseDecimal("2.3") }).outcome; // => "consistent"
 */
export function checkRatio(input: DifferenceInput): CheckResult {
  return compared(input, "ratio", [
    { words: `${input.value.text} / ${input.baseline.text}`, of: quotient },
    { variant: "the inverse ratio", words: "", of: (a, b) => quotient(b, a) },
  ]);
}

export interface RelativeGainInput extends DifferenceInput {
  /** Absent: percent. */
  readonly scale?: "percent" | "fraction";
  /** What a score can reach at most, for gains as a share of the remaining error: `100` where scores are percentages. */
  readonly perfect?: Decimal;
}

/**
 * Whether a printed relative gain ("improves by 12.5 %") can be (value − baseline) / baseline, as `checkDifference`
 * asks of differences. Alternatives: the gain relative to the new value, the reduction (baseline − value) / baseline,
 * the plain difference in points, with `perfect` the reduction of the error, (value − baseline) / (perfect −
 * baseline), and the rounding rules. Undecidable where a divisor may be zero.
 *
 * @example
 * const [value, baseline] = [parseDecimal("90.0"), parseDecimal("80.0")];
 * checkRelativeGain({ value, baseline, reported: parseDecimal("12.5") }).outcome; // => "consistent"
 * checkRelativeGain({ value, baseline, reported: parseDecimal("10.0") }).rescuedBy; // => ["a difference in points"]
 */
export function checkRelativeGain(input: RelativeGainInput): CheckResult {
  const { scale = "percent", perfect } = input;
  const factor = rational(scale === "percent" ? 100 : 1);
  // (a − b) / b is a / b − 1: each number occurs once, so that intervals give exactly what is possible.
  const gain = (a: Interval, b: Interval): Interval | undefined =>
    mapped(quotient(a, b), (r) => multiply(factor, subtract(r, one)));
  const missing = (a: Interval): Interval => add(point(toRational(perfect ?? input.value)), negate(a));
  return compared(input, "relative-gain", [
    {
      words: `(${input.value.text} − ${input.baseline.text}) / ${input.baseline.text}${scale === "percent" ? " in percent" : ""}`,
      of: gain,
    },
    { variant: "the gain relative to the new value", words: "", of: (a, b) => flipped(gain(b, a)) },
    { variant: "a reduction, relative to the old value", words: "", of: (a, b) => flipped(gain(a, b)) },
    { variant: "a difference in points", words: "", of: (a, b) => add(a, negate(b)) },
    ...(perfect === undefined
      ? []
      : [
          {
            variant: "the reduction of the remaining error",
            words: "",
            of: (a: Interval, b: Interval) => flipped(gain(missing(a), missing(b))),
          },
        ]),
  ]);
}

interface Comparison {
  readonly variant?: string;
  readonly words: string;
  readonly of: (value: Interval, baseline: Interval) => Interval | undefined;
}

function compared(input: DifferenceInput, check: string, variants: readonly Comparison[]): CheckResult {
  const { value, baseline, reported, exact = false, rules = usualRules } = input;
  const at = (variant: Comparison, rule: RoundingRule): Interval | undefined =>
    variant.of(standsFor(value, rule, exact), standsFor(baseline, rule, exact));
  const readings = variants.flatMap((variant) =>
    rules.map((rule) => {
      const possible = at(variant, rule);
      const truth: Truth =
        possible === undefined ? "unknown" : truthOf(intersects(possible, roundingInterval(reported, rule)));
      return { rule, truth, ...(variant.variant === undefined ? {} : { departures: [variant.variant] }) };
    }),
  );
  const [usual] = variants;
  const rule = rules[0] ?? "half-either";
  const possible = usual && at(usual, rule);
  const exactly = usual?.of(point(toRational(value)), point(toRational(baseline)))?.lower;
  const decimals = Math.max(reported.decimals, 0) + 2;
  const start = `Printed ${reported.text}; ${usual?.words ?? ""}`;
  const explanation =
    possible === undefined || exactly === undefined
      ? `${start} is undefined where the divisor may be zero.`
      : `${start} is ${shortText(exactly, decimals)}${exact ? "" : `, and numbers that print like these give ${intervalText(possible, decimals)}`}: the printed number ${readings[0]?.truth === "true" ? "agrees" : `is off by ${shortText(subtract(toRational(reported), exactly), decimals)}`}.`;
  return resultOfReadings({
    check,
    readings,
    explanation,
    assumptions: [
      exact
        ? `The two numbers are exact; the result was ${printedBy(rule, reported)}.`
        : `All numbers were ${printedBy(rule, value, baseline, reported)}; the result was taken before or after they were rounded.`,
    ],
    details: {
      value: value.text,
      baseline: baseline.text,
      reported: reported.text,
      exact,
      ...(exactly === undefined ? {} : { result: exactText(exactly) }),
      ...(possible === undefined ? {} : { possible: intervalDetail(possible) }),
    },
  });
}

/** All a / b; undefined where b may be zero. Each end is at a corner, for the quotient is monotone in a and in b. */
function quotient(a: Interval, b: Interval): Interval | undefined {
  if (compare(b.lower, zero) <= 0 && compare(b.upper, zero) >= 0) return undefined;
  const corners = [
    { value: divide(a.lower, b.lower), closed: a.lowerClosed && (b.lowerClosed || a.lower.numerator === 0n) },
    { value: divide(a.lower, b.upper), closed: a.lowerClosed && (b.upperClosed || a.lower.numerator === 0n) },
    { value: divide(a.upper, b.lower), closed: a.upperClosed && (b.lowerClosed || a.upper.numerator === 0n) },
    { value: divide(a.upper, b.upper), closed: a.upperClosed && (b.upperClosed || a.upper.numerator === 0n) },
  ];
  const extreme = (sign: number) =>
    corners.reduce((best, next) => {
      const order = sign * compare(next.value, best.value);
      return order > 0 || (order === 0 && next.closed) ? next : best;
    });
  const [least, most] = [extreme(-1), extreme(1)];
  return { lower: least.value, lowerClosed: least.closed, upper: most.value, upperClosed: most.closed };
}

/** An interval under an increasing map. */
function mapped(interval: Interval | undefined, map: (end: Rational) => Rational): Interval | undefined {
  return interval && { ...interval, lower: map(interval.lower), upper: map(interval.upper) };
}

function flipped(interval: Interval | undefined): Interval | undefined {
  return interval && negate(interval);
}
