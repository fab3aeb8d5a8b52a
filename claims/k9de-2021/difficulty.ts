import type { DifficultyTable, Rating } from "../../src/paper/difficulty.ts";
import type { Cell } from "../../src/tables/table.ts";
import { table1 } from "./tables.ts";

/** Table 1 as printed; the individual ratings behind the consensus are not given, and no reasons row by row. */
export const difficulty: DifficultyTable = {
  raters: "consensus of three team members",
  scheme: {
    report: "how well the paper describes the tasks: 1 well, 2 adequately, 3 insufficiently",
    code: "how easily the relevant code is found and understood: 1 well, 2 adequately, 3 insufficiently",
    compute: "time for one headline result on a Nvidia P100: 1 below 1 h, 2 from 1 to 12 h, 3 above 12 h",
  },
  ratings: table1.rowNames.map((row) => ({
    experiment: row.replace("*", ""),
    report: ratingOf(table1.cell(row, "Report Rating")),
    code: ratingOf(table1.cell(row, "Code Rating")),
    compute: ratingOf(table1.cell(row, "Compute Rating")),
    attempted: row.endsWith("*"),
  })),
};

function ratingOf(cell: Cell): Rating {
  const rating = ([1, 2, 3] as const).find((value) => cell.text === String(value));
  if (rating === undefined)
    throw new Error(`${cell.table}, row "${cell.row}": "${cell.text}" is not a rating from 1 to 3`);
  return rating;
}
