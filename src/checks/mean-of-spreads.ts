import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, type Interval, intersects, point, scale } from "../numbers/interval.ts";
import { divide, maximum, multiply, type Rational, rational, toNumber, total, zero } from "../numbers/rational.ts";
import { roundingInterval } from "../numbers/rounding.ts";
import type { CheckResult } from "./check-result.ts";
import { decide, truthOf } from "./decide.ts";
import { exactText, intervalDetail, listText, shortText } from "./exact-text.ts";

/** What the ± of a mean over classes can be. */
export type SpreadReading = "mean-of-class-sds" | "sd-of-mean-of-independent-classes" | "root-mean-square-of-class-sds";

export interface SpreadOfMeanInput {
  /** What stands behind ± of every class. */
  readonly classSpreads: readonly Decimal[];
  /** What stands behind ± of their mean. */
  readonly reported: Decimal;
  /** The default reading; absent: the mean of the class SDs. */
  readonly reading?: SpreadReading;
}

/**
 * What the printed ± of a mean over classes is: the plain mean of the classes' ±; the SD of the mean where classes vary
 * independently from run to run, √(Σs²)/n; or the root mean square of the classes' ±, √(Σs²/n). Decided exactly, by
 * squares, with the rounding of all ±. The SD of a mean is never above the mean of the SDs, and equals it only where all
 * classes rise and fall together: a ± that is the mean of the SDs is therefore no measure of how the mean varies.
 * Throws a RangeError for no classes.
 *
 * @example
 * const classSpreads = ["0.3", "0.4", "0.2"].map(parseDecimal);
 * checkSpreadOfMean({ classSpreads, reported: parseDecimal("0.3") }).outcome; // => "consistent"
 */
export function checkSpreadOfMean(input: SpreadOfMeanInput): CheckResult {
  const { classSpreads, reported, reading = "mean-of-class-sds" } = input;
  const n = classSpreads.length;
  if (n === 0) throw new RangeError("checkSpreadOfMean: there are no class spreads");
  const spreads = classSpreads.map(nonNegative);
  const target = nonNegative(reported);
  const mean = scale(spreads.reduce(add, point(zero)), rational(1, n));
  const squares = spreads.map(square).reduce(add, point(zero));
  const holds: Readonly<Record<SpreadReading, boolean>> = {
    "mean-of-class-sds": intersects(mean, target),
    "sd-of-mean-of-independent-classes": intersects(scale(squares, rational(1, n * n)), square(target)),
    "root-mean-square-of-class-sds": intersects(scale(squares, rational(1, n)), square(target)),
  };
  const { outcome, rescuedBy } = decide(
    truthOf(holds[reading]),
    readings
      .filter((other) => other !== reading)
      .map((other) => ({ name: words[other], truth: truthOf(holds[other]) })),
  );
  const printed = classSpreads.map(toRational);
  const plainMean = divide(total(printed), rational(n));
  const meanSquare = divide(total(printed.map((value) => multiply(value, value))), rational(n));
  const independent = Math.sqrt(toNumber(divide(meanSquare, rational(n))));
  const fitting = readings.filter((other) => holds[other]).map((other) => words[other]);
  return {
    check: "mean-of-spreads",
    outcome,
    explanation: `Printed ±${reported.text} for a mean over ${n} classes; the mean of the class SDs is ${shortText(plainMean)}, the SD of the mean of independent classes would be ${independent.toFixed(3)}: the ± ${fitting.length === 0 ? "is neither" : `can be ${listText(fitting)}`}.`,
    assumptions: [
      `The ± of the mean is ${words[reading]}.`,
      "All ± were printed by rounding to nearest (ties either way).",
    ],
    rescuedBy,
    nearMisses: [],
    details: {
      reported: reported.text,
      classSpreads: classSpreads.map(({ text }) => text),
      meanOfSpreads: exactText(plainMean),
      meanSquareOfSpreads: exactText(meanSquare),
      sdOfMeanIfIndependent: independent,
      possibleMeansOfSpreads: intervalDetail(mean),
      byReading: readings.map((other) => ({ reading: other, holds: holds[other] })),
    },
  };
}

const words: Readonly<Record<SpreadReading, string>> = {
  "mean-of-class-sds": "the mean of the class SDs",
  "sd-of-mean-of-independent-classes": "the SD of the mean of independent classes",
  "root-mean-square-of-class-sds": "the root mean square of the class SDs",
};

const readings: readonly SpreadReading[] = [
  "mean-of-class-sds",
  "sd-of-mean-of-independent-classes",
  "root-mean-square-of-class-sds",
];

/** What rounds to a printed ±, none below zero. */
function nonNegative(spread: Decimal): Interval {
  const interval = roundingInterval(spread);
  return { ...interval, lower: maximum(interval.lower, zero) };
}

/** Of an interval without negative numbers. */
function square({ lower, upper, lowerClosed, upperClosed }: Interval): Interval {
  const squared = (value: Rational): Rational => multiply(value, value);
  return { lower: squared(lower), upper: squared(upper), lowerClosed, upperClosed };
}
