import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkBestAt } from "../../src/checks/best-at.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { place } from "../../src/paper/locus.ts";
import { checked, judgement, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { odinQuantity, oneReading, ordered, reported } from "./measured-by.ts";
import { ensemble } from "./results.ts";

const zeroByLevel = ensemble.flatMap(({ level, values }) =>
  values.slice(0, 1).map((value) => ({ label: `level ${level}`, value })),
);

/** Sections 5 and 6: discussion and conclusion, with the figures that they rest on. */
export const discussion: readonly Claim[] = [
  outOfScope(
    {
      id: "s5.figure-3",
      section: "5",
      sentence: 4,
      states: "With latent dimension 8, HSCAE maps zeros to digits from 1 to 9.",
      printed: "Fig 3 is the reconstruction result from HSCAE with latent dimension 8.",
      related: ["s3.2.mapping"],
    },
    "the figure is not part of the text; that zeros become digits is measured where Section 3.2 says it",
  ),
  caption("figure-3.latent", "Figure 3", "8", "Section 5, sentence 4"),
  caption("figure-4.latent", "Figure 4", "10", "Section 5, sentence 8"),
  outOfScope(
    {
      id: "s5.chosen-dimension",
      section: "5",
      sentence: 9,
      states: "Latent dimension 8 was chosen by quality and numbers.",
      printed: "I've chose to use the latent dimension 8",
      related: ["s4.2.best"],
    },
    judgement,
  ),
  checked(
    {
      id: "s5.hierarchy",
      section: "5",
      sentence: 10,
      states: "More levels strengthen the mapping: the ensemble's zero_acc rises with each.",
      printed: "the hierarchical reconstruction could strengthen the mapping",
      related: ["s3.2.hierarchy"],
    },
    () => checkOrder({ items: zeroByLevel, relation: "increasing" }),
  ),
  caption("figure-5.latent", "Figure 5", "8", "Section 5, sentence 12"),
  checked(
    {
      id: "s5.level",
      section: "5",
      sentence: 12,
      states: "The ensemble is high at latent dimension 8 and level 5: its zero_acc is the highest there.",
      printed: "the ensemble model with HSCAE of latent dimension 8 and hierarchy level 5",
      related: ["s4.3.best-levels"],
    },
    () => {
      const [candidate] = zeroByLevel.slice(-1);
      if (candidate === undefined) throw new Error("Table 3 has no levels");
      return checkBestAt({ candidate, others: zeroByLevel.slice(0, -1), higherIsBetter: true });
    },
  ),
  tooLittlePrinted(
    {
      id: "s5.metric-alone",
      section: "5",
      sentence: 13,
      states: "For HSCAE alone, the distance of softmax probabilities worked best.",
      printed: "SP(Softmax Probability) metric worked best",
      related: ["s3.2.metric-alone"],
    },
    "no result of any other metric is printed",
  ),
  tooLittlePrinted(
    {
      id: "s5.metric-ensemble",
      section: "5",
      sentence: 14,
      states: "In the ensemble, the mean squared error performed better.",
      printed: "on ensemble, MSE metric performed better",
      related: ["s3.2.metric-ensemble"],
    },
    "no result of any other metric is printed",
  ),
  ordered(
    {
      id: "s5.tuned",
      section: "5",
      sentence: 19,
      states:
        "An accuracy after the choice of its threshold is optimistic: on one half of the test images, the mean of both accuracies is higher at the threshold that is best for these than at the one that is best for the other half.",
      printed: "this is not pure evaluation, more close to hyper parameter tuning process",
      related: ["s4.threshold-search"],
    },
    odinQuantity("balanced-accuracy", { ...tunedOn("evaluation-half") }),
    odinQuantity("balanced-accuracy", { ...tunedOn("tuning-half") }),
    {
      value: "0.1",
      reason:
        "the best threshold cannot do worse; a tenth of a point is a tenth of the differences that the report reads",
    },
  ),
  seenByReader(
    {
      id: "s5.reason-of-ep50-1",
      severity: "note",
      section: "5",
      sentence: 20,
      states: "Choosing the threshold on the evaluated images may be why ResNet18-ep50-1 does so well.",
      printed: "This might be the reason of the high performance of ResNet18-ep50-1.",
      related: ["s4.3.chosen-member"],
    },
    {
      follows:
        "It cannot explain that alone: the thresholds of all models were chosen so, and ResNet18-ep50-2, the same in all that is printed, lies 1.4 to 2.4 points lower.",
      why: "What is done to all alike raises all; a difference between two equal trainings comes from what differs between them.",
      wouldExplain: "A finer search for one model, or the spread between trainings.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s5.auroc",
      section: "5",
      sentence: 21,
      states: "AUPR or AUROC are needed, which do not depend on thresholds.",
      printed: "AUPR or AUROC evaluation is necessary",
    },
    "advice, and neither area is printed for any model; the runs record both",
  ),
  tooLittlePrinted(
    {
      id: "s6.ablation",
      section: "6",
      sentence: 1,
      states: "The changes to the autoencoder improved detection.",
      printed:
        "structural improvement from AE, strengthened the mapping to indistribution and improved the OOD detection",
      related: ["s3.2.self-conditioning.zero", "s3.2.self-conditioning.else"],
    },
    "no result of a plain autoencoder, without self-conditioning, is printed; only the hierarchy can be seen, level by level",
  ),
  seenByReader(
    {
      id: "s6.generative-weaker",
      severity: "note",
      section: "6",
      sentence: 4,
      states: "Generative models generally detect less well than classifiers.",
      printed: "even generative models generally show weaker performance on OOD detection",
      related: ["abstract.generative-weaker", "s4.2.outperforms"],
    },
    {
      follows: 'Section 4.2 finds the opposite here: HSCAE "outperformed the ODIN classifiers except ResNet18-ep50-1".',
      why: "Of four classifiers three are said to be weaker than HSCAE; no other generative model is tested and none is quoted.",
      wouldExplain: '"Generally" may speak of other papers and other data.',
      confidence: "possible",
    },
  ),
];

/** ResNet18 without perturbation, at the threshold that is best on one half of the test images. */
function tunedOn(tuned: string): Coordinates {
  return { ...reported("without"), ...oneReading, tuned };
}

/** A figure's caption and the text that refers to it give one latent dimension. */
function caption(id: string, figure: string, dimension: string, text: string): Claim {
  return {
    id,
    at: place(`${figure}, caption`),
    states: `${figure} is of latent dimension ${dimension}, as the text says.`,
    printed: `(latent dim = ${dimension})`,
    basis: {
      kind: "printed",
      check: () =>
        checkAgreement({
          places: [`the caption of ${figure}`, text].map((label) => ({ label, value: parseDecimal(dimension) })),
        }),
    },
  };
}
