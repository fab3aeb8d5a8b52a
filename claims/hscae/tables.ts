import { readTable } from "../../src/tables/read-table.ts";
import type { Cell, Table } from "../../src/tables/table.ts";

export const table1: Table = readTable({
  name: "Table 1",
  caption: "Experiment results of the classifiers: ODIN's detection without and with perturbation, in percent.",
  file: new URL("./tables/table1.csv", import.meta.url),
});

export const table2: Table = readTable({
  name: "Table 2",
  caption: "Experiment results of HSCAE by latent dimension and level of hierarchy, in percent.",
  file: new URL("./tables/table2.csv", import.meta.url),
});

export const table3: Table = readTable({
  name: "Table 3",
  caption:
    "Experiment results of the ensemble, ODIN (ResNet18) and HSCAE (latent dimension 8), by level of hierarchy, in percent.",
  file: new URL("./tables/table3.csv", import.meta.url),
});

export const evaluation = "1~9 Eval";

/** The images of MNIST's test set. */
export const zeros = 980;

export const others = 9020;

/** What one accuracy of a cell is measured on. */
export type Side = "zero" | "else";

/** Every cell with a number of the two detection accuracies, table by table. */
export function accuracies(side: Side): readonly Cell[] {
  return [table1, table2, table3].flatMap((table) =>
    table.rowNames.flatMap((row) => table.row(row).filter((cell) => sideOf(cell) === side && !cell.isEmpty)),
  );
}

/** Which accuracy a cell holds; undefined for the plain accuracy on digits. */
export function sideOf({ column }: Cell): Side | undefined {
  if (column === evaluation) return undefined;
  return column.includes("/ zero") ? "zero" : "else";
}

/** A name as part of a claim's id: `without perturbation / zero_acc` is `without.zero`. */
export function idOf(name: string): string {
  return name
    .toLowerCase()
    .replace(" perturbation", "")
    .replace("_acc", "")
    .replace("hierarchy ", "level-")
    .replace("1~9 ", "")
    .replaceAll(" / ", ".");
}
