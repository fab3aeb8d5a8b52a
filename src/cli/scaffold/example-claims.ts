import { importLines, type Origin } from "./origin.ts";

/** The example's table1.ts: a mean that is printed beside what it is the mean of. */
export function claimsOfTable1(origin: Origin): string {
  return `${importLines(origin, [
    { names: ["checkMean"], module: "src/checks/mean.ts" },
    { names: ["type Claim"], module: "src/paper/claim.ts" },
  ])}
import { table1 } from "./tables.ts";

const dataSets = ["CIFAR-10", "CIFAR-100", "SVHN"];

/** Ids of claims are lower-case words with dots or hyphens between. */
const rows = { "t1.baseline.mean": "Baseline", "t1.ours.mean": "Ours", "t1.pretrained.mean": "Ours, pretrained" };

/** Printed: every row's Average is the mean of its three accuracies. */
export const claimsOfTable1: readonly Claim[] = Object.entries(rows).map(([id, row]) => ({
  id,
  at: table1.cell(row, "Average"),
  states: \`The average of \${row} is the mean of its three accuracies.\`,
  basis: {
    kind: "printed",
    check: () =>
      checkMean({
        cells: dataSets.map((column) => ({ label: column, value: table1.cell(row, column).printed().value })),
        reported: table1.cell(row, "Average").printed().value,
      }),
  },
}));
`;
}

/** The example's text.ts: one claim of each other kind. */
export function textClaims(origin: Origin): string {
  return `${importLines(origin, [
    { names: ["checkAgreement"], module: "src/checks/agreement.ts" },
    { names: ["type CountedItem", "checkCount"], module: "src/checks/count.ts" },
    { names: ["checkOrder"], module: "src/checks/order.ts" },
    { names: ["parseDecimal"], module: "src/numbers/decimal.ts" },
    { names: ["parsePrinted"], module: "src/numbers/printed.ts" },
    { names: ["type Claim"], module: "src/paper/claim.ts" },
    { names: ["sentence"], module: "src/paper/locus.ts" },
  ])}
import { table1 } from "./tables.ts";

const value = (row: string, column: string) => table1.cell(row, column).printed().value;

function gainOn(column: string): CountedItem {
  const items = ["Baseline", "Ours"].map((row) => ({ label: row, value: value(row, column) }));
  const { outcome, explanation } = checkOrder({ items, relation: "increasing" });
  return {
    label: column,
    holds: outcome === "undecidable" ? "undecided" : outcome === "consistent",
    why: explanation,
  };
}

/** What the sentences claim, in the order of the text. */
export const text: readonly Claim[] = [
  // Printed, an agreement: the same number in two places.
  {
    id: "s1.headline",
    at: sentence("1", 2),
    states: "The best average is the 73.4 % of Table 1.",
    printed: "73.4 %",
    basis: {
      kind: "printed",
      check: () =>
        checkAgreement({
          places: [
            { label: "Section 1", value: parseDecimal("73.4") },
            { label: "Table 1", value: value("Ours, pretrained", "Average") },
          ],
        }),
    },
  },
  // Printed, an order.
  {
    id: "s3.order",
    at: sentence("3", 1),
    states: "Pretraining helps on average.",
    basis: {
      kind: "printed",
      check: () =>
        checkOrder({
          items: ["Ours", "Ours, pretrained"].map((row) => ({ label: row, value: value(row, "Average") })),
          relation: "increasing",
        }),
    },
  },
  // Printed, a count.
  {
    id: "s3.count",
    at: sentence("3", 2),
    states: "Ours beats the baseline on all three data sets.",
    basis: {
      kind: "printed",
      check: () =>
        checkCount({
          what: "data sets on which ours beats the baseline",
          items: ["CIFAR-10", "CIFAR-100", "SVHN"].map(gainOn),
          reported: parseDecimal("3"),
        }),
    },
  },
  // Measured, by runs that are planned here: \`assay list\` names the pipelines. The margin is written before running.
  {
    id: "s3.untrained",
    at: sentence("3", 3),
    states: "An untrained ResNet-18 with a one-class SVM has a mean AUROC of 75.0 % on Fashion-MNIST.",
    basis: {
      kind: "measured",
      quantity: {
        pipeline: "resnet18-random",
        variant: "k9de",
        dataset: "fashion-mnist",
        metric: "auroc",
        where: { kernel: "rbf", features: "normalised", gammaMultiple: 1 },
        meanOver: "class",
        scale: 100,
      },
      plan: { protocol: "paper", seeds: [1, 2, 3, 4, 5] },
      reported: parsePrinted("75.0"),
      margin: { value: "5.0", reason: "an example; say here how far two runs may lie apart, and why" },
      split: "same",
    },
  },
  // By a reader: what only a person can see.
  {
    id: "s4.figure",
    at: sentence("4", 1),
    states: "Figure 2 shows the results on SVHN.",
    basis: {
      kind: "reader",
      finding: {
        follows: "The caption of Figure 2 names CIFAR-10.",
        why: "Sentence and caption name different data sets.",
        wouldExplain: "A caption that was copied from Figure 1.",
        confidence: "likely",
      },
    },
  },
  // Out of scope: what no machine can check, with the reason.
  {
    id: "s5.elegance",
    at: sentence("5", 1),
    states: "The method is elegant.",
    basis: { kind: "out-of-scope", reason: "a judgement of the authors" },
  },
];
`;
}
