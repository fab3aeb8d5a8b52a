import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import type { Cell } from "../../src/tables/table.ts";
import { examplesBehind, fiveSeeds, margins, odinQuantity, oneReading, reported, spinalVgg } from "./measured-by.ts";
import { evaluation, idOf, sideOf, table1 } from "./tables.ts";

/**
 * Table 1 measured: classifiers trained anew, in every reading of what the report leaves open. The two trials of 50 epochs
 * are the same in all that is printed, and so are their claims.
 */
export const table1runs: readonly Claim[] = [
  ...table1.rowNames.flatMap((row) => table1.row(row).map(cellOf)),
  {
    id: "t1.more-training.run",
    at: place('Table 1, rows "ResNet18-ep50-1", "ResNet18-ep50-2" and "ResNet18-ep100"'),
    states:
      "A test of ours, after the table and not after a sentence: with 100 epochs ResNet18 detects less well than with 50, by the mean of both accuracies without perturbation.",
    basis: {
      kind: "ordering",
      higher: odinQuantity("balanced-accuracy", { ...reported("without", 50), ...oneReading }),
      lower: odinQuantity("balanced-accuracy", { ...reported("without", 100), ...oneReading }),
      plan: { ...fiveSeeds, noIndication: "10 and 20 epochs do not tell whether 100 are better than 50" },
    },
  },
];

function cellOf(cell: Cell): Claim {
  const { row, column } = cell;
  const epochs = row.endsWith("ep100") ? 100 : 50;
  const network = row.startsWith("SpinalVGG") ? spinalVgg : {};
  const side = sideOf(cell);
  const perturbation = column.startsWith("without") ? "without" : "with";
  const shared = { id: `t1.${idOf(row)}.${idOf(column)}.run`, at: cell, printed: cell.text };
  if (side === undefined)
    return {
      ...shared,
      states: `Runs of ours recognise ${cell.text} % of digits 1 to 9, as ${row} does (${evaluation}).`,
      basis: {
        ...{ kind: "measured", plan: fiveSeeds, split: "unknown", reported: cell.printed() },
        quantity: odinQuantity("accuracy", { epochs }, network),
        margin: margins.recognition,
        examples: examplesBehind("digits"),
      },
    };
  return {
    ...shared,
    states: `Runs of ours have the ${side}_acc of ${row} ${perturbation} perturbation, ${cell.text} %, at their best thresholds.`,
    basis: {
      ...{ kind: "measured", plan: fiveSeeds, split: "unknown", reported: cell.printed() },
      quantity: odinQuantity(`${side}-accuracy`, reported(perturbation, epochs), network),
      margin: margins.detection,
      examples: examplesBehind(side === "zero" ? "half of the zeros" : "half of the digits"),
    },
  };
}
