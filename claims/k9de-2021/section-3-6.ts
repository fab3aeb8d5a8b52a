import { checkCount } from "../../src/checks/count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { absolute, compare, rational } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import type { Table } from "../../src/tables/table.ts";
import { table2 as table2OfSohn, table7 } from "../sohn-2021/tables.ts";
import { byTasks } from "../sohn-2021/weightings.ts";
import { errorsThat, fromTwoToFive, larger, outsideRounding, wholePointsFromTwoToFive } from "./row-means.ts";

const half = rational(1n, 2n);

/** Section 3.6, row means, and Section 4, the conclusion. */
export const section36: readonly Claim[] = [
  seenByReader(
    {
      id: "s3.6.all-tables",
      section: "3.6",
      sentence: 1,
      states: "The row means of all tables were verified.",
      related: ["sohn-2021:t7.means"],
    },
    {
      follows:
        "They were compared with unweighted means of all columns and of subsets of columns; weights were never tried.",
      why: "So the authors' workbook has it, which notes that no combination fits. Weights by one-class tasks fit 18 of 20.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s3.6.table7-means",
      section: "3.6",
      sentence: 2,
      states: "16 of the 20 row means of Table 7 lie outside rounding of the plain mean.",
      printed: "16/20 means in main results Table 7",
      related: ["sohn-2021:t7.means"],
    },
    () => meansOutside(table7, "16"),
  ),
  checked(
    {
      id: "s3.6.table2-means",
      section: "3.6",
      sentence: 2,
      states: "7 of the 10 row means of Table 2 lie outside rounding of the plain mean.",
      printed: "7/10 in related paper Table 2",
      related: ["sohn-2021:t2.means"],
    },
    () => meansOutside(table2OfSohn, "7"),
  ),
  checked(
    {
      id: "s3.6.two-to-five",
      section: "3.6",
      sentence: 2,
      states: "Six row means of Table 7 are off by 2 to 5 points.",
      printed: "6 with an error of 2%pt to 5%pt",
    },
    () =>
      checkCount({
        what: "row means off by 2 to 5 points",
        items: errorsThat(table7, (error) => fromTwoToFive(absolute(error))),
        reported: parseDecimal("6"),
        alternatives: [
          { name: "positive errors only (printed above the plain mean)", items: errorsThat(table7, fromTwoToFive) },
          {
            name: "2 points or more",
            items: errorsThat(table7, (error) => compare(absolute(error), rational(2)) >= 0),
          },
          { name: "errors rounded to whole points", items: errorsThat(table7, wholePointsFromTwoToFive) },
        ],
      }),
  ),
  seenByReader(
    {
      id: "s3.6.discrepancy",
      section: "3.6",
      sentence: 3,
      states: "The discrepancy of the row means should be brought to the authors' attention.",
      related: ["sohn-2021:t7.means", "sohn-2021:t7.weights-exist", "s3.6.table7-means"],
    },
    {
      follows:
        "Of the discrepancy two rows remain: ResNet-50 (ImageNet) with the RBF OC-SVM and with KDE, off by 0.24 and 0.27.",
      why: "The statement rests on an unweighted mean. Weighted by the number of one-class tasks (CIFAR-10: 10, CIFAR-100: 20, f-MNIST: 10, Cat-vs-Dog: 2, CelebA: 1) the other 18 rows of Table 7 and all rows of Tables 2 and 5 agree.",
      wouldExplain: "The average is taken over tasks, one per inlier class, which the tables at hand do not say.",
      confidence: "certain",
    },
  ),
  outOfScope(
    { id: "s4.partially", section: "4", sentence: 1, states: "The original's results were partially reproduced." },
    judgement,
  ),
  outOfScope(
    { id: "s4.comprehensive", section: "4", sentence: 2, states: "The original was fairly comprehensive." },
    judgement,
  ),
  outOfScope(
    {
      id: "s4.discrepancies",
      section: "4",
      sentence: 3,
      states: "Discrepancies were found, with various potential causes.",
    },
    "a summary of Section 3, whose sentences are claims of their own",
  ),
  outOfScope(
    { id: "s4.checkpoints", section: "4", sentence: 4, states: "Publications should be accompanied by checkpoints." },
    judgement,
  ),
  outOfScope(
    {
      id: "s4.hyperparameters",
      section: "4",
      sentence: 5,
      states: "A table of hyperparameters would improve readability.",
    },
    judgement,
  ),
  checked(
    {
      id: "s4.row-means",
      section: "4",
      sentence: 6,
      states: "Some row means of Tables 2 and 7 remain discrepant: with weights by one-class tasks, at least one.",
      printed: "paper Table 2 and 7 row means",
      related: ["s3.6.discrepancy"],
    },
    () =>
      checkCount({
        what: "row means of Tables 2 and 7 outside rounding of the mean by one-class tasks",
        items: [table2OfSohn, table7].flatMap((table) =>
          outsideRounding(table, byTasks).map((row) => ({ ...row, label: `${table.name}, ${row.label}` })),
        ),
        reported: parseDecimal("1"),
        qualifier: "at-least",
      }),
  ),
];

function meansOutside(table: Table, reported: string) {
  return checkCount({
    what: "row means outside rounding",
    items: outsideRounding(table),
    reported: parseDecimal(reported),
    alternatives: [
      { name: "a tolerance of 0.5 points instead of rounding", items: errorsThat(table, larger(half)) },
      { name: `the mean ${byTasks.name} instead of the plain mean`, items: outsideRounding(table, byTasks) },
    ],
  });
}
