import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { difficulty } from "./difficulty.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { introduction } from "./introduction.ts";
import { section21 } from "./section-2-1.ts";
import { section22 } from "./section-2-2.ts";
import { section31 } from "./section-3-1.ts";
import { section32 } from "./section-3-2.ts";
import { section32causes } from "./section-3-2-causes.ts";
import { section32gamma } from "./section-3-2-gamma.ts";
import { section33 } from "./section-3-3.ts";
import { section34 } from "./section-3-4.ts";
import { section35 } from "./section-3-5.ts";
import { section36 } from "./section-3-6.ts";
import { claimsOfTable1 } from "./table1.ts";
import { marks } from "./table2-marks.ts";
import { kernelOrder, ownResults } from "./table2-own.ts";
import { quotations } from "./table2-quotations.ts";
import { table1, table2, table2Marks, workbook } from "./tables.ts";

export const paper: Paper = definePaper({
  id: "k9de-2021",
  citation: {
    title: "Re 'Learning and Evaluating Representations for Deep One-Class Classification' (ICLR 2021)",
    authors: ["Nikolaos Chazaridis", "Marios Christodoulou", "Ian Simpson"],
    venue: "COMP6248 Reproducibility Challenge, University of Southampton (team K9DE)",
    year: 2021,
    url: "https://github.com/COMP6248-Reproducability-Challenge/LRDOCC_reproduction",
  },
  reproduces: "sohn-2021",
  provenance: [
    {
      source: "the text of the report, with its two tables",
      method: "tables typed from the text cell by cell and held against a second transcription of them by program",
      caveats: [
        "The text prints four marks; the PDF in the authors' repository prints five, and is encoded as a table of its own.",
      ],
    },
    {
      source: "the authors' public repository of 13 May 2021: notebooks, helpers and two workbooks",
      method: "run means read from a workbook by program; the code read by people",
      caveats: [
        "The notebooks keep no text outputs. Results of the denoising, rotation and contrastive models, of other multiples of gamma and of the one-point AUC are in no file.",
        "Run means with classes missing were left out.",
      ],
    },
  ],
  narrative: {
    scope:
      "Every number and every checkable sentence of the report; its untrained ResNet-18 baseline on f-MNIST and CIFAR-10 is run again, with its γ·8.",
    methodology:
      "Printed numbers are decided from what is printed, exactly. The baseline is run as the team's notebook does it: 224 pixels, ImageNet standardisation, normalised features for both kernels, 500 inliers a class; ten seeds, margins written beforehand from the spread of the team's own kept runs.",
    easy: [
      "Both tables are complete, and the assessment of difficulty adds up.",
      "The team published its code and the class-by-class results of its baselines.",
    ],
    difficult: [
      "The report does not say how many runs a number is the mean of, nor how far they spread.",
      "What its words and marks (≈, +, ++, -) mean in numbers is not stated.",
      "Settings that decide the results (image size, normalised features, classes of CIFAR-100) are in the code only.",
    ],
    communication: "None: the authors were not contacted for this audit.",
  },
  tables: [table1, table2, table2Marks, workbook],
  transcription: {
    elsewhere: {
      [table2Marks.name]: "in the PDF of the authors' repository",
      [workbook.name]: "in a workbook of the authors' repository",
    },
    uncounted: [{ kind: "footnote", printed: "<sup>&</sup>lt;sup>1</sup>K9DE" }],
  },
  claims: [
    ...introduction,
    ...section21,
    ...section22,
    ...claimsOfTable1,
    ...section31,
    ...section32,
    ...section32causes,
    ...section32gamma,
    ...section33,
    ...section34,
    ...section35,
    ...quotations,
    ...ownResults,
    ...kernelOrder,
    ...marks,
    ...section36,
  ],
  hyperparameters,
  difficulty,
});
