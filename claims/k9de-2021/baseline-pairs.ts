import type { PrintedValue } from "../../src/numbers/printed.ts";
import { type DatasetColumn, datasets, idOf } from "./names.ts";
import { table2 } from "./tables.ts";

/** A result of Table 2 beside the original's. */
export interface Pair {
  readonly row: string;
  readonly dataset: DatasetColumn;
  readonly id: string;
  readonly label: string;
  readonly paper: PrintedValue;
  readonly ours: PrintedValue;
  readonly mark: string;
}

/** The six pairs of the two baselines under a kernel: ours, or ours with eight times the original's gamma. */
export function baselinePairs(kernel: "Linear" | "RBF", column: "Ours" | "Ours (γ*8)"): readonly Pair[] {
  return ["ResNet18 (random)", "ResNet50 (ImageNet)"].flatMap((representation) =>
    datasets.map((dataset) => pairOf(`${representation} / ${kernel}`, dataset, column)),
  );
}

/** One result of Table 2 with the original's beside it. */
export function pairOf(row: string, dataset: DatasetColumn, column: "Ours" | "Ours (γ*8)" = "Ours"): Pair {
  const ours = table2.cell(row, `${dataset} / ${column}`).printed();
  return {
    row,
    dataset,
    id: idOf(dataset),
    label: `${row}, ${dataset}`,
    paper: table2.cell(row, `${dataset} / Paper`).printed(),
    ours,
    mark: ours.mark ?? "",
  };
}
