import { shortText } from "../../src/checks/exact-text.ts";
import { meanOfRow } from "../../src/checks/mean-row.ts";
import { exactWeights, type Weighting } from "../../src/checks/weighting.ts";
import { absolute, compare, type Rational, rational } from "../../src/numbers/rational.ts";
import type { Table } from "../../src/tables/table.ts";
import { datasetCells, datasets } from "../sohn-2021/names.ts";
import { plainMean } from "../sohn-2021/weightings.ts";

/** One row's answer to a question about its mean, as a count takes it. */
export interface RowAnswer {
  readonly label: string;
  readonly holds: boolean;
  readonly why: string;
}

/** Rows whose printed mean cannot be the mean of their cells, whatever rounding to nearest cut off. */
export function outsideRounding(table: Table, weighting: Weighting = plainMean): readonly RowAnswer[] {
  return meansOf(table, weighting).map(({ row, holds, error }) => ({
    label: row,
    holds: !holds,
    why: `printed minus mean: ${shortText(error)}`,
  }));
}

/** Rows whose printed mean is off the plain mean of the printed cells by an amount that satisfies `is`. */
export function errorsThat(table: Table, is: (error: Rational) => boolean): readonly RowAnswer[] {
  return meansOf(table, plainMean).map(({ row, error }) => ({
    label: row,
    holds: is(error),
    why: `printed minus plain mean: ${shortText(error)}`,
  }));
}

function meansOf(table: Table, weighting: Weighting) {
  const weights = exactWeights(weighting, datasets);
  return table.rowNames.map((row) => {
    const cells = datasetCells(table, row).map((cell) => ({ label: cell.column, value: cell.printed().value }));
    const reported = table.cell(row, "Mean").printed().value;
    return { row, ...meanOfRow({ cells, reported }, weights, "half-either") };
  });
}

export function larger(than: Rational): (error: Rational) => boolean {
  return (error) => compare(absolute(error), than) > 0;
}

/** Whether it prints as 2, 3, 4 or 5 without decimals, whatever its sign. */
export function wholePointsFromTwoToFive(error: Rational): boolean {
  const size = absolute(error);
  return compare(size, rational(3, 2)) >= 0 && compare(size, rational(11, 2)) <= 0;
}

/** From 2 to 5, ends included. */
export function fromTwoToFive(error: Rational): boolean {
  return compare(error, rational(2)) >= 0 && compare(error, rational(5)) <= 0;
}
