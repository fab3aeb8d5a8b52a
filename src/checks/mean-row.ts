import { type Decimal, toRational } from "../numbers/decimal.ts";
import { add, contains, type Interval, intersection, intersects, point, scale } from "../numbers/interval.ts";
import {
  add as addRational,
  divide,
  equal,
  multiply,
  type Rational,
  rational,
  subtract,
  total,
  zero,
} from "../numbers/rational.ts";
import { type RoundingRule, roundingInterval } from "../numbers/rounding.ts";
import { type LabelledValue, standsFor } from "./labelled-value.ts";

/** Printed cells and the mean that is printed of them. */
export interface MeanRow {
  readonly cells: readonly LabelledValue[];
  readonly reported: Decimal;
  /** Whether the cells are exact (counts, ratings) instead of rounded. */
  readonly exactCells?: boolean;
}

/** A row under one weighting and one rounding rule. */
export interface MeanOfRow {
  /** The mean of the cells as printed. */
  readonly mean: Rational;
  /** Printed mean minus `mean`. */
  readonly error: Rational;
  /** All means of numbers that print as the cells do. */
  readonly possible: Interval;
  /** All numbers that print as the reported mean does. */
  readonly reportedInterval: Interval;
  readonly holds: boolean;
  /** Where it holds: numbers behind the cells that give the mean, and that mean. */
  readonly witness?: Witness;
}

export interface Witness {
  readonly cells: readonly Rational[];
  readonly mean: Rational;
}

type Found = Pick<MeanOfRow, "mean" | "possible" | "reportedInterval">;

/**
 * Whether some numbers that print as the cells have a weighted mean that prints as the reported one. Exact: a weighted
 * mean takes every value between the mean of the lower and the mean of the upper ends of the cells' intervals.
 */
export function meanOfRow(row: MeanRow, weights: readonly Rational[], rule: RoundingRule): MeanOfRow {
  const shares = sharesOf(weights);
  const intervals = row.cells.map(({ value }) => standsFor(value, rule, row.exactCells ?? false));
  const possible = intervals.reduce((sum, cell, index) => add(sum, scale(cell, shares[index] ?? zero)), point(zero));
  const reportedInterval = roundingInterval(row.reported, rule);
  const mean = total(row.cells.map(({ value }, index) => multiply(toRational(value), shares[index] ?? zero)));
  const found = { mean, possible, reportedInterval };
  const holds = intersects(possible, reportedInterval);
  return {
    ...found,
    error: subtract(toRational(row.reported), mean),
    holds,
    ...(holds ? { witness: witnessOf(row, shares, intervals, found) } : {}),
  };
}

/** The weights divided by their total. */
export function sharesOf(weights: readonly Rational[]): readonly Rational[] {
  const sum = total(weights);
  return weights.map((weight) => divide(weight, sum));
}

/** The printed cells where their own mean fits; else every cell moved by the same part of its interval. */
function witnessOf(row: MeanRow, shares: readonly Rational[], intervals: readonly Interval[], found: Found): Witness {
  const printed = row.cells.map(({ value }) => toRational(value));
  if (contains(found.reportedInterval, found.mean)) return { cells: printed, mean: found.mean };
  const common = intersection(found.possible, found.reportedInterval);
  const mean = divide(addRational(common.lower, common.upper), rational(2n));
  const part = divide(subtract(mean, found.possible.lower), subtract(found.possible.upper, found.possible.lower));
  const cells = intervals.map(({ lower, upper }, index) =>
    equal(shares[index] ?? zero, zero)
      ? (printed[index] ?? zero)
      : addRational(lower, multiply(part, subtract(upper, lower))),
  );
  return { cells, mean };
}
