import { checkMean } from "../../src/checks/mean.ts";
import { checkSpreadOfMean } from "../../src/checks/mean-of-spreads.ts";
import type { Decimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Cell, Table } from "../../src/tables/table.ts";
import { idOf } from "./names.ts";
import { table8, table9, table10, table11 } from "./tables.ts";

/** The last row of every column of Tables 8 to 11: the mean of the classes' AUCs, and what its ± is. */
export const classTables: readonly Claim[] = [table8, table9, table10, table11].flatMap((table) =>
  table.columnNames.flatMap((column) => [columnMean(table, column), columnSpread(table, column)]),
);

function columnMean(table: Table, column: string): Claim {
  const reported = table.cell("mean", column);
  return {
    id: `${idOfColumn(table, column)}.mean`,
    at: reported,
    states: `The mean AUC over the ${classCells(table, column).length} classes is ${reported.printed().value.text}.`,
    printed: reported.text,
    basis: {
      kind: "printed",
      check: () =>
        checkMean({
          cells: classCells(table, column).map((cell) => ({ label: `class ${cell.row}`, value: cell.printed().value })),
          reported: reported.printed().value,
        }),
    },
  };
}

function columnSpread(table: Table, column: string): Claim {
  const reported = table.cell("mean", column);
  return {
    id: `${idOfColumn(table, column)}.spread`,
    at: reported,
    states: `The ± of the mean, ${spreadOf(reported).text}, is the mean of the classes' ±.`,
    printed: reported.text,
    basis: {
      kind: "printed",
      check: () =>
        checkSpreadOfMean({ classSpreads: classCells(table, column).map(spreadOf), reported: spreadOf(reported) }),
    },
  };
}

function classCells(table: Table, column: string): readonly Cell[] {
  return table.column(column).filter(({ row }) => row !== "mean");
}

function spreadOf(cell: Cell): Decimal {
  const { spread } = cell.printed();
  if (spread === undefined)
    throw new Error(`${cell.table}, row "${cell.row}", column "${cell.column}": no ± is printed`);
  return spread;
}

function idOfColumn(table: Table, column: string): string {
  return `${table.name.replace("Table ", "t")}.${idOf(column)}`;
}
