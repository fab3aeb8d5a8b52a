import type { Claim, Margin } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { type DatasetColumn, idOf } from "./names.ts";
import { table7 } from "./tables.ts";

const row = "ResNet-18 (Random)";

const classifiers: readonly { readonly classifier: string; readonly where: Coordinates }[] = [
  { classifier: "OC-SVM (linear)", where: { kernel: "linear", features: "raw" } },
  { classifier: "OC-SVM (kernel)", where: { kernel: "rbf", features: "normalised", gammaMultiple: 1 } },
  { classifier: "KDE", where: { kernel: "kde", features: "normalised", gammaMultiple: 1 } },
];

const datasetNames: readonly (readonly [DatasetColumn, string])[] = [
  ["CIFAR-10", "cifar-10"],
  ["CIFAR-100", "cifar-100-coarse"],
  ["f-MNIST", "fashion-mnist"],
];

/** Twice the printed ±, rounded up to the next half point; written before any run. */
const margins: Readonly<Record<DatasetColumn, readonly string[]>> = {
  "CIFAR-10": ["2.0", "5.0", "5.0"],
  "CIFAR-100": ["3.5", "4.0", "4.5"],
  "f-MNIST": ["2.0", "2.0", "2.0"],
  "Cat-vs-Dog": [],
  CelebA: [],
};

/** The rows of the untrained ResNet-18, run under the official code's protocol. */
export const measured: readonly Claim[] = classifiers.flatMap(({ classifier, where }, index) =>
  datasetNames.map(([column, dataset]): Claim => {
    const cell = table7.cell(`${row} / ${classifier}`, column);
    return {
      id: `t7.${idOf(cell.row)}.${idOf(column)}`,
      at: cell,
      states: `The mean AUC over the classes is ${cell.printed().value.text} % with ${classifier} on an untrained ResNet-18.`,
      printed: cell.text,
      basis: {
        kind: "measured",
        quantity: {
          pipeline: "resnet18-random",
          variant: "official",
          dataset,
          metric: "auroc",
          where,
          meanOver: "class",
          scale: 100,
        },
        plan: { protocol: "paper", seeds: [1, 2, 3, 4, 5] },
        reported: cell.printed(),
        reportedRuns: 5,
        spreadMeaning: "mean-of-class-deviations",
        margin: marginOf(column, index),
        split: "same",
      },
    };
  }),
);

function marginOf(column: DatasetColumn, index: number): Margin {
  const value = margins[column][index];
  if (value === undefined) throw new Error(`sohn-2021: no margin is stated for ${column}, classifier ${index + 1}`);
  return {
    value,
    reason:
      "twice the printed ±, rounded up to the next half point: with five runs on either side, less could hardly be confirmed even if true (power about 0.7 at two standard deviations, 0.04 at one)",
  };
}
