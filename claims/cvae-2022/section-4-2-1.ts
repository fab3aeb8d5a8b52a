import type { Claim } from "../../src/paper/claim.ts";
import { judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { ordered, quantity, transposed } from "./measured-by.ts";

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
  ordered(
    {
      id: "s4.2.1.fuzzy",
      section: "4.2.1",
      sentence: 6,
      states: "Generated images are fuzzier than real ones: less of their energy lies at high spatial frequencies.",
      printed: "The created photos' only drawback is their lower resolution and fuzzy quality",
    },
    quantity("high-frequency-energy", { images: "real" }, { meanOver: "class" }),
    quantity("high-frequency-energy", { images: "generated" }, { meanOver: "class" }),
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
  ordered(
    {
      id: "s4.2.1.deconvolution",
      section: "4.2.1",
      sentence: 9,
      states: "With transposed convolutions that mirror the encoder (our choice) the training loss is larger.",
      printed: "it results in a large loss value",
      related: ["s5.transposed", "s6.deconvolution"],
    },
    quantity("loss", { part: "total", epoch: "last" }, transposed),
    quantity("loss", { part: "total", epoch: "last" }),
  ),
  ordered(
    {
      id: "s4.2.1.each-class",
      section: "4.2.1",
      sentence: 10,
      states:
        "Given a label, the model generates images of its class: of each class by itself, more are most similar to a training image of that class than to one of any other class.",
      printed: "we can generate images belonging to a specific class",
    },
    quantity("nearest-class-share", { images: "generated", nearest: "own" }),
    quantity("nearest-class-share", { images: "generated", nearest: "most-frequent-other" }),
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
