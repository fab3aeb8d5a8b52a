import { checkMean } from "../../src/checks/mean.ts";
import { checkMeanColumn } from "../../src/checks/weighted-means.ts";
import { checkWeightsExist } from "../../src/checks/weights-exist.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Table } from "../../src/tables/table.ts";
import { datasetCells, idOf } from "./names.ts";
import { table2, table5, table7 } from "./tables.ts";
import { byTasks, candidateWeightings, plainMean } from "./weightings.ts";

/** The printed mean of every row of Tables 2, 5 and 7, and what each column of means says as a whole. */
export const rowMeans: readonly Claim[] = [table2, table5, table7].flatMap((table) => [
  ...table.rowNames.map((row) => rowMean(table, row)),
  columnOfMeans(table),
  ...(table === table7 ? [oneSetOfWeights(table)] : []),
]);

function rowMean(table: Table, row: string): Claim {
  const reported = table.cell(row, "Mean");
  return {
    id: `${shortName(table)}.${idOf(row)}.mean`,
    at: reported,
    states: `The mean over the five data sets is ${reported.text}.`,
    printed: reported.text,
    basis: {
      kind: "printed",
      check: () => checkMean({ ...meanRow(table, row), weighting: plainMean, alternatives: [byTasks] }),
    },
    related: [`${shortName(table)}.means`],
  };
}

function columnOfMeans(table: Table): Claim {
  return {
    id: `${shortName(table)}.means`,
    at: { kind: "table", table: table.name },
    states: `The column "Mean" gives the plain mean of each of the ${table.rowNames.length} rows.`,
    basis: {
      kind: "printed",
      check: () => checkMeanColumn({ rows: meanRows(table), weightings: candidateWeightings }),
    },
  };
}

function oneSetOfWeights(table: Table): Claim {
  return {
    id: `${shortName(table)}.weights-exist`,
    at: { kind: "table", table: table.name },
    states: `One set of weights, whatever it be, gives all ${table.rowNames.length} row means.`,
    basis: { kind: "printed", check: () => checkWeightsExist({ rows: meanRows(table) }) },
    related: [`${shortName(table)}.means`],
  };
}

function meanRows(table: Table) {
  return table.rowNames.map((row) => ({ name: row, ...meanRow(table, row) }));
}

function meanRow(table: Table, row: string) {
  return {
    cells: datasetCells(table, row).map((cell) => ({ label: cell.column, value: cell.printed().value })),
    reported: table.cell(row, "Mean").printed().value,
  };
}

function shortName(table: Table): string {
  return table.name.replace("Table ", "t");
}
