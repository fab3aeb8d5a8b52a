import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { checked, judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { labelColumnsOf } from "./tables.ts";

/** The title page and Section 1: the assignment. */
export const section1: readonly Claim[] = [
  {
    id: "title.course",
    at: place("Title page"),
    states: "The report is Assignment 4 of the course 2AMM10 in 2021-2022, by group 22.",
    printed: "2AMM10 2021-2022 Assignment 4: Group 22",
    basis: { kind: "out-of-scope", reason: "it identifies the report; nothing in it could be checked" },
  },
  {
    id: "title.date",
    at: place("Title page"),
    states: "The report is of June 20, 2022.",
    printed: "June 20, 2022",
    basis: { kind: "out-of-scope", reason: "it identifies the report; nothing in it could be checked" },
  },
  checked(
    {
      id: "s1.three-problems",
      section: "1",
      sentence: 1,
      states: "The model is to solve three problems: as many as are listed.",
      printed: "the following three problems",
    },
    () =>
      checkReferenceCount({
        what: "problems",
        reported: parseDecimal("3"),
        reference: 3,
        source: "the list below the sentence (detect, describe, classify)",
      }),
  ),
  seenByReader(
    {
      id: "s1.second-problem",
      severity: "note",
      section: "1",
      sentence: 3,
      states: "The second problem is to give a low dimensional description of the dataset.",
      printed: "Give a low dimensional description of the dataset in terms of the class distribution",
      related: ["s4.2.1.low-dimensional"],
    },
    {
      follows:
        "Four sentences later it is to generate new images of a given class, and Section 4.2.1 evaluates that alone.",
      why: "A generator of images is no description of few dimensions; the one sentence that returns to it (4.2.1, the last) names the latent variable, whose dimension is nowhere given.",
      wouldExplain: "The assignment asks for both; its text was not at hand.",
      confidence: "likely",
    },
  ),
  checked(
    {
      id: "s1.five-classes",
      section: "1",
      sentence: 4,
      states: "There are five classes: as many as a label of labeled_data has numbers.",
      printed: "Classify the data into five classes",
      related: ["t1.labeled-data.labels"],
    },
    () =>
      checkAgreement({
        places: [
          { label: "Section 1", value: parseDecimal("5") },
          { label: "Table 1", value: labelColumnsOf("labeled_data") },
        ],
      }),
  ),
  outOfScope(
    {
      id: "s1.generative",
      section: "1",
      sentence: 8,
      states: "Generating images of a given class is naturally a problem for a generative model.",
    },
    judgement,
  ),
];
