import { definePaper, type Paper } from "../../src/paper/paper.ts";
import { claimsOfTables } from "./class-tables.ts";
import { difficulty } from "./difficulty.ts";
import { gradientsAndActivations } from "./gradients-and-activations.ts";
import { hyperparameters } from "./hyperparameters.ts";
import { introduction } from "./introduction.ts";
import { keptCheckpoint } from "./kept-checkpoint.ts";
import { method } from "./method.ts";
import { setup } from "./setup.ts";
import { summary } from "./summary.ts";
import { cifar10, mnist } from "./tables.ts";

export const paper: Paper = definePaper({
  id: "gradcon-report-2021",
  citation: {
    title: "A reproduction of 'Backpropagated Gradient Representations for Anomaly Detection' (ECCV 2020)",
    authors: ["Shambhavi Mishra"],
    venue: "ML Reproducibility Challenge",
    year: 2021,
  },
  provenance: [
    {
      source: "the text of the report, with its two tables of results",
      method:
        "tables typed from the text cell by cell, and read from it a second time by program; the two agree in all 66 cells",
      caveats: [
        "The text has neither headings nor plots: places are its paragraphs, counted from the first below the title, formulas and lists each for one; the tables have no captions and are named by their classes.",
        'The column "In the Paper" is the report\'s quotation. The paper itself was not at hand, so that no quoted cell could be held against it.',
        "The author is named by the report's public copy, not by the text.",
      ],
    },
    {
      source: "the official code, olivesgatech/gradcon-anomaly on GitHub, of July and August 2020",
      method: "read by people; the networks were built and their parameters counted",
      caveats: ["The report changed the code; what it ran was not at hand."],
    },
  ],
  narrative: {
    scope:
      "Every number and every checkable sentence of the report. Its results, those that it quotes from the paper, and the central claim are for runs of the official code's experiment, implemented anew, to decide; whether the paper's numbers are what another seed would give is also judged by the two runs that the report prints.",
    methodology:
      "Averages are recomputed exactly, with rounding intervals. The spread between the two runs is pooled over the classes of a table (those above 0.99 left out); rounding of both sides and the choice of test images are counted in, and a class is refuted only if it still is among the ten of its table.",
    easy: [
      "Both tables are complete, class by class and run by run.",
      "The official code is public and holds every setting of the model that was run.",
    ],
    difficult: [
      "The report names no hyper-parameter, no seed and no change that it made to the code.",
      "How test images were drawn is not said; the official code draws them anew at every preparation.",
      "Nothing in the report lets gradients be compared with activations.",
    ],
    communication: "None: the authors were not contacted for this audit.",
  },
  tables: [cifar10, mnist],
  transcription: {
    uncounted: [
      { kind: "year", printed: "(ECCV), 2020" },
      { kind: "formula", printed: "F^{-1} U^{X^{te,in}}" },
      { kind: "formula", printed: "F^{-1} U^{X^{te,out}}" },
      { kind: "formula", printed: "the (k -1)th iteration" },
    ],
  },
  claims: [
    ...summary,
    ...introduction,
    ...gradientsAndActivations,
    ...method,
    ...setup,
    ...claimsOfTables,
    ...keptCheckpoint,
  ],
  hyperparameters,
  difficulty,
});
