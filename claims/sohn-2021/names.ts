import type { Cell, Table } from "../../src/tables/table.ts";

/** The data sets as the tables name their columns, in that order. */
export const datasets = ["CIFAR-10", "CIFAR-100", "f-MNIST", "Cat-vs-Dog", "CelebA"] as const;

export type DatasetColumn = (typeof datasets)[number];

const parts: Readonly<Record<string, string>> = {
  "ResNet-18 (Random)": "resnet18",
  "ResNet-50 (ImageNet)": "resnet50",
  RotNet: "rotnet",
  Denoising: "denoising",
  "Rotation Prediction": "rotation",
  Contrastive: "contrastive",
  "Contrastive (DA)": "contrastive-da",
  "OC-SVM (linear)": "linear",
  "OC-SVM (kernel)": "rbf",
  "OC-SVM": "rbf",
  "Rotation Classifier": "classifier",
  "Rot. Cls": "classifier",
  KDE: "kde",
  GDE: "gde",
  "CIFAR-10": "cifar10",
  "CIFAR-100": "cifar100",
  "f-MNIST": "fmnist",
  "Cat-vs-Dog": "catvsdog",
  CelebA: "celeba",
};

/**
 * A row's or column's name as part of a claim's id. Throws an Error for a name that has none yet.
 *
 * @example
 * idOf("Contrastive (DA) / OC-SVM"); // => "contrastive-da.rbf"
 */
export function idOf(name: string): string {
  return name
    .split(" / ")
    .map((part) => {
      const id = parts[part];
      if (id === undefined) throw new Error(`sohn-2021: no id is defined for "${part}"; add it to names.ts`);
      return id;
    })
    .join(".");
}

/** The cells of a row that stand under the data sets. */
export function datasetCells(table: Table, row: string): readonly Cell[] {
  return datasets.map((column) => table.cell(row, column));
}
