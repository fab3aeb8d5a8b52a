import { readTable } from "../../src/tables/read-table.ts";
import type { Table } from "../../src/tables/table.ts";

export const cifar10: Table = readTable({
  name: "Table of CIFAR-10",
  caption: "AUROC by class on CIFAR-10: quoted from the paper, and two runs of the report's own.",
  file: new URL("./tables/cifar10.csv", import.meta.url),
});

export const mnist: Table = readTable({
  name: "Table of MNIST",
  caption: "AUROC by digit on MNIST: quoted from the paper, and two runs of the report's own.",
  file: new URL("./tables/mnist.csv", import.meta.url),
});

/** Both tables with the short name that claims know them by. */
export const classTables = [
  { id: "cifar10", dataset: "CIFAR-10", table: cifar10 },
  { id: "mnist", dataset: "MNIST", table: mnist },
] as const;

export type ClassTable = (typeof classTables)[number];

export const columns = ["In the Paper", "Run 1", "Run 2"] as const;

export const runs = ["Run 1", "Run 2"] as const;

export const average = "Average";

/** The rows of single classes. */
export function classesOf(table: Table): readonly string[] {
  return table.rowNames.filter((row) => row !== average);
}

/** A row's or column's name as part of a claim's id: `In the Paper` is `paper`, `Run 1` is `run1`. */
export function idOf(name: string): string {
  return name.replace("In the ", "").replaceAll(" ", "").toLowerCase();
}

/** `digit 4` for a row of digits; a class's own name otherwise. */
export function nameOf(row: string): string {
  return /^\d$/.test(row) ? `digit ${row}` : row.toLowerCase();
}
