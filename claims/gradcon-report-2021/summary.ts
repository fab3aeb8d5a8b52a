import { checkCount } from "../../src/checks/count.ts";
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
import { discrepancy } from "./discrepancy.ts";
import { classesOf, classTables, runs } from "./tables.ts";

/** Paragraphs 1 to 8: the summary of the reproduction. */
export const summary: readonly Claim[] = [
  outOfScope(
    {
      id: "p2.state-of-the-art",
      section: "Paragraph 2",
      sentence: 1,
      states: "The paper claims state-of-the-art anomaly detection with gradient-based representations.",
    },
    "it reports the paper's claim; no rival method's result is printed here",
  ),
  seenByReader(
    {
      id: "p2.could-reproduce",
      severity: "major",
      section: "Paragraph 2",
      sentence: 2,
      states: "The results could be reproduced with some code fixes.",
      printed: "Although we could reproduce the results with some code fixes",
      related: ["p5.do-not-overlap", "p7.did-not-match", "mnist.4.seed"],
    },
    {
      follows:
        'Paragraphs 5, 7 and 8 say the contrary: the results "do not exactly overlap", they "did not match", and the paper\'s claims are "incorrect".',
      why: "Both cannot be: on four digits of MNIST the runs fall short of the paper by 0.32 to 0.52.",
      wouldExplain: '"Reproduce" may mean that the code ran to its end and gave results.',
      confidence: "certain",
    },
  ),
  tooLittlePrinted(
    {
      id: "p3.parameters",
      section: "Paragraph 3",
      sentence: 2,
      states: "Rival methods need at least 27 times the parameters of GradCon.",
      printed: "at least 27 times more model parameters",
      related: ["p12.parameters"],
    },
    "no method's number of parameters is. The convolutional autoencoder of the official code has 230,721 with one input channel and 232,771 with three, so that the sentence asks for rivals of at least 6,229,467 or 6,284,817",
  ),
  seenByReader(
    {
      id: "p4.code-fixes",
      section: "Paragraph 4",
      sentence: 2,
      states: "Dependencies and code were fixed.",
      printed: "We fixed dependencies and the code",
      related: ["p6.easy"],
    },
    {
      follows: "What was fixed is not said, so that a fix cannot be told from a change of the method.",
      why: "The runs differ from the paper, and changed code is one of the things that would explain it.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "p4.training-time",
      section: "Paragraph 4",
      sentence: 3,
      states: "Training took 5 to 8 hours a data set on four P100: 20 to 32 hours of one.",
      printed: "ranged from 5-8 hours (approx.) on four NVIDIA Tesla P100 GPU",
      related: ["p41.gpus"],
    },
    "a time on devices that are not at hand; it is the evidence for the compute rating of the difficulty",
  ),
  outOfScope(
    {
      id: "p4.run-set",
      section: "Paragraph 4",
      sentence: 4,
      states: "Run set 2 has further details of the training.",
      printed: "Further details are presented in run set 2",
    },
    "the run sets are panels of a dashboard that the text at hand does not hold",
  ),
  checked(
    {
      id: "p5.two-datasets",
      section: "Paragraph 5",
      sentence: 2,
      states: "Two data sets were reproduced: as many as there are tables of results.",
      printed: "for the two datasets, MNIST and CIFAR",
    },
    () =>
      checkReferenceCount({
        what: "data sets with results",
        reported: parseDecimal("2"),
        reference: classTables.length,
        source: "the report (its tables of results)",
      }),
  ),
  checked(
    {
      id: "p5.do-not-overlap",
      section: "Paragraph 5",
      sentence: 3,
      states: "The results do not exactly overlap with the paper's: at least one differs.",
      printed: "do not exactly overlap with the ones promised in the paper",
    },
    () => differing("1"),
  ),
  outOfScope(
    {
      id: "p5.seed",
      section: "Paragraph 5",
      sentence: 4,
      states: "The random seed may be the reason for the discrepancy.",
      printed: "The reason for the discrepancy could have been the random seed",
      related: ["mnist.4.seed", "mnist.6.seed", "mnist.7.seed", "mnist.9.seed", "cifar10.truck.seed"],
    },
    "a supposition, worded as one; what it predicts is judged class by class, by the two printed runs",
  ),
  seenByReader(
    {
      id: "p6.easy",
      severity: "note",
      section: "Paragraph 6",
      sentence: 3,
      states: "The original implementation was easy to run with very little modification.",
      printed: "easy to run with very little modifications",
      related: ["p4.code-fixes", "p7.difficult"],
    },
    {
      follows:
        "Paragraph 7 calls it difficult to run, and paragraph 4 says that dependencies and code had to be fixed.",
      why: "One text calls the same thing easy and difficult.",
      wouldExplain: "Easy may speak of the code, difficult of the graphics card that was at hand.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "p7.difficult",
      section: "Paragraph 7",
      sentence: 1,
      states: "The code was difficult to run on a GTX 1060.",
      printed: "NVIDIA GTX 1060",
      related: ["p6.easy"],
    },
    account,
  ),
  checked(
    {
      id: "p7.did-not-match",
      section: "Paragraph 7",
      sentence: 2,
      states: "The results did not match the paper's: more than half of the 40 differ.",
      printed: "The results did not match the ones in the paper",
    },
    () => differing("21"),
  ),
  outOfScope(
    {
      id: "p7.analyze",
      section: "Paragraph 7",
      sentence: 3,
      states: "It was difficult to analyse the claim of outperforming the state of the art.",
    },
    judgement,
  ),
  discrepancy,
  seenByReader(
    {
      id: "p8.incorrect-claims",
      section: "Paragraph 8",
      sentence: 1,
      states: "The paper's claims are incorrect.",
      printed: "the incorrect claims",
      related: ["p8.five-percent", "p39.limits"],
    },
    {
      follows:
        "The runs do not show so much: they cover two of four data sets and one of four models, without a rival and without representations by activations.",
      why: "A shortfall of one's own runs is evidence against the paper's numbers only as far as the same code was run; the report cannot say so of the kept checkpoint, the seeds or the test images.",
      wouldExplain: '"Incorrect" may mean the numbers of the two tables alone.',
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "p8.unresponsive",
      severity: "note",
      section: "Paragraph 8",
      sentence: 2,
      states: "The authors were unresponsive, and could not satisfactorily answer an issue.",
      printed: "they could not satisfactorily answer the concern",
    },
    {
      follows: "They did answer, on the repository; what they answered is not told.",
      why: "An unsatisfactory answer is an answer; its content would let a reader judge the discrepancy.",
      wouldExplain: '"Unresponsive" speaks of the emails only.',
      confidence: "likely",
    },
  ),
];

function differing(atLeast: string) {
  return checkCount({
    what: "results of the two runs that differ from the paper's",
    items: classTables.flatMap(({ dataset, table }) =>
      classesOf(table).flatMap((row) =>
        runs.map((run) => {
          const [ours, paper] = [table.cell(row, run).text, table.cell(row, "In the Paper").text];
          return { label: `${dataset}, ${row}, ${run}`, holds: ours !== paper, why: `${ours} against ${paper}` };
        }),
      ),
    ),
    reported: parseDecimal(atLeast),
    qualifier: "at-least",
  });
}
