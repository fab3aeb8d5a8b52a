import type { TableAudit, TableCellAudit } from "../../src/audit/audit.ts";
import { sampleMeasured } from "./sample-measured.ts";

export const sampleTable1 = printedTable(
  "Table 1",
  "Qualitative assessment of difficulty",
  ["Report Rating", "Code Rating", "Compute Rating", "Overall Difficulty"],
  ["ResNet 18 (random)*; 1; 2; 1; 4 (7)", "Rotation Prediction*; 3; 3; 3; 9 (1)", "Anomaly Detection; 2; 3; 3; 8 (3)"],
);

const groups = ["f-MNIST", "CIFAR10", "CIFAR100"];

export const sampleTable2 = printedTable(
  "Table 2",
  "Reproduction of a subset of results from the paper's Table 7",
  groups.flatMap((group) => [`${group} / Paper`, `${group} / Ours`, `${group} / Ours (γ*8)`]),
  [
    "ResNet18 (random) / Linear; 50.3; 70.5 (++); -; 50.1; 55.2 (≈); -; 50.1; 60.7 (+); -",
    "ResNet18 (random) / RBF; 89.8; 74.5 (-); 86.4 (≈); 61.2; 60.5 (≈); 61.3 (≈); 59.6; 63.3 (≈); 62.0 (≈)",
    "ResNet50 (ImageNet) / Linear; 77.0; 91.4 (++); -; 67.9; 90.7 (++); -; 71.0; 94.1 (++); -",
    "ResNet50 (ImageNet) / RBF; 91.8; 93.8 (≈); 93.6 (≈); 80.0; 93.1 (+); 79.2 (≈); 83.7; 96.2 (+); 83.2 (≈)",
    "Denoising / Linear; 55.0±3.9; 92.4 (++); -; 72.6±1.8; 62.5 (-); -; -; -; -",
    "Contrastive / RBF; 93.9±0.3; 88.4 (≈); -; 92.5±0.6; 58.7 (-); -; -; -; -",
  ],
);

export const sampleTable7 = printedTable(
  "Table 7",
  "Main results",
  ["CIFAR-10", "CIFAR-100", "f-MNIST", "Cat-vs-Dog", "CelebA", "Mean"],
  [
    "ResNet-18 (Random) / OC-SVM (kernel); 61.2±2.3; 59.6±1.9; 89.8±0.9; 50.7±0.5; 57.1±0.6; 66.5",
    "ResNet-50 (ImageNet) / KDE; 80.0; 83.7; 90.5; 74.6; 82.4; 83.7",
  ],
);

function printedTable(
  name: string,
  caption: string,
  columnNames: readonly string[],
  lines: readonly string[],
): TableAudit {
  const split = lines.map((line) => line.split("; "));
  return {
    name,
    caption,
    rowNames: split.map(([row = ""]) => row),
    columnNames,
    cells: split.map(([row = "", ...texts]) =>
      texts.map((text, index) => cell(name, row, columnNames[index] ?? "", text)),
    ),
  };
}

function cell(table: string, row: string, column: string, text: string): TableCellAudit {
  const claim = sampleMeasured.find(
    ({ at }) => at.kind === "cell" && at.table === table && at.row === row && at.column === column,
  );
  if (claim === undefined) return { text, claims: [] };
  const first = claim.measurement?.judged[0];
  return {
    text,
    claims: [claim.id],
    verdict: claim.verdict,
    indication: claim.indication,
    ...(first === undefined ? {} : { observed: first }),
  };
}
