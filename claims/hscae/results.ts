import type { MeasuredResult } from "../../src/checks/outperforms.ts";
import type { Cell, Table } from "../../src/tables/table.ts";
import { evaluation, others, table1, table2, table3, zeros } from "./tables.ts";

/** The two numbers of every result, in the order in which `weightings` weighs them. */
export const measures = ["zero_acc", "else_acc"] as const;

/** One number out of two: the plain mean orders like their sum, the other is the accuracy over all test images. */
export const weightings = [
  { name: "the plain mean of the two", weights: [1, 1] },
  { name: "the accuracy over all 10,000 test images", weights: [zeros, others] },
] as const;

export const perturbations = ["without perturbation", "with perturbation"] as const;

/** The four columns of Table 1 that tell how well zeros are detected. */
export const detection: readonly string[] = table1.columnNames.filter((column) => column !== evaluation);

const levels = [1, 2, 3, 4, 5] as const;

/** A classifier's two results, or one of them. */
export function odin(model: string, which: readonly string[] = perturbations): readonly MeasuredResult[] {
  return which.map((perturbation) =>
    resultOf(`${model} ${perturbation}`, table1, model, `${perturbation} / zero_acc`, `${perturbation} / else_acc`),
  );
}

/** The settings of HSCAE that have results: all, or those of one latent dimension. */
export const hscae: readonly (MeasuredResult & { readonly dimension: string; readonly level: number })[] =
  table2.rowNames.flatMap((dimension) =>
    [1, 2, 3]
      .filter((level) => !table2.cell(dimension, `hierarchy ${level} / zero_acc`).isEmpty)
      .map((level) => ({
        ...resultOf(
          `latent ${dimension}, level ${level}`,
          table2,
          dimension,
          `hierarchy ${level} / zero_acc`,
          `hierarchy ${level} / else_acc`,
        ),
        dimension,
        level,
      })),
  );

export const ensemble: readonly (MeasuredResult & { readonly level: number })[] = levels.map((level) => ({
  ...resultOf(
    `ensemble at level ${level}`,
    table3,
    "Ensemble",
    `hierarchy ${level} / zero`,
    `hierarchy ${level} / else`,
  ),
  level,
}));

export function atLevels(...wanted: readonly number[]): readonly MeasuredResult[] {
  return ensemble.filter(({ level }) => wanted.includes(level));
}

function resultOf(label: string, table: Table, row: string, ...columns: readonly string[]): MeasuredResult {
  const cells: readonly Cell[] = columns.map((column) => table.cell(row, column));
  return { label, values: cells.map((cell) => cell.printed().value) };
}
