import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { checkRanks } from "../../src/checks/ranks.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { checkSum } from "../../src/checks/sum.ts";
import type { Decimal } from "../../src/numbers/decimal.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { table1, table2 } from "./tables.ts";
import { withNearMisses } from "./with-near-misses.ts";

const ratings = ["Report Rating", "Code Rating", "Compute Rating"] as const;

const ids: Readonly<Record<string, string>> = {
  "ResNet 18 (random)*": "resnet18",
  "ResNet 50 (ImageNet)*": "resnet50",
  RotNet: "rotnet",
  "Denoising*": "denoising",
  "Rotation Prediction*": "rotation",
  Contrastive: "contrastive",
  "Contrastive (DA)": "contrastive-da",
  "Anomaly Detection": "mvtec",
};

/** Table 1's rows by the name that Table 2 gives the same model. */
const rowOfModel: Readonly<Record<string, string>> = {
  "ResNet18 (random)": "ResNet 18 (random)*",
  "ResNet50 (ImageNet)": "ResNet 50 (ImageNet)*",
  Denoising: "Denoising*",
  "Rotation Pred.": "Rotation Prediction*",
  Contrastive: "Contrastive",
};

/** Sums, ranks and stars of the assessment of difficulty. */
export const claimsOfTable1: readonly Claim[] = [
  ...table1.rowNames.map((row): Claim => {
    const overall = table1.cell(row, "Overall Difficulty");
    return {
      id: `t1.${ids[row]}.sum`,
      at: overall,
      states: `The overall difficulty ${overall.printed().value.text} is the sum of the three ratings.`,
      printed: overall.text,
      basis: {
        kind: "printed",
        check: () =>
          checkSum({
            parts: ratings.map((label) => ({ label, value: table1.cell(row, label).printed().value })),
            reported: overall.printed().value,
            exact: true,
          }),
      },
    };
  }),
  {
    id: "t1.ranks",
    at: { kind: "table", table: "Table 1" },
    states: "The ranks in parentheses order the eight experiments from the hardest down.",
    basis: {
      kind: "printed",
      check: () =>
        checkRanks({
          items: table1.column("Overall Difficulty").map((cell) => ({
            label: cell.row,
            value: cell.printed().value,
            rank: rankOf(cell.printed().mark),
          })),
          direction: "descending",
          exact: true,
        }),
    },
  },
  {
    id: "t1.stars",
    at: place("Table 1, footnote"),
    states: "A star marks every model whose reproduction was attempted.",
    printed: "*: reproduction attempted",
    basis: {
      kind: "printed",
      check: () => {
        const models = Object.entries(rowOfModel).filter(([model]) => hasOwnResults(model));
        const result = checkCount({
          what: "models with results of the report's own in Table 2, each with a star in Table 1",
          items: models.map(([model, row]) => ({
            label: model,
            holds: row.endsWith("*"),
            why: `Table 1 prints "${row}"`,
          })),
          reported: parseDecimal(String(models.length)),
          qualifier: "all",
        });
        return withNearMisses(result, [
          "The star was forgotten: Section 3.5 and Table 2 report the attempt.",
          "Features of a network that others trained were not counted as an attempt.",
        ]);
      },
    },
    related: ["s2.2.cross-section", "s3.5.pretrained"],
  },
  {
    id: "t1.stars.models",
    at: place("Table 1, footnote"),
    states: "Every model with a star was attempted: Table 2 has results of the report's own.",
    printed: "*: reproduction attempted",
    basis: {
      kind: "printed",
      check: () =>
        everyOne(
          "models with a star, each with results of the report's own in Table 2",
          table1.rowNames
            .filter((row) => row.endsWith("*"))
            .map((row) => {
              const model = Object.keys(rowOfModel).find((name) => rowOfModel[name] === row) ?? row;
              return { label: row, holds: hasOwnResults(model), why: `Table 2, rows "${model}"` };
            }),
        ),
    },
  },
  {
    id: "t1.stars.datasets",
    at: { kind: "cell", table: table1.name, row: "ResNet 18 (random)*", column: "Model Applications" },
    states: "A star marks the data sets that were attempted, and no others: those of Table 2.",
    printed: "CIFAR10*, CIFAR100*, f-MNIST*, Cat-vs-Dog, CelebA eyeg.",
    basis: {
      kind: "printed",
      check: () =>
        everyOne(
          "data sets, each with a star exactly where Table 2 has its column",
          table1
            .cell("ResNet 18 (random)*", "Model Applications")
            .text.split(", ")
            .map((name) => {
              const attempted = table2.columnNames.some((column) => column.startsWith(`${name.replace("*", "")} / `));
              return {
                label: name,
                holds: name.endsWith("*") === attempted,
                why: attempted ? "a column of Table 2" : "not in Table 2",
              };
            }),
        ),
    },
  },
  {
    id: "t1.team",
    at: place("Table 1, caption"),
    states: "The team has three members.",
    printed: "3 team-member consensus",
    basis: {
      kind: "printed",
      check: () =>
        checkReferenceCount({
          what: "team members",
          reported: parseDecimal("3"),
          reference: 3,
          source: "the report's list of authors",
        }),
    },
  },
  {
    id: "t1.raters",
    at: place("Table 1, caption"),
    states: "The ratings are the consensus of three team members.",
    basis: {
      kind: "out-of-scope",
      reason: "the individual ratings are not printed, so that no agreement between raters can be computed",
    },
  },
];

function rankOf(mark: string | undefined): Decimal {
  return parseDecimal(mark ?? "");
}

function everyOne(what: string, items: readonly CountedItem[]) {
  return checkCount({ what, items, reported: parseDecimal(String(items.length)), qualifier: "all" });
}

function hasOwnResults(model: string): boolean {
  return table2.rowNames
    .filter((row) => row.startsWith(`${model} / `))
    .some((row) => table2.row(row).some((cell) => cell.column.includes("Ours") && !cell.isEmpty));
}
