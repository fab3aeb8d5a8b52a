import { checkAgreement } from "../../src/checks/agreement.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { describeLocus } from "../../src/paper/locus.ts";
import type { Cell, Table } from "../../src/tables/table.ts";
import { asTranscribed } from "./as-transcribed.ts";
import { type DatasetColumn, datasets, idOf } from "./names.ts";
import { table5, table7, table8, table9, table10, table11 } from "./tables.ts";

const classTableOf: readonly (readonly [Table, DatasetColumn])[] = [
  [table8, "CIFAR-10"],
  [table9, "CIFAR-100"],
  [table10, "f-MNIST"],
  [table11, "Cat-vs-Dog"],
];

/** Numbers that stand in Table 7 and in another table as well: AUC and ± must be the same in both. */
export const acrossTables: readonly Claim[] = [
  ...table5.rowNames
    .filter((row) => table7.rowNames.includes(row))
    .flatMap((row) =>
      [...datasets, "Mean"].map((column) => agreement(table5.cell(row, column), table7.cell(row, column))),
    ),
  ...classTableOf.flatMap(([table, dataset]) =>
    table.columnNames.map((column) => agreement(table.cell("mean", column), table7.cell(rowOfTable7(column), dataset))),
  ),
];

function agreement(here: Cell, there: Cell): Claim {
  const name =
    here.row === "mean"
      ? idOf(here.column)
      : `${idOf(here.row)}.${here.column === "Mean" ? "mean" : idOf(here.column)}`;
  return {
    id: `${here.table.replace("Table ", "t")}.${name}.agrees-with-t7`,
    at: here,
    states: `It is the number that ${describeLocus(there)} prints: ${there.text}.`,
    printed: here.text,
    basis: {
      kind: "printed",
      check: () =>
        asTranscribed(checkAgreement({ places: [placeOf(here), placeOf(there)] }), [
          `The two tables print different runs or versions of the experiment: each agrees with the other numbers of its own table.`,
        ]),
    },
  };
}

function placeOf(cell: Cell) {
  const { value, spread } = cell.printed();
  return { label: describeLocus(cell), value, ...(spread === undefined ? {} : { spread }) };
}

/** The class tables shorten the classifiers' names. */
function rowOfTable7(column: string): string {
  return column.replace("Rot. Cls", "Rotation Classifier").replace(/OC-SVM$/, "OC-SVM (kernel)");
}
