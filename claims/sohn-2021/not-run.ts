import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { idOf } from "./names.ts";
import { table5, table7 } from "./tables.ts";

const reasons: Readonly<Record<string, string>> = {
  "ResNet-50 (ImageNet)":
    "no pipeline of ours extracts features from a ResNet-50 pretrained on ImageNet: its weights are not at hand, and the official code does not ship this experiment",
  RotNet: "no pipeline of ours trains a RotNet: 2,048 epochs per class and run",
  Denoising:
    "the architecture of the denoising autoencoder is unknown: neither the official code nor the reproduction's report gives it",
  "Rotation Prediction": "no pipeline of ours trains the rotation prediction: 2,048 epochs per class and run",
  Contrastive: "no pipeline of ours trains the contrastive representation: 2,048 epochs per class and run",
  "Contrastive (DA)":
    "no pipeline of ours trains the contrastive representation with distribution augmentation: 2,048 epochs per class and run, four times the steps",
};

/** Results that nothing of ours measures, one claim a row. */
export const notRun: readonly Claim[] = [
  ...["Cat-vs-Dog", "CelebA"].flatMap((column) =>
    table7.rowNames
      .filter((row) => row.startsWith("ResNet-18 (Random)"))
      .map((row): Claim => {
        const cell = table7.cell(row, column);
        return {
          id: `t7.${idOf(row)}.${idOf(column)}`,
          at: cell,
          states: `The AUC is ${cell.printed().value.text} % on ${column} with an untrained ResNet-18.`,
          printed: cell.text,
          basis: {
            kind: "out-of-scope",
            reason: `the pipeline has no reader for ${column}: its photographs of mixed sizes are not part of the supported data sets`,
          },
        };
      }),
  ),
  ...table7.rowNames
    .filter((row) => !row.startsWith("ResNet-18 (Random)"))
    .map((row) => rowNotRun(`t7.${idOf(row)}.results`, "Table 7", row)),
  ...table5.rowNames
    .filter((row) => !table7.rowNames.includes(row))
    .map((row) => rowNotRun(`t5.${idOf(row)}.results`, "Table 5", row)),
];

function rowNotRun(id: string, table: string, row: string): Claim {
  const representation = row.split(" / ")[0] ?? row;
  const reason = reasons[representation];
  if (reason === undefined) throw new Error(`sohn-2021: no reason is given why "${representation}" is not run`);
  return {
    id,
    at: place(`${table}, row "${row}"`),
    states: `The AUCs of the row "${row}" are what such runs give.`,
    basis: { kind: "out-of-scope", reason },
  };
}
