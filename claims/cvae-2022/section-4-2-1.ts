import type { Claim } from "../../src/paper/claim.ts";
import { judgement, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { plannedFigure } from "./planned.ts";

/** Section 4.2.1: generated images. */
export const section421: readonly Claim[] = [
  seenByReader(
    {
      id: "s4.2.1.generated-properly",
      section: "4.2.1",
      sentence: 5,
      states: "All images were generated properly.",
      printed: "The images were all generated properly",
      related: ["s5.generated-correctly", "s5.sandals-ambiguous"],
    },
    {
      follows:
        'Section 5 says that those of the class sandal "are ambiguous", and puts the classifier\'s failures down to them.',
      why: "An image that is ambiguous between two classes is no proper image of one.",
      wouldExplain: '"Properly" may mean that images of clothing came out at all.',
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s4.2.1.fuzzy",
      section: "4.2.1",
      sentence: 6,
      states: "Generated images are fuzzier than real ones.",
      printed: "The created photos' only drawback is their lower resolution and fuzzy quality",
    },
    `${plannedFigure("Figure 4")}; it would be measured as their share of high spatial frequencies`,
  ),
  outOfScope(
    {
      id: "s4.2.1.mlp-decoder",
      section: "4.2.1",
      sentence: 8,
      states: "The decoder is an MLP, no deconvolution.",
      printed: "we use MLP as the decoder rather than deconvolution",
      related: ["s2.convolutional", "s6.mlp-decoder"],
    },
    "an account of what the authors did; Sections 5 and 6 say the same",
  ),
  tooLittlePrinted(
    {
      id: "s4.2.1.deconvolution",
      section: "4.2.1",
      sentence: 9,
      states: "With deconvolution the loss is large.",
      printed: "it results in a large loss value",
      related: ["s5.transposed", "s6.deconvolution"],
    },
    "neither loss is, here or where it is said again (Sections 5 and 6); to be measured with both decoders",
  ),
  outOfScope(
    {
      id: "s4.2.1.each-class",
      section: "4.2.1",
      sentence: 10,
      states: "Given a label, the model generates images of its class.",
      printed: "we can generate images belonging to a specific class",
    },
    plannedFigure("Figure 4"),
  ),
  outOfScope(
    {
      id: "s4.2.1.low-dimensional",
      section: "4.2.1",
      sentence: 11,
      states: "Latent variable and label are a low dimensional description of the data.",
      printed: "can be regarded as a low dimensional description",
      related: ["s1.second-problem"],
    },
    `${judgement}; the number of dimensions is not given`,
  ),
];
