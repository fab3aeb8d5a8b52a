import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { ordered, quantity, transposed } from "./measured-by.ts";
import { closeToOne, nearestPoint } from "./section-4-2-2-roc.ts";

/** Section 6: the discussion. */
export const section6: readonly Claim[] = [
  outOfScope(
    {
      id: "s6.transfer",
      section: "6",
      sentence: 1,
      states: "Three questions of the assignment about transfer learning are answered.",
    },
    "opinions on a method that is not used; no number, printed or measured, could contradict them",
  ),
  ordered(
    {
      id: "s6.mlp-decoder",
      section: "6",
      sentence: 19,
      states:
        "Generated images are vague because the decoder is an MLP: those of transposed convolutions have more energy at high spatial frequencies.",
      printed: "especially we use MLP instead of deconvolution as decoder",
      related: ["s4.2.1.mlp-decoder", "s4.2.1.fuzzy"],
    },
    quantity("high-frequency-energy", { images: "generated" }, { meanOver: "class", ...transposed }),
    quantity("high-frequency-energy", { images: "generated" }, { meanOver: "class" }),
  ),
  ordered(
    {
      id: "s6.deconvolution",
      section: "6",
      sentence: 20,
      states: "With deconvolution the loss is high: higher than with the dense decoder, as Section 4.2.1 says.",
      printed: "We tried deconvolution but results in high loss value",
      related: ["s4.2.1.deconvolution", "s5.transposed"],
    },
    quantity("loss", { part: "total", epoch: "last" }, transposed),
    quantity("loss", { part: "total", epoch: "last" }),
  ),
  seenByReader(
    {
      id: "s6.increases",
      section: "6",
      sentence: 23,
      states: "The average loss increases during training.",
      printed: "this number indeed increases during the training process",
      related: ["s4.1.decreases"],
    },
    {
      follows: "Section 4.1 says in the same words, of the same figure, that it decreases.",
      why: "One curve does not do both; the number is minimised, and a training that raised it would have failed.",
      wouldExplain: '"Increases" is a slip for "decreases", or the curve is of the ELBO without the minus sign.',
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s6.low-fpr",
      section: "6",
      sentence: 24,
      states: "A low false positive rate and a relatively high true positive rate go together, as Section 4.2.2 says.",
      printed: "our model can achieve a relatively high true positive rate",
      related: ["s4.2.2.low-fpr"],
    },
    nearestPoint,
  ),
  checked(
    {
      id: "s6.close-to-one",
      section: "6",
      sentence: 25,
      states: "The area is close to one: nearer to 1 than to 0.9 (our reading; the report gives no range).",
      printed: "is close to one",
      related: ["s4.2.2.close-to-1"],
    },
    closeToOne,
  ),
];
