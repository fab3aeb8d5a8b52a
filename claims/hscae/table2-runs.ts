import type { Claim } from "../../src/paper/claim.ts";
import type { Cell } from "../../src/tables/table.ts";
import { alone, hscaeMargins, hscaeShare, latents, together } from "./hscae-measured-by.ts";
import { examplesBehind, fiveSeeds } from "./measured-by.ts";
import { idOf, sideOf, table2, table3 } from "./tables.ts";

/** Tables 2 and 3 measured: autoencoders trained anew, in every reading of what the report leaves open. */
export const table2and3runs: readonly Claim[] = [
  ...table2.rowNames.flatMap((row) => table2.row(row).flatMap((cell) => (cell.isEmpty ? [] : [hscaeCell(cell)]))),
  ...table3.rowNames.flatMap((row) => table3.row(row).map(ensembleCell)),
];

function hscaeCell(cell: Cell): Claim {
  const { row, column } = cell;
  const [level, side, latent] = [levelOf(column), sideOf(cell), Number(row)];
  return {
    id: `t2.${idOf(row)}.${idOf(column)}.run`,
    at: cell,
    states: `Runs of ours with latent dimension ${row} have the ${side}_acc of ${cell.text} % at level ${level}, at their best thresholds.`,
    printed: cell.text,
    basis: {
      ...{ kind: "measured", split: "unknown", reported: cell.printed(), plan: latents(latent) },
      quantity: hscaeShare(`${side}-accuracy`, alone(latent, level)),
      margin: hscaeMargins.alone,
      examples: examplesBehind(side === "zero" ? "half of the zeros" : "half of the digits"),
    },
  };
}

function ensembleCell(cell: Cell): Claim {
  const { row, column } = cell;
  const [level, side] = [levelOf(column), sideOf(cell)];
  return {
    id: `t3.${idOf(row)}.${idOf(column)}.run`,
    at: cell,
    states: `Ensembles of ours have the ${side}_acc of ${cell.text} % at level ${level}.`,
    printed: cell.text,
    basis: {
      ...{ kind: "measured", split: "unknown", reported: cell.printed(), plan: fiveSeeds },
      quantity: hscaeShare(`${side}-accuracy`, together(level)),
      margin: hscaeMargins.together,
      examples: examplesBehind(side === "zero" ? "half of the zeros" : "half of the digits"),
    },
  };
}

/** Of a column such as `hierarchy 2 / zero_acc`. */
function levelOf(column: string): number {
  return Number(column.slice("hierarchy ".length, "hierarchy 1".length));
}
