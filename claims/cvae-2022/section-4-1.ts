import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { everySetting, ordered, quantity } from "./measured-by.ts";

/** Section 4.1: training. */
export const section41: readonly Claim[] = [
  tooLittlePrinted(
    {
      id: "s4.1.optimal",
      section: "4.1",
      sentence: 2,
      states: "The set of hyper-parameters is optimal.",
      printed: "We have an optimal set of parameters",
    },
    "no other set and no result of another set is, nor on which images sets were compared",
  ),
  seenByReader(
    {
      id: "s4.1.settings",
      section: "4.1",
      sentence: 3,
      states: "The learning rate is 0.001, the hidden dimension 128, the number of epochs 50.",
      printed: "The learning rate is 0.001, the hidden dimension is 128 and the total epochs is 50",
    },
    {
      follows:
        "Nothing else of the training is given: optimiser, batch size, latent dimension, filters, activations, kind and weight of the losses, and seeds are not given, nor which layer has the 128.",
      why: "They must be guessed to train the model again.",
      confidence: "certain",
    },
  ),
  ordered(
    {
      id: "s4.1.converges",
      section: "4.1",
      sentence: 3,
      states:
        "After 50 epochs the loss changes little: over the last five it falls by less than a hundredth of itself (our reading).",
      printed: "the loss converges and changes slightly",
    },
    quantity("loss", { part: "total", epoch: "last" }, { scale: 0.01 }),
    quantity("loss-fall", { part: "total", during: "last five epochs" }),
  ),
  ordered(
    {
      id: "s4.1.parts",
      section: "4.1",
      sentence: 4,
      states: "The reconstruction loss falls with the epochs: it is larger in the first than in the last.",
      printed: "The reconstruction loss decrease as the epoch increase",
      related: ["s6.increases"],
    },
    quantity("loss", { part: "reconstruction", epoch: "first" }),
    quantity("loss", { part: "reconstruction", epoch: "last" }),
  ),
  ordered(
    {
      id: "s4.1.parts.kl",
      section: "4.1",
      sentence: 4,
      states: "The KL loss rises with the epochs: it is larger in the last than in the first.",
      printed: "while the KL loss is the opposite",
      related: ["s6.increases"],
    },
    quantity("loss", { part: "kl", epoch: "last" }),
    quantity("loss", { part: "kl", epoch: "first" }),
    { plan: everySetting },
  ),
  outOfScope(
    {
      id: "s4.1.sum",
      section: "4.1",
      sentence: 5,
      states: "The sum of both losses is the negative ELBO.",
      printed: "Adding these two parts together, we get negative ELBO",
      related: ["eq1.identity"],
    },
    "it follows from Equation 1 where the reconstruction loss is −log P(x|z); which loss was taken is not said",
  ),
  ordered(
    {
      id: "s4.1.decreases",
      section: "4.1",
      sentence: 6,
      states: "The average loss decreases during training: it is larger in the first epoch than in the last.",
      printed: "this number indeed decreases during the training process",
      related: ["s6.increases"],
    },
    quantity("loss", { part: "total", epoch: "first" }),
    quantity("loss", { part: "total", epoch: "last" }),
  ),
  ordered(
    {
      id: "s4.1.first-five",
      section: "4.1",
      sentence: 7,
      states: "The loss falls most in the first five epochs: more than in the 45 after them.",
      printed: "it decreases significantly during the first five epochs",
    },
    quantity("loss-fall", { part: "total", during: "first five epochs" }),
    quantity("loss-fall", { part: "total", during: "rest" }),
  ),
  {
    id: "figure3.caption",
    at: place("Figure 3, caption"),
    severity: "note",
    states: "Figure 3 shows loss and accuracy of C.",
    printed: "Figure 3: Loss and accuracy of C",
    basis: {
      kind: "reader",
      finding: {
        follows:
          "The text speaks of a loss alone, no accuracy is measured during training, and the caption breaks off.",
        why: "A CVAE has no accuracy; the classifier's is computed after training.",
        wouldExplain: '"C" is the beginning of CVAE; the accuracy is left over from another caption.',
        confidence: "certain",
      },
    },
  },
];
