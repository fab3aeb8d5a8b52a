import { checkBestAt } from "../../src/checks/best-at.ts";
import { checkOutperforms } from "../../src/checks/outperforms.ts";
import { checkRange } from "../../src/checks/range.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { type Decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { compare } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { odinQuantity, oneReading, ordered, reported, spinalVgg } from "./measured-by.ts";
import { detection } from "./results.ts";
import { evaluation, table1 } from "./tables.ts";

const resnets = table1.rowNames.filter((row) => row.startsWith("ResNet18"));

const spinal = "SpinalVGG-ep50";

/** Section 4, before its parts, and the results of Section 4.1: the classifiers. */
export const section41: readonly Claim[] = [
  seenByReader(
    {
      id: "s4.settings",
      section: "4",
      sentence: 1,
      states: "Training images are cropped and rotated at random, in batches of 128.",
      printed: "Batch size of 128, random crop and rotation augmentation were applied for train dataset.",
    },
    {
      follows:
        "How far images are shifted and rotated, how they are scaled, the learning rate and the seeds are not given.",
      why: "Section 4.1 finds results to differ by 1 to 3 points between runs that are the same in all that is printed: what is not printed decides as much as the method.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s4.adam",
      section: "4",
      sentence: 2,
      states: "Everything is trained with Adam and without a schedule.",
      printed: "Adam optimizer without extra scheduling",
    },
    `${account}; its learning rate is not given`,
  ),
  seenByReader(
    {
      id: "s4.threshold-search",
      severity: "major",
      section: "4",
      sentence: 3,
      states: "The best thresholds were chosen by grid search, for the evaluation of each model.",
      printed: "For evaluation of each model, best threshold values were chosen by grid search.",
      related: ["s1.unsupervised", "s5.tuned"],
    },
    {
      follows:
        "The thresholds are fitted to the images that are scored: every accuracy of the three tables is the best of a search, and a difference between two of them may be one of luck in the search.",
      why: 'Section 5 says so: "this is not pure evaluation, more close to hyper parameter tuning process". No other set of zeros is mentioned.',
      wouldExplain: "A held-out part of the images may have been used for the search; the report does not say so.",
      confidence: "likely",
    },
  ),
  counted("s4.1.models", 1, "Three ResNet18 models were tested.", "ResNet18 models", "3", resnets.length),
  counted(
    "s4.1.trials-of-50",
    2,
    "Two trials with 50 epochs of training",
    "trials of ResNet18 with 50 epochs",
    "2",
    resnets.filter((row) => row.includes("ep50")).length,
  ),
  counted(
    "s4.1.trial-of-100",
    2,
    "one trial with 100 epochs of training",
    "trials of ResNet18 with 100 epochs",
    "1",
    resnets.filter((row) => row.includes("ep100")).length,
  ),
  counted(
    "s4.1.spinal",
    3,
    "SpinalVGG [4] were tested after 50 epochs",
    "models of SpinalVGG with 50 epochs",
    "1",
    table1.rowNames.filter((row) => row === spinal).length,
  ),
  outOfScope(
    {
      id: "s4.1.temperature",
      section: "4.1",
      sentence: 4,
      states: "All classifiers have a temperature of 10.",
      printed: "Temperature scaling factor of 10 were applied for all.",
      related: ["s3.2.temperature", "abstract.sensitive-to-temperature"],
    },
    account,
  ),
  checked(
    {
      id: "s4.1.differ",
      section: "4.1",
      sentence: 6,
      states:
        "The accuracies of the ResNet18 models differ a lot: by more than 1 point in every column (our reading; the next sentence speaks of 1 to 3).",
      printed: "The OOD detection accuracies of ResNet18 differ a lot.",
    },
    () =>
      checkRange({
        items: detection.map((column) => {
          const [greatest, least] = ends(resnets.map((row) => table1.cell(row, column).printed().value));
          return { label: column, value: greatest, minus: least };
        }),
        atLeast: parseDecimal("1"),
        unit: "points",
      }),
  ),
  checked(
    {
      id: "s4.1.one-to-three",
      section: "4.1",
      sentence: 7,
      states: "The two runs of 50 epochs differ by 1 to 3 points in each of the four accuracies.",
      printed: "Even with the same 50 epoch of training, there exists $1{\\sim}3\\%$ of accuracy difference.",
    },
    () =>
      checkRange({
        items: detection.map((column) => ({
          label: column,
          value: table1.cell("ResNet18-ep50-1", column).printed().value,
          minus: table1.cell("ResNet18-ep50-2", column).printed().value,
        })),
        atLeast: parseDecimal("1"),
        atMost: parseDecimal("3"),
        unit: "points",
      }),
  ),
  checked(
    {
      id: "s4.1.spinal-best",
      section: "4.1",
      sentence: 8,
      states: "SpinalVGG recognises digits 1 to 9 best (by 0.01 points, one image of 9,020).",
      printed: "it shows the best accuracy on 1 to 9 prediction",
    },
    () => {
      const [candidate, ...others] = [spinal, ...resnets].map((row) => ({
        label: row,
        value: table1.cell(row, evaluation).printed().value,
      }));
      if (candidate === undefined) throw new Error("Table 1 lacks SpinalVGG");
      return checkBestAt({ candidate, others, higherIsBetter: true });
    },
  ),
  checked(
    {
      id: "s4.1.spinal-weaker",
      section: "4.1",
      sentence: 9,
      states: "SpinalVGG detects zeros less well than the ResNet18 models, in all four accuracies.",
      printed: "However it shows weaker OOD detection performance.",
    },
    () =>
      checkOutperforms({
        winners: resnets.map(detectionOf),
        others: [detectionOf(spinal)],
        measures: detection.map((column) => column.split(" / ").toReversed().join(" ")),
        narrower: [
          {
            name: "a comparison with the ResNet18 models of as many epochs",
            winners: resnets.filter((row) => row.includes("ep50")).map(detectionOf),
          },
        ],
      }),
  ),
  ...spinalRuns(),
];

