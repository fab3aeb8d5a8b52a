import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { bayesOnSmallTables, signOfDivergence } from "./formulas.ts";
import { labelled } from "./tables.ts";

/** Section 2: the model and its loss. */
export const section2: readonly Claim[] = [
  checked(
    {
      id: "s2.three-labelled-sets",
      section: "2",
      sentence: 2,
      states: "There are three relatively small data sets with labels: as many as Table 1 has.",
      printed: "three relatively small datasets with labels",
    },
    () =>
      checkReferenceCount({
        what: "data sets with labels",
        reported: parseDecimal("3"),
        reference: labelled.length,
        source: "Table 1 (rows with a label shape)",
      }),
  ),
  seenByReader(
    {
      id: "s2.unsupervised",
      section: "2",
      sentence: 3,
      states: "The large unlabelled data set makes unsupervised learning a good option.",
      printed: "Thus unsupervised learning would be a good option",
      related: ["s3.1.unlabeled-use", "s3.1.train"],
    },
    {
      follows:
        "No unlabelled image is learned from: Section 3.1 trains on the 2000 labelled ones and keeps the 26000 for visualising results.",
      why: "A CVAE that is fed labels learns from labelled images alone; 26000 of the 28000 images that are not for testing stay unused.",
      wouldExplain: "The paragraph speaks of options, and the model was chosen otherwise afterwards.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s2.convolutional",
      severity: "note",
      section: "2",
      sentence: 4,
      states: "The model is convolutional, for the sake of invariance and equivariance.",
      printed: "Convolutional network is also considered",
      related: ["s4.2.1.mlp-decoder"],
    },
    {
      follows: "One half is: the decoder is an MLP (Sections 4.2.1 and 6), to which the argument does not apply.",
      why: "A dense layer treats every pixel by itself; nothing in it is equivariant.",
      wouldExplain: "The decoder was to be convolutional and was changed later, as Section 5 tells.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s2.integral-signs",
      section: "2",
      sentence: 9,
      states: "P(x) is the integral of the joint density, written in two more ways.",
      printed: "P_\\theta(x|z)P(z)dz = P_\\theta(z|x)P(x)dz",
    },
    {
      follows: "The second and the third form lack the integral sign: as printed, a density equals a differential.",
      why: "The first form has it, and dz stands in all three.",
      wouldExplain: "It was lost in typesetting.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s2.optimizing",
      severity: "note",
      section: "2",
      sentence: 12,
      states: "The encoder's distribution is approximated by optimising something.",
      printed: "can be approximate by optimizing .",
    },
    {
      follows: "What is optimised is not said: the sentence breaks off.",
      why: "A space stands where a symbol should.",
      wouldExplain: "A symbol (ϕ, the encoder's parameters) was lost in typesetting.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s2.distance",
      section: "2",
      sentence: 13,
      states: "The distance is determined between Q(z|x) and P(x|z).",
      printed: "To determine the distance between $Q_\\phi(z|x)$ and $P_\\theta(x|z)$",
      related: ["eq1.identity"],
    },
    {
      follows: "Equation 1 has the divergence from Q(z|x) to P(z|x), not to P(x|z).",
      why: "The first two are densities of z, P(x|z) is one of x: no divergence is defined between them.",
      wouldExplain: "x and z were swapped in P(x|z).",
      confidence: "certain",
    },
  ),
  {
    id: "eq1.identity",
    at: place("Equation 1"),
    states:
      "Both sides of Equation 1 are one number: under the mean over Q, P(x) P(z|x) stands on the left and P(x|z) P(z) on the right.",
    printed: "\\log P_\\theta(x) - D_{KL}(Q_\\phi(z|x)||P_\\theta(z|x)) =",
    basis: { kind: "printed", check: bayesOnSmallTables },
  },
  {
    id: "eq2.divergence",
    at: place("Equation 2"),
    severity: "minor",
    states: "Equation 2 is minus a divergence, so that it is never above 0.",
    printed: "\\frac{1}{2} \\sum_{j=1}^J (1 + \\log(\\sigma_j)^2 - (\\mu_j)^2 - (\\sigma_j)^2)",
    basis: { kind: "printed", check: signOfDivergence },
  },
  seenByReader(
    {
      id: "s2.equation-1-with-condition",
      severity: "note",
      section: "2",
      sentence: 19,
      states: "Equation 3 is Equation 1 with the condition c.",
      printed: "we reconstruct equation 1 with the condition c",
      related: ["eq1.identity"],
    },
    {
      follows:
        "It is, and it asks for a prior P(z|c) that depends on the class; which prior was trained with is not said, and Equation 2 has the standard normal one.",
      why: "With Equation 2 as the loss, P(z|c) is the same for every class.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s2.two-losses",
      section: "2",
      sentence: 21,
      states: "The loss is made of the reconstruction loss and the KL loss.",
      related: ["s4.1.sum"],
    },
    "a definition; neither the kind of reconstruction loss nor its weight is given",
  ),
  seenByReader(
    {
      id: "s2.reference-2",
      section: "2",
      sentence: 27,
      states: "The reparametrisation trick is credited to reference [2].",
      printed: "with the given mean and variance. [2]",
      related: ["s3.2.reference-3"],
    },
    {
      follows:
        "Reference [2] is Sohn et al. on structured outputs; the trick is of reference [3], Kingma and Welling, which Section 3.2 cites for convolutional networks.",
      why: "Titles and subjects fit the other way round.",
      wouldExplain: "The two numbers were swapped.",
      confidence: "likely",
    },
  ),
];
