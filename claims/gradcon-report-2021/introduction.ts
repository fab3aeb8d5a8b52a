import type { Claim } from "../../src/paper/claim.ts";
import { outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { centralClaims } from "./gradients-and-activations.ts";

/** Paragraphs 9 to 14: what is claimed. */
export const introduction: readonly Claim[] = [
  seenByReader(
    {
      id: "p9.central-claim",
      severity: "major",
      section: "Paragraph 9",
      sentence: 2,
      states: "The report evaluates the claim that gradients outperform activations as representations.",
      printed: "This report evaluates the central claim of the paper",
      related: centralClaims,
    },
    {
      follows:
        "It does not: every number in it is of one model, scored by gradients and reconstruction error together.",
      why: "To compare the two, the AUROC of the gradient part and that of the reconstruction error are needed side by side, or a model without the gradient constraint; neither is printed.",
      wouldExplain: "The claim may be meant as evaluated by way of its headline number.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "p11.state-of-the-art",
      section: "Paragraph 11",
      sentence: 2,
      states: "GradCon, reconstruction error and gradient loss together, reaches state-of-the-art performance.",
    },
    "no rival's result is printed in the report",
  ),
  tooLittlePrinted(
    {
      id: "p12.parameters",
      section: "Paragraph 12",
      sentence: 1,
      states: "GradCon has fewer parameters and a faster inference than other state-of-the-art methods.",
      related: ["p3.parameters"],
    },
    "neither parameters nor times of any method are",
  ),
  outOfScope(
    {
      id: "p13.contributions",
      section: "Paragraph 13",
      sentence: 1,
      states: "The paper lists three major contributions.",
      printed: "The major contributions as listed in the paper are:",
    },
    "it quotes the paper's own list, which was not at hand",
  ),
];