/** What is said of SpinalVGG, in runs of ours. */
function spinalRuns(): readonly Claim[] {
  const [better, weaker] = ["s4.1.spinal-best", "s4.1.spinal-weaker"];
  return [
    ordered(
      {
        id: `${better}.run`,
        section: "4.1",
        sentence: 8,
        states: "In runs of ours of 50 epochs, SpinalVGG recognises digits 1 to 9 better than ResNet18.",
        related: [better],
      },
      odinQuantity("accuracy", { epochs: 50 }, spinalVgg),
      odinQuantity("accuracy", { epochs: 50 }),
    ),
    ...(["zero", "else"] as const).map((side) => {
      const where = { ...reported("without"), ...oneReading };
      return ordered(
        {
          id: `${weaker}.${side}.run`,
          section: "4.1",
          sentence: 9,
          states: `In runs of ours of 50 epochs and without perturbation, ResNet18 has a higher ${side}_acc than SpinalVGG.`,
          related: [weaker],
        },
        odinQuantity(`${side}-accuracy`, where),
        odinQuantity(`${side}-accuracy`, where, spinalVgg),
      );
    }),
  ];
}

function counted(
  id: string,
  sentence: number,
  printed: string,
  what: string,
  reported: string,
  reference: number,
): Claim {
  return checked({ id, section: "4.1", sentence, states: `The number of ${what} is ${reported}.`, printed }, () =>
    checkReferenceCount({ what, reported: parseDecimal(reported), reference, source: "Table 1" }),
  );
}

function detectionOf(row: string) {
  return { label: row, values: detection.map((column) => table1.cell(row, column).printed().value) };
}

function ends(values: readonly Decimal[]): readonly [Decimal, Decimal] {
  const sorted = [...values].sort((a, b) => compare(toRational(b), toRational(a)));
  const [greatest, least] = [sorted[0], sorted.at(-1)];
  if (greatest === undefined || least === undefined) throw new Error("Table 1 has no ResNet18 models");
  return [greatest, least];
}
