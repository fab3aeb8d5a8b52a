import { type Decimal, toRational } from "../numbers/decimal.ts";
import { closed, type Interval, intersection, isEmpty, point } from "../numbers/interval.ts";
import { compare, maximum, multiply, one, type Rational, rational, subtract, zero } from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { smallestConflict } from "./confusion/smallest-conflict.ts";
import { truthOf } from "./decide.ts";
import { intervalDetail, intervalText, listText } from "./exact-text.ts";
import { type RuleReading, resultOfReadings } from "./rule-readings.ts";
import { ruleWords, usualRules } from "./rule-words.ts";

/** `mape` in percent, as a fraction an alternative; `max-error` is the largest absolute error. */
export type RegressionScoreName = "mae" | "mse" | "rmse" | "r2" | "max-error" | "mape";

export interface RegressionScore {
  readonly name: RegressionScoreName;
  readonly value: Decimal;
  /** A half width, ends included, that stands instead of the rounding rule. */
  readonly epsilon?: Decimal;
}

export interface RegressionInput {
  readonly scores: readonly RegressionScore[];
  /** Of the targets in the test set, divided by their number; needed for R². Taken as exact. */
  readonly variance?: Decimal;
  readonly samples?: number;
  /** The least and the greatest absolute value of the targets; needed for MAPE. Taken as exact. */
  readonly targets?: { readonly least: Decimal; readonly greatest: Decimal };
  readonly rules?: readonly RoundingRule[];
}

/**
 * Whether errors of a regression can be of the same predictions: MSE = RMSE² = (1 − R²)·variance, MAE² ≤ MSE ≤
 * samples·MAE², MSE ≤ (max error)², MAPE·least ≤ MAE ≤ MAPE·greatest. Each score leaves an interval of MSE; they are
 * compared exactly, by squares. Alternatives: a variance divided by samples − 1; MAPE as a fraction of one, as scikit-learn
 * gives it; truncation, floor, ceiling.
 * Throws a RangeError for no scores, or a negative variance.
 *
 * @example
 * const score = (name: RegressionScoreName, text: string) => ({ name, value: parseDecimal(text) });
 * checkRegression({ scores: [score("mae", "0.52"), score("rmse", "0.48")] }).outcome; // => "inconsistent"
 */
export function checkRegression(input: RegressionInput): CheckResult {
  const { scores, variance, samples, rules = usualRules } = input;
  if (scores.length === 0) throw new RangeError("checkRegression: there are no scores to check");
  if (variance !== undefined && variance.units < 0n)
    throw new RangeError(`checkRegression: the variance is ${variance.text}; it cannot be negative`);
  if (samples !== undefined && (!Number.isSafeInteger(samples) || samples < 1))
    throw new RangeError(`checkRegression: samples is ${samples}; give a whole number above 0`);
  const [meaning, ...others] = meaningsOf(input);
  const kinds = scores.every(({ epsilon }) => epsilon !== undefined) ? rules.slice(0, 1) : rules;
  const readings: RuleReading[] = [meaning, ...others].flatMap((its) =>
    kinds.map((rule) => ({
      rule,
      truth: truthOf(!isEmpty(together(scores, rule, input, its))),
      ...(its.departures === undefined ? {} : { departures: its.departures }),
    })),
  );
  const rule = kinds[0] ?? "half-either";
  const names = scores.map(nameOf);
  const conflict =
    readings[0]?.truth === "true"
      ? undefined
      : smallestConflict(scores.length, (members) =>
          truthOf(
            !isEmpty(
              together(
                members.flatMap((index) => scores[index] ?? []),
                rule,
                input,
                meaning,
              ),
            ),
          ),
        );
  const possible = together(scores, rule, input, meaning);
  const clash = (conflict?.members ?? []).map((index) => names[index] ?? "");
  const decimals = 2 * Math.max(...scores.map(({ value }) => value.decimals), 1) + 2;
  return resultOfReadings({
    check: "regression",
    readings,
    explanation:
      conflict === undefined
        ? `Printed ${listText(names)}: they agree for a mean squared error of ${intervalText(possible, decimals)}.`
        : `Printed ${listText(names)}: no predictions have ${listText(clash)}; ${conflict.members.map((index) => asksFor(scores[index], names[index] ?? "", rule, input, meaning, decimals)).join(", ")}.`,
    assumptions: [
      "All scores are of the same predictions on the same examples.",
      scores.every(({ epsilon }) => epsilon !== undefined)
        ? "Each score lies within its stated half width."
        : `The scores were printed by ${ruleWords[rule]}.`,
      ...(variance === undefined ? [] : ["The variance is that of the same targets, exact, divided by their number."]),
    ],
    details: {
      scores: scores.map(({ name, value }) => ({ name, value: value.text })),
      ...(conflict === undefined ? { meanSquaredError: intervalDetail(possible) } : { conflict: clash }),
    },
  });
}

/** What the variance was divided by, and in which unit MAPE is. */
interface Meaning {
  /** Absent: the default. */
  readonly departures?: readonly string[];
  readonly variance: Rational | undefined;
  readonly mapeUnit: Rational;
}

