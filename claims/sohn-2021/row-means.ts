import type { CheckResult } from "../../src/checks/check-result.ts";
import { shortText } from "../../src/checks/exact-text.ts";
import { checkMean } from "../../src/checks/mean.ts";
import { meanNearMisses } from "../../src/checks/mean-near-misses.ts";
import { type MeanRow, meanOfRow } from "../../src/checks/mean-row.ts";
import { checkMeanColumn } from "../../src/checks/weighted-means.ts";
import { exactWeights, meanText } from "../../src/checks/weighting.ts";
import { checkWeightsExist } from "../../src/checks/weights-exist.ts";
import { absolute, compare, zero } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Table } from "../../src/tables/table.ts";
import { asTranscribed } from "./as-transcribed.ts";
import { datasetCells, datasets, idOf } from "./names.ts";
import { table2, table5, table7 } from "./tables.ts";
import { byTasks, candidateWeightings, plainMean } from "./weightings.ts";

/** The printed means of Tables 2, 5 and 7: each row that was read from print, and each column as a whole. */
export const rowMeans: readonly Claim[] = [
  columnOfMeans(table2),
  ...[table5, table7].flatMap((table) => [...table.rowNames.map((row) => rowMean(table, row)), columnOfMeans(table)]),
  oneSetOfWeights(table7),
];

function rowMean(table: Table, row: string): Claim {
  const reported = table.cell(row, "Mean");
  return {
    id: `${shortName(table)}.${idOf(row)}.mean`,
    at: reported,
    states: `The mean over the five data sets is ${reported.text}.`,
    printed: reported.text,
    basis: { kind: "printed", check: () => decideMean(meanRow(table, row)) },
    related: [`${shortName(table)}.means`],
  };
}

/** Slips are guessed at only where no reading of the mean makes the row true, and then under the one that comes nearest. */
function decideMean(row: MeanRow): CheckResult {
  const result = checkMean({ ...row, weighting: plainMean, alternatives: [byTasks] });
  if (result.outcome !== "inconsistent") return { ...result, nearMisses: [] };
  const weights = exactWeights(byTasks, datasets);
  const { mean, error } = meanOfRow(row, weights, "half-either");
  const { explanation, assumptions, ...rest } = result;
  return asTranscribed({
    ...rest,
    explanation: `${explanation} The ${meanText(byTasks)} is ${shortText(mean)}: the printed mean lies ${shortText(absolute(error))} ${compare(error, zero) < 0 ? "below" : "above"} that, and rounding allows 0.1.`,
    assumptions: [
      ...assumptions,
      "A row has the plain mean or the weights that the rest of its column agrees with; others would differ from row to row.",
    ],
    nearMisses: meanNearMisses(row, weights, "half-either").map((guess) =>
      guess.replace("A guess: ", `A guess, with weights ${byTasks.name}: `),
    ),
  });
}

function columnOfMeans(table: Table): Claim {
  const inferred = table === table2;
  return {
    id: `${shortName(table)}.means`,
    at: { kind: "table", table: table.name },
    states: `The column "Mean" gives the mean of each of the ${table.rowNames.length} rows, taken in one way: the plain one unless the paper says otherwise${inferred ? ". The rows are inferred from Table 7, not read from print" : ""}.`,
    basis: {
      kind: "printed",
      check: () => asTranscribed(checkMeanColumn({ rows: meanRows(table), weightings: candidateWeightings })),
    },
  };
}

function oneSetOfWeights(table: Table): Claim {
  return {
    id: `${shortName(table)}.weights-exist`,
    at: { kind: "table", table: table.name },
    states: `One set of weights, whatever it be, gives all ${table.rowNames.length} row means, as one column of means implies.`,
    basis: {
      kind: "printed",
      check: () => asTranscribed(checkWeightsExist({ rows: meanRows(table) })),
    },
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
