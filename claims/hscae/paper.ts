import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { abstract } from "./abstract.ts";
import { difficulty } from "./difficulty.ts";
import { discussion } from "./discussion.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { introduction } from "./introduction.ts";
import { section3detection } from "./section-3-detection.ts";
import { section3networks } from "./section-3-networks.ts";
import { section3runs } from "./section-3-runs.ts";
import { section41 } from "./section-4-1.ts";
import { section41analysis } from "./section-4-1-analysis.ts";
import { section42 } from "./section-4-2.ts";
import { section43 } from "./section-4-3.ts";
import { section4runs } from "./section-4-runs.ts";
import { section5runs } from "./section-5-runs.ts";
import { spreadRuns } from "./spread-runs.ts";
import { claimsOfTables } from "./table-claims.ts";
import { table1, table2, table3 } from "./tables.ts";
import { thresholdRuns } from "./threshold-runs.ts";

export const paper: Paper = definePaper({
  id: "hscae",
  citation: {
    title:
      "Out of distribution Detection method for a MNIST classification: Exploring the generative model for OOD Detection, with Hierarchical Self-Conditioned AutoEncoder",
    authors: ["Jiho Park"],
    venue: "EEE4423 Deep Learning Lab, Yonsei University",
    year: 2023,
  },
  provenance: [
    {
      source: "the text of the report, with its three tables",
      method:
        "tables typed from the text cell by cell, and read from it a second time by program; the two agree in all 46 numbers and both dashes",
      caveats: [
        "The text has no figures: what rests on them alone is marked so.",
        "No year is printed; 2023 is the earliest by the papers that it cites.",
        "The head of Table 3 spans its columns; the row has no name in print and is called Ensemble here.",
        "Sentences are counted in the running text of a section; captions, formulas and tables are left out.",
      ],
    },
    {
      source: "the repository that the abstract names",
      method: "looked for, and not found",
      caveats: ["How zero_acc and else_acc are computed could not be read from code."],
    },
  ],
  narrative: {
    scope:
      "Every number and every checkable sentence of the report; what training decides is measured with networks that are trained anew.",
    methodology:
      "Printed numbers are decided from what is printed, exactly, with rounding intervals. Where the report calls a result best and has two accuracies, it is asked to be best in both; being best by zero_acc alone, by else_acc alone, by their plain mean and by the accuracy over all test images are listed as other readings. Every accuracy is held against MNIST's 980 zeros and 9,020 other test images, against other natural counts, and as a mean of batch percentages. Classifiers and autoencoders are trained anew; what the report leaves open of thresholds, accuracies and perturbations is varied side by side in one run, and the rest assumed with reasons.",
    easy: [
      "The three tables are complete but for one setting, and the abstract agrees with them.",
      "The report says itself that its thresholds were tuned on what they are tested on.",
    ],
    difficult: [
      "Neither accuracy is defined, and no printed zero_acc is a share of 980 images.",
      "Perturbation weight, learning rate, augmentation, channel widths and training loss are not given.",
      "Which accuracy decides what is best is left to the reader, and the two disagree in every comparison that matters.",
    ],
    communication: "None: the author was not contacted for this audit.",
  },
  tables: [table1, table2, table3],
  transcription: {
    uncounted: [
      { kind: "reference", printed: "Sec 3.2" },
      { kind: "identifier", printed: "$1\\sim$ 9 Eval" },
      { kind: "identifier", printed: "hierarchy 1 | | hierarchy 2 | | hierarchy 3" },
      { kind: "identifier", printed: "archy 2 hierar | | rchy 3 hierar | | chy 4 | hiera | hierarchy 5" },
    ],
  },
  claims: [
    ...abstract,
    ...introduction,
    ...section3networks,
    ...section3detection,
    ...section3runs,
    ...section41,
    ...section41analysis,
    ...section42,
    ...section43,
    ...section4runs,
    ...discussion,
    ...section5runs,
    ...spreadRuns,
    ...thresholdRuns,
    ...claimsOfTables,
  ],
  hyperparameters,
  difficulty,
});
