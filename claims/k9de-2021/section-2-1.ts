import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import {
  account,
  checked,
  judgement,
  outOfScope,
  seenByReader,
  tooLittlePrinted,
} from "../../src/paper/sentence-claims.ts";
import { datasets } from "../sohn-2021/names.ts";
import { table7, table8, table9, table10, table11 } from "../sohn-2021/tables.ts";
import { withNearMisses } from "./with-near-misses.ts";

const repository = "the official repository (a36feaa of 2 May 2021, its newest commit)";

/** Section 2.1: the general reproducibility of the paper. */
export const section21: readonly Claim[] = [
  tooLittlePrinted(
    {
      id: "s2.1.runs",
      section: "2.1",
      sentence: 1,
      states: "The original reports the results of 118 unique model runs.",
      printed: "118 unique model runs",
    },
    "the report does not say what it counts as one run, and the original's text and its other tables were not at hand",
  ),
  tooLittlePrinted(
    {
      id: "s2.1.configurations",
      section: "2.1",
      sentence: 1,
      states: "The original plots the performance of 150 unique configurations.",
      printed: "150 unique configurations",
    },
    "the original's plots were not at hand",
  ),
  checked(
    {
      id: "s2.1.results",
      section: "2.1",
      sentence: 2,
      states: "With the appendices, the original holds over 500 unique results.",
      printed: "over 500 unique model results",
    },
    () =>
      checkReferenceCount({
        what: "results in the original",
        reported: parseDecimal("500"),
        reference: cellsOfTable7() + cellsByClass(),
        source: `the tables at hand (${cellsOfTable7()} in Table 7, ${cellsByClass()} by class in Tables 8 to 11)`,
        qualifier: "more-than",
      }),
  ),
  outOfScope(
    { id: "s2.1.well-written", section: "2.1", sentence: 3, states: "The paper was generally well written." },
    judgement,
  ),
  outOfScope(
    {
      id: "s2.1.structure",
      section: "2.1",
      sentence: 4,
      states: "The paper's structure could benefit from a clearer flow.",
    },
    judgement,
  ),
  outOfScope(
    { id: "s2.1.table-of-parameters", section: "2.1", sentence: 5, states: "A table of parameters would have helped." },
    judgement,
  ),
  seenByReader(
    {
      id: "s2.1.all-code",
      section: "2.1",
      sentence: 6,
      states: "The original's repository was claimed to contain all code needed to reproduce the experiments.",
    },
    {
      follows:
        "If it was claimed, it does not hold: the denoising autoencoder, the ImageNet ResNet-50 and the experiments on MVTec are not in the repository. The report does not say so.",
      why: "No file of the official repository builds or trains any of the three; RotNet and the untrained ResNet-18 come without scripts.",
      wouldExplain: "The original's own words were not at hand; they may claim less.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s2.1.ran-once",
      section: "2.1",
      sentence: 7,
      states: "The authors ran the original's code once and it worked.",
    },
    account,
  ),
  checked(
    {
      id: "s2.1.files",
      section: "2.1",
      sentence: 8,
      states: "The official code base has 19 .py files.",
      printed: "19 .py files",
    },
    () =>
      checkReferenceCount({
        what: ".py files",
        reported: parseDecimal("19"),
        reference: 23,
        source: repository,
        variants: [{ name: "without the four __init__.py, which hold the licence only", value: 19 }],
      }),
  ),
  checked(
    {
      id: "s2.1.lines",
      section: "2.1",
      sentence: 8,
      states: "The 19 files contain 3,594 lines of code.",
      printed: "3,594 lines of code",
    },
    () => {
      const result = checkReferenceCount({
        what: "lines",
        reported: parseDecimal("3,594"),
        reference: 3920,
        source: `the 19 files with code of ${repository}`,
        variants: [
          { name: "all 23 files", value: 3972 },
          { name: "the 19 files in the commits before", value: 3921 },
          { name: "all 23 files in the commits before", value: 3973 },
          { name: "without the licence at the head of each file", value: 3616 },
          { name: "without lines of comment", value: 3537 },
          { name: "without blank lines", value: 3382 },
          { name: "without blank lines, all 23 files", value: 3438 },
          { name: "without blank lines and lines of comment", value: 2999 },
          { name: "without blank lines, comments and docstrings", value: 2472 },
        ],
      });
      return withNearMisses(result, [
        "A guess: one file was missed. 3,594 = 3,920 − 326, and model/resnet_util.py has 326 lines; but other sets of files give 3,594 too, such as all without both script/prepare_*.py and train_and_eval_loop.py.",
        "A guess: lines of code were counted by a tool with a rule of its own; 3,594 lies between the counts without comments and with everything.",
      ]);
    },
  ),
  outOfScope(
    {
      id: "s2.1.interdependent",
      section: "2.1",
      sentence: 9,
      states: "The scripts were moderately interdependent and minimally documented.",
    },
    judgement,
  ),
  outOfScope(
    { id: "s2.1.documentation", section: "2.1", sentence: 10, states: "Documentation is an opportunity to improve." },
    judgement,
  ),
  seenByReader(
    {
      id: "s2.1.resnet50",
      section: "2.1",
      sentence: 11,
      states: "Two key results require 2,048 epochs of training a ResNet50.",
      printed: "2,048 epochs of ResNet50 training",
      related: ["s1.architectures", "s2.2.compute-hours"],
    },
    {
      follows: "The official scripts train a ResNet-18 for 2,048 epochs; none trains a ResNet-50.",
      why: "All three scripts and run.sh set a ResNet-18 of width 1 and 2,048 epochs.",
      wouldExplain: "The original's text may speak of a ResNet-50 for MVTec or elsewhere; it was not at hand.",
      confidence: "likely",
    },
  ),
  checked(
    {
      id: "s2.1.epochs",
      section: "2.1",
      sentence: 11,
      states: "The number of epochs is 2,048, as Sections 2.2 and 3.5 and the official scripts have it.",
      printed: "2,048 epochs",
    },
    () =>
      checkAgreement({
        places: [
          { label: "Section 2.1", value: parseDecimal("2,048") },
          { label: "Section 2.2", value: parseDecimal("2048") },
          { label: "Section 3.5", value: parseDecimal("2048") },
          { label: "the official scripts", value: parseDecimal("2048") },
        ],
      }),
  ),
  outOfScope(
    {
      id: "s2.1.checkpoints",
      section: "2.1",
      sentence: 12,
      states: "Checkpoint files might ease the burden of training.",
    },
    judgement,
  ),
];

function cellsOfTable7(): number {
  return datasets.flatMap((dataset) => table7.column(dataset)).filter(({ isEmpty }) => !isEmpty).length;
}

function cellsByClass(): number {
  return [table8, table9, table10, table11]
    .flatMap((table) => table.rowNames.filter((row) => row !== "mean").flatMap((row) => table.row(row)))
    .filter(({ isEmpty }) => !isEmpty).length;
}
