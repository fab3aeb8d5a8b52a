import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkProduct } from "../../src/checks/product.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { cifar10, classesOf, mnist } from "./tables.ts";

/** Paragraphs 35 to 43: models, data, hyper-parameters and what was run. */
export const setup: readonly Claim[] = [
  seenByReader(
    {
      id: "p35.symmetric",
      severity: "note",
      section: "Paragraph 35",
      sentence: 2,
      states: "Encoder and decoder are symmetric and have 4 convolutional layers each.",
      printed: "are symmetric and consist of 4 convolutional layers",
      related: ["p35.latent"],
    },
    {
      follows:
        "Four layers each it is; but the decoder is no mirror image: the encoder's maps have sides 15, 8, 5, 3, the decoder's 4, 8, 14, 28.",
      why: "In the official code the decoder's padding alternates between 2 and 1, the encoder's is 2; with one input channel they have 115,392 and 115,329 parameters.",
      wouldExplain: "Symmetric may speak of the channels (32, 32, 64, 64), which mirror.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "p35.latent",
      section: "Paragraph 35",
      sentence: 2,
      states:
        "The latent variable has 3 × 3 × 64 dimensions: four layers of kernel 4, stride 2, padding 2 make 28 pixels 3.",
      printed: "3 x 3 x 64",
    },
    () =>
      checkAgreement({
        places: [
          { label: "the report", value: parseDecimal("3") },
          { label: "the official encoder on 28 pixels", value: parseDecimal(String(encoded(28))) },
          { label: "the same on 32 pixels", value: parseDecimal(String(encoded(32))) },
        ],
      }),
  ),
  counted("p36.autoencoders", "Paragraph 36", 1, "four different autoencoders", "autoencoders", "4", 4, [
    "the sentence's own list: CAE, CAE + Grad, VAE, VAE + Grad",
  ]),
  counted("p37.datasets", "Paragraph 37", 1, "four benchmark datasets", "benchmark data sets", "4", 4, [
    "the list in paragraph 38",
  ]),
  counted("p38.cifar10.images", "Paragraph 38", 1, "60000 color images", "images of CIFAR-10", "60000", 60_000, [
    "the data set's files (50,000 for training, 10,000 for testing)",
  ]),
  counted(
    "p38.cifar10.classes",
    "Paragraph 38",
    1,
    "with 10 classes",
    "classes of CIFAR-10",
    "10",
    classesOf(cifar10).length,
    ["the report's own table"],
  ),
  counted("p38.mnist.images", "Paragraph 38", 2, "70000 handwritten digit images", "images of MNIST", "70000", 70_000, [
    "the data set's files (60,000 for training, 10,000 for testing)",
  ]),
  counted("p38.mnist.digits", "Paragraph 38", 2, "from 0 to 9", "digits from 0 to 9", "10", classesOf(mnist).length, [
    "the report's own table",
  ]),
  checked(
    {
      id: "p38.fmnist.images",
      section: "Paragraph 38",
      sentence: 3,
      states: "Fashion-MNIST has 10 classes of 7,000 images: the 70,000 of its files.",
      printed: "10 classes of fashion products and there are 7,000 images per class",
    },
    () =>
      checkProduct({
        factors: [
          { label: "classes", value: parseDecimal("10"), exact: true },
          { label: "images a class", value: parseDecimal("7000"), exact: true },
        ],
        reported: parseDecimal("70000"),
      }),
  ),
  checked(
    {
      id: "p38.cure-tsr.images",
      section: "Paragraph 38",
      sentence: 4,
      states: "CURE-TSR's 637,560 images divide evenly into 14 types under 5 levels of 12 conditions: 759 in each.",
      printed: "637, 560 color traffic sign images which consist of 14 traffic sign types under 5 levels of 12",
    },
    () =>
      checkProduct({
        factors: [
          { label: "traffic sign types", value: parseDecimal("14"), exact: true },
          { label: "levels", value: parseDecimal("5"), exact: true },
          { label: "conditions", value: parseDecimal("12"), exact: true },
          { label: "images in each (637,560 / 840, a whole number)", value: parseDecimal("759"), exact: true },
        ],
        reported: parseDecimal("637560"),
      }),
  ),
  seenByReader(
    {
      id: "p39.limits",
      section: "Paragraph 39",
      sentence: 1,
      states: "Code was shared for CIFAR-10 and MNIST, and the other data sets were out of reach.",
      printed: "as the code for these were shared",
    },
    {
      follows: "The authors' repository also prepares Fashion-MNIST, whose images are as many and as small as MNIST's.",
      why: "Its commit of 19 August 2020 added it, before the challenge of 2021 began.",
      wouldExplain: "The code was taken from the first release of July 2020.",
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "p40.hyperparameters",
      section: "Paragraph 40",
      sentence: 1,
      states: "All hyper-parameters are the paper's.",
      printed: "we used the same hyper-parameters as in the paper",
      related: ["p33.latent-term"],
    },
    {
      follows:
        "None is given: no weight α, no weight of the score, no learning rate, batch size, epochs or image size.",
      why: "The official code sets α to 0.03, the score's weight to 0.12 and 1,000 epochs; whether the report kept them cannot be told from it.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "p40.clearly-stated",
      severity: "note",
      section: "Paragraph 40",
      sentence: 2,
      states: "The authors clearly state all hyper-parameters.",
      printed: "The authors clearly state all hyper-parameters",
      related: ["p5.seed"],
    },
    {
      follows:
        "Paragraph 5 says that they did not provide the random seed, to which the report ascribes its discrepancy.",
      why: "What decides the result cannot be both stated and missing.",
      wouldExplain: "A seed may not be counted as a hyper-parameter.",
      confidence: "possible",
    },
  ),
  checked(
    {
      id: "p41.gpus",
      section: "Paragraph 41",
      sentence: 1,
      states: "Four Tesla P100 were used, as paragraph 4 says.",
      printed: "we used 4 NVIDIA Tesla P100 GPUs",
      related: ["p4.training-time"],
    },
    () =>
      checkAgreement({
        places: [
          { label: "paragraph 4", value: parseDecimal("4") },
          { label: "paragraph 41", value: parseDecimal("4") },
        ],
      }),
  ),
  outOfScope(
    {
      id: "p42.code",
      section: "Paragraph 42",
      sentence: 1,
      states: "The modified code can be found behind a link.",
    },
    `the text at hand has no link; ${account}`,
  ),
  seenByReader(
    {
      id: "p43.three-losses",
      severity: "note",
      section: "Paragraph 43",
      sentence: 2,
      states: "Three losses are plotted: loss or mean squared error, reconstruction loss and gradient loss.",
      printed: "Loss or the MSE (Mean Squared Error) Loss, Reconstruction Loss from the autoencoder and the Grad Loss",
    },
    {
      follows:
        "The first two cannot be told apart: in the official code the reconstruction loss is the mean squared error, and the whole loss is neither.",
      why: "The whole loss is the squared error plus 0.03 times the gradient loss; it turns negative when the gradients align, which a squared error cannot.",
      wouldExplain: 'The first curve is the whole loss, and "MSE" a slip.',
      confidence: "likely",
    },
  ),
];

function counted(
  id: string,
  section: string,
  sentence: number,
  printed: string,
  what: string,
  reported: string,
  reference: number,
  [source = ""]: readonly string[],
): Claim {
  return checked({ id, section, sentence, states: `There are ${reported} ${what}.`, printed }, () =>
    checkReferenceCount({ what, reported: parseDecimal(reported), reference, source }),
  );
}

/** The side of the latent map: four convolutions of kernel 4, stride 2, padding 2. */
function encoded(side: number): number {
  return [1, 2, 3, 4].reduce((size) => Math.floor((size + 2 * 2 - 4) / 2) + 1, side);
}
