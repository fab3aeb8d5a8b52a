import type { Claim } from "../../src/paper/claim.ts";
import type { Cell } from "../../src/tables/table.ts";
import { keptRuns } from "./kept-runs.ts";
import { linear, margins, meanAuc, rbf, tenSeeds } from "./measured-by.ts";
import { type DatasetColumn, datasets, idOf } from "./names.ts";
import { markScale } from "./table2-marks.ts";
import { table2 } from "./tables.ts";

const reasons: Readonly<Record<string, string>> = {
  "ResNet50 (ImageNet)":
    "no pipeline of ours extracts features from a ResNet-50 pretrained on ImageNet: its weights are not at hand",
  Denoising: "no pipeline of ours trains the denoising autoencoder",
  "Rotation Pred.": "no pipeline of ours trains the rotation prediction",
  Contrastive: "no pipeline of ours holds the converted SimCLR checkpoint that the features come from",
};

/** The report's own numbers, "Ours" and "γ*8": measured where a pipeline can, held against the kept runs where there are any. */
export const ownResults: readonly Claim[] = table2.rowNames.flatMap((row) =>
  datasets.flatMap((dataset) => [
    ...ownResult(table2.cell(row, `${dataset} / Ours`), dataset, 1),
    ...ownResult(table2.cell(row, `${dataset} / Ours (γ*8)`), dataset, 8),
  ]),
);

/** The order of the two kernels, as every row of the untrained ResNet-18 prints it. */
export const kernelOrder: readonly Claim[] = (["f-MNIST", "CIFAR10"] as const).map(
  (dataset): Claim => ({
    id: `t2.rbf-above-linear.${idOf(dataset)}`,
    at: { kind: "table", table: "Table 2" },
    states: `With an untrained ResNet-18 on ${dataset}, the report's RBF OC-SVM lies above its linear one.`,
    basis: {
      kind: "ordering",
      higher: meanAuc("k9de", dataset, rbf(1)),
      lower: meanAuc("k9de", dataset, linear),
      plan: tenSeeds,
    },
    related: [`t2.resnet18.linear.${idOf(dataset)}.ours`, `t2.resnet18.rbf.${idOf(dataset)}.ours`],
  }),
);

function ownResult(cell: Cell, dataset: DatasetColumn, gammaMultiple: 1 | 8): readonly Claim[] {
  if (cell.isEmpty) return [];
  const [representation = "", kernel = ""] = cell.row.split(" / ");
  const id = `t2.${idOf(cell.row)}.${idOf(cell.column)}`;
  const multiple = gammaMultiple === 1 ? "" : " with eight times the original's gamma";
  const claim = {
    id,
    at: cell,
    states: `The mean AUC over the classes of ${dataset} is ${cell.printed().value.text} %${multiple}.`,
    printed: cell.text,
    related: [`sohn-2021:t7.${originalId(cell.row, dataset)}`],
  };
  if (representation !== "ResNet18 (random)") {
    const reason = reasons[representation];
    if (reason === undefined) throw new Error(`k9de-2021: no reason is given why "${representation}" is not run`);
    const notRun: Claim = { ...claim, basis: { kind: "out-of-scope", reason } };
    return [notRun, ...(gammaMultiple === 1 ? keptRuns(cell, dataset) : [])];
  }
  const measured: Claim = {
    ...claim,
    basis: {
      kind: "measured",
      quantity: meanAuc("k9de", dataset, kernel === "Linear" ? linear : rbf(gammaMultiple)),
      plan: tenSeeds,
      reported: cell.printed(),
      margin: margins[dataset],
      marks: markScale(table2.cell(cell.row, `${dataset} / Paper`).printed()),
      split: "same",
    },
  };
  return [measured, ...(gammaMultiple === 1 ? keptRuns(cell, dataset) : [])];
}

function originalId(row: string, dataset: DatasetColumn): string {
  const representation = idOf(row);
  return representation.startsWith("resnet18") ? `${representation}.${idOf(dataset)}` : `${representation}.results`;
}