/** The default, a variance of the population and MAPE in percent, and the alternatives that change something. */
function meaningsOf({ scores, variance, samples }: RegressionInput): readonly [Meaning, ...Meaning[]] {
  const population = variance && toRational(variance);
  const first: Meaning = { variance: population, mapeUnit: rational(1, 100) };
  const has = (wanted: RegressionScoreName): boolean => scores.some(({ name }) => name === wanted);
  const ofSample =
    population !== undefined && samples !== undefined && samples > 1 && has("r2")
      ? {
          departures: ["a variance divided by samples − 1"],
          variance: multiply(population, rational(samples - 1, samples)),
        }
      : undefined;
  const asShare = has("mape") ? { departures: ["MAPE as a fraction of one"], mapeUnit: one } : undefined;
  const both = ofSample &&
    asShare && { ...ofSample, ...asShare, departures: [...ofSample.departures, ...asShare.departures] };
  return [
    first,
    ...[ofSample, asShare, both].flatMap((other) => (other === undefined ? [] : [{ ...first, ...other }])),
  ];
}

function nameOf({ name, value }: RegressionScore): string {
  const words: Readonly<Record<RegressionScoreName, string>> = {
    mae: "MAE",
    mse: "MSE",
    rmse: "RMSE",
    r2: "R²",
    "max-error": "max error",
    mape: "MAPE",
  };
  return `${words[name]} ${value.text}`;
}

function asksFor(
  score: RegressionScore | undefined,
  name: string,
  rule: RoundingRule,
  input: RegressionInput,
  its: Meaning,
  decimals: number,
): string {
  if (score === undefined) return "";
  const interval = together([score], rule, input, its);
  return isEmpty(interval)
    ? `${name} is impossible`
    : compare(interval.upper, unlimited) >= 0
      ? `${name} needs a mean squared error of ${intervalText({ ...interval, upper: interval.lower }, decimals).split(" to ")[0]} or more`
      : `${name} one of ${intervalText(interval, decimals)}`;
}

/** Stands for no upper limit: above every squared error that could be printed. */
const unlimited = rational(10n ** 400n);

/** The mean squared errors that all scores leave. */
function together(
  scores: readonly RegressionScore[],
  rule: RoundingRule,
  input: RegressionInput,
  { variance, mapeUnit }: Meaning,
): Interval {
  let possible = closed(zero, unlimited);
  let absolute = closed(zero, unlimited);
  for (const score of scores) {
    const interval = within(score, rule);
    switch (score.name) {
      case "mse":
        possible = intersection(possible, interval);
        break;
      case "rmse":
        possible = intersection(possible, squared(interval));
        break;
      case "r2":
        possible = intersection(possible, fromR2(interval, variance));
        break;
      case "max-error":
        possible = intersection(possible, { ...squared(interval), lower: zero, lowerClosed: true });
        absolute = intersection(absolute, { ...nonNegative(interval), lower: zero, lowerClosed: true });
        // The largest error is one of the samples: on its own it makes a mean of max / samples.
        if (input.samples !== undefined) {
          const low = maximum(interval.lower, zero);
          const part = rational(1, input.samples);
          absolute = intersection(absolute, {
            ...closed(multiply(low, part), unlimited),
            lowerClosed: interval.lowerClosed || interval.lower.numerator < 0n,
          });
          possible = intersection(possible, {
            ...closed(multiply(multiply(low, low), part), unlimited),
            lowerClosed: interval.lowerClosed || interval.lower.numerator < 0n,
          });
        }
        break;
      case "mae":
        absolute = intersection(absolute, interval);
        break;
      case "mape":
        absolute = intersection(absolute, fromMape(interval, mapeUnit, input.targets));
        break;
    }
  }
  if (isEmpty(absolute)) return absolute;
  const square = squared(absolute);
  const spread =
    input.samples === undefined || compare(absolute.upper, unlimited) >= 0
      ? { upper: unlimited, upperClosed: true }
      : { upper: multiply(square.upper, rational(input.samples)), upperClosed: square.upperClosed };
  return intersection(possible, { ...square, ...spread });
}

function within({ value, epsilon }: RegressionScore, rule: RoundingRule): Interval {
  if (epsilon === undefined) return roundingInterval(value, rule);
  const [middle, half] = [toRational(value), toRational(epsilon)];
  return { ...closed(subtract(middle, half), middle), upper: subtract(middle, subtract(zero, half)) };
}

function nonNegative(interval: Interval): Interval {
  return intersection(interval, closed(zero, unlimited));
}

/** The squares of the non-negative numbers in an interval. */
function squared(interval: Interval): Interval {
  const part = nonNegative(interval);
  if (isEmpty(part)) return part;
  const square = (end: Rational): Rational => (compare(end, unlimited) >= 0 ? unlimited : multiply(end, end));
  return { ...part, lower: square(part.lower), upper: square(part.upper) };
}

/** Without a variance R² still is at most one. A variance of zero leaves R² undefined: it cannot have been printed. */
function fromR2(interval: Interval, variance: Rational | undefined): Interval {
  const missing: Interval = {
    lower: subtract(one, interval.upper),
    upper: subtract(one, interval.lower),
    lowerClosed: interval.upperClosed,
    upperClosed: interval.lowerClosed,
  };
  const part = nonNegative(missing);
  if (isEmpty(part) || variance === undefined) return isEmpty(part) ? part : closed(zero, unlimited);
  if (variance.numerator === 0n) return { ...point(zero), upperClosed: false };
  return { ...part, lower: multiply(part.lower, variance), upper: multiply(part.upper, variance) };
}

function fromMape(interval: Interval, unit: Rational, targets: RegressionInput["targets"]): Interval {
  const part = nonNegative(interval);
  if (targets === undefined || isEmpty(part)) return isEmpty(part) ? part : closed(zero, unlimited);
  const share = (end: Rational, target: Decimal): Rational => multiply(multiply(end, toRational(target)), unit);
  return { ...part, lower: share(part.lower, targets.least), upper: share(part.upper, targets.greatest) };
}
