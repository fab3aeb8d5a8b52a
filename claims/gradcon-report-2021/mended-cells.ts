import type { CheckResult } from "../../src/checks/check-result.ts";
import { listText } from "../../src/checks/exact-text.ts";
import type { LabelledValue } from "../../src/checks/labelled-value.ts";
import { meanOfRow } from "../../src/checks/mean-row.ts";
import { misprints } from "../../src/checks/misprints.ts";
import { exactWeights, unweighted } from "../../src/checks/weighting.ts";
import { type Decimal, toRational } from "../../src/numbers/decimal.ts";
import { compare, zero } from "../../src/numbers/rational.ts";
import type { Table } from "../../src/tables/table.ts";
import { average, classesOf, nameOf, runs } from "./tables.ts";

/** A slip in one quoted cell that would mend the column's average. */
export interface MendedCell {
  readonly row: string;
  readonly printed: string;
  readonly meant: string;
  readonly slip: string;
  /** Whether the mean is then the printed average to the last digit, without help from rounding. */
  readonly exactly: boolean;
  /** How each run stands to the quoted cell as printed, and to it as mended. */
  readonly before: readonly Order[];
  readonly after: readonly Order[];
}

export type Order = "above" | "below" | "equal to";

/** The result of a column's average, with what each mended cell would change in the comparison with the runs. */
export function withMendedCells(result: CheckResult, table: Table): CheckResult {
  if (result.outcome === "consistent") return result;
  const mended = mendedCells(table);
  const exact = mended.filter(({ exactly }) => exactly);
  const leftOut = classesOf(table).filter((row) =>
    holds(
      table,
      quotedCells(table).filter(({ label }) => label !== row),
    ),
  );
  return {
    ...result,
    nearMisses: [
      ...exact.map((cell) => sentence(table, cell)),
      ...result.nearMisses.filter((guess) => !exact.some((cell) => guess.includes(`${opening(cell)} (${cell.slip})`))),
      ...leftOut.map(
        (row) => `A guess: ${nameOf(row)} was left out; the mean of the other nine is printed so as well.`,
      ),
    ],
    details: { ...result.details, mended: mended.map((cell) => ({ ...cell })), leftOut },
  };
}

/** Every single slip in a quoted cell under which the column's average is what is printed. */
function mendedCells(table: Table): readonly MendedCell[] {
  const cells = quotedCells(table);
  return cells.flatMap(({ label: row, value }) =>
    misprints(value).flatMap(({ value: meant, slip }) => {
      const mended = cells.map((cell) => (cell.label === row ? { label: row, value: meant } : cell));
      if (!holds(table, mended)) return [];
      const { error } = meanOf(table, mended);
      return {
        row,
        printed: value.text,
        meant: meant.text,
        slip,
        exactly: compare(error, zero) === 0,
        before: ordersOf(table, row, value),
        after: ordersOf(table, row, meant),
      };
    }),
  );
}

function sentence(table: Table, cell: MendedCell): string {
  const { row, slip, before, after } = cell;
  const numbers = listText(runs.map((run) => table.cell(row, run).text));
  const turns =
    before.join() === after.join()
      ? ""
      : `; its runs (${numbers}) then lie ${sides(after)} the paper's number, not ${sides(before)} it`;
  return `A guess: ${opening(cell)} (${slip}), which gives the printed mean exactly${turns}.`;
}

function opening({ row, meant, printed }: MendedCell): string {
  return `${nameOf(row)} meant ${meant} where ${printed} is printed`;
}

function quotedCells(table: Table): readonly LabelledValue[] {
  return classesOf(table).map((label) => ({ label, value: table.cell(label, "In the Paper").printed().value }));
}

function holds(table: Table, cells: readonly LabelledValue[]): boolean {
  return meanOf(table, cells).holds;
}

function meanOf(table: Table, cells: readonly LabelledValue[]) {
  const labels = cells.map(({ label }) => label);
  const reported = table.cell(average, "In the Paper").printed().value;
  return meanOfRow({ cells, reported }, exactWeights(unweighted(labels), labels), "half-either");
}

function ordersOf(table: Table, row: string, paper: Decimal): readonly Order[] {
  return runs.map((run) => {
    const order = compare(toRational(table.cell(row, run).printed().value), toRational(paper));
    return order > 0 ? "above" : order < 0 ? "below" : "equal to";
  });
}

function sides(orders: readonly Order[]): string {
  return [...new Set(orders)].join(" and ");
}
