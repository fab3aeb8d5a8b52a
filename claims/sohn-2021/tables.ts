import { readTable } from "../../src/tables/read-table.ts";
import type { Table } from "../../src/tables/table.ts";

const subject = "AUC in percent ± spread over five runs; ImageNet rows carry no ±";

/** Not read from print: the ten self-supervised rows of Table 7 that the reproduction's own count of means implies. */
export const table2: Table = byRow(
  2,
  `INFERRED from Table 7, not read from print: the ten self-supervised rows without the linear OC-SVM. ${subject}.`,
);

export const table5: Table = byRow(5, `One-class classifiers on contrastive representations (DA). ${subject}.`);

export const table7: Table = byRow(7, `All representations and classifiers. ${subject}.`);

export const table8: Table = byClass(8, "CIFAR-10");

export const table9: Table = byClass(9, "CIFAR-100, twenty coarse classes");

export const table10: Table = byClass(10, "f-MNIST");

export const table11: Table = byClass(11, "Cat-vs-Dog");

function byRow(number: number, caption: string): Table {
  return readTable({ name: `Table ${number}`, caption, file: fileOf(number), keyColumns: 2 });
}

function byClass(number: number, dataset: string): Table {
  return readTable({ name: `Table ${number}`, caption: `${dataset} by class. ${subject}.`, file: fileOf(number) });
}

function fileOf(number: number): URL {
  return new URL(`./tables/table${number}.csv`, import.meta.url);
}
