import type { CheckResult } from "../../src/checks/check-result.ts";
import { listText } from "../../src/checks/exact-text.ts";
import { meanOfRow } from "../../src/checks/mean-row.ts";
import { misprints } from "../../src/checks/misprints.ts";
import { exactWeights, unweighted } from "../../src/checks/weighting.ts";
import { type Decimal, toRational } from "../../src/numbers/decimal.ts";
import { compare } from "../../src/numbers/rational.ts";
import type { Table } from "../../src/tables/table.ts";
import { average, classesOf, nameOf, runs } from "./tables.ts";

/** A slip in one quoted cell that would mend the column's average. */
export interface MendedCell {
  readonly row: string;
  readonly printed: string;
  readonly meant: string;
  readonly slip: string;
  /** How each run stands to the quoted cell as printed, and to it as mended. */
  readonly before: readonly Order[];
  readonly after: readonly Order[];
}

export type Order = "above" | "below" | "equal to";

/** Every single slip in a quoted cell under which the column's average is what is printed. */
export function mendedCells(table: Table): readonly MendedCell[] {
  const rows = classesOf(table);
  const cells = rows.map((label) => ({ label, value: table.cell(label, "In the Paper").printed().value }));
  const reported = table.cell(average, "In the Paper").printed().value;
  const weights = exactWeights(unweighted(rows), rows);
  return cells.flatMap(({ label, value }) =>
    misprints(value)
      .filter(({ value: meant }) => {
        const mended = cells.map((cell) => (cell.label === label ? { label, value: meant } : cell));
        return meanOfRow({ cells: mended, reported }, weights, "half-either").holds;
      })
      .map(({ value: meant, slip }) => ({
        row: label,
        printed: value.text,
        meant: meant.text,
        slip,
        before: ordersOf(table, label, value),
        after: ordersOf(table, label, meant),
      })),
  );
}

/** The result of a column's average, with what each mended cell would change in the comparison with the runs. */
export function withMendedCells(result: CheckResult, table: Table): CheckResult {
  if (result.outcome === "consistent") return result;
  const mended = mendedCells(table);
  const turned = mended.filter(({ before, after }) => before.join() !== after.join());
  const sentences = turned.map(
    ({ row, meant, before, after }) =>
      `If ${nameOf(row)} meant ${meant}, the runs there (${listText(runs.map((run) => table.cell(row, run).text))}) would lie ${sides(after)} the paper's number; as printed they lie ${sides(before)} it.`,
  );
  return {
    ...result,
    nearMisses: [...result.nearMisses, ...sentences],
    details: { ...result.details, mended: mended.map((cell) => ({ ...cell })) },
  };
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
