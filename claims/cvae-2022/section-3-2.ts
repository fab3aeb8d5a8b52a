import { checkProduct } from "../../src/checks/product.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { ordered, quantity } from "./measured-by.ts";

/** Section 3.2: the network and the classifier. */
export const section32: readonly Claim[] = [
  seenByReader(
    {
      id: "s3.2.decoder-is-encoder",
      section: "3.2",
      sentence: 2,
      states: "The decoder takes images and labels.",
      printed: "For the decoder, we take the image data and labels",
      related: ["s3.2.encoder-is-decoder"],
    },
    {
      follows: "What takes images and gives μ and log σ is the encoder.",
      why: "Section 2 calls it so: the encoder introduces Q(z|x).",
      wouldExplain: "The two names were swapped in both paragraphs.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.2.two-convolutions",
      section: "3.2",
      sentence: 4,
      states: "The image and its label as a second channel pass through two 2D convolutional layers.",
      printed: "two 2D convolutional layers",
    },
    `${account}; filters, kernels and strides are not given`,
  ),
  ordered(
    {
      id: "s3.2.fewer-parameters",
      section: "3.2",
      sentence: 5,
      states:
        "An encoder of two convolutions (32 and 64 filters, our choice) with its heads right behind them has fewer parameters than one with two dense hidden layers of 128.",
      printed: "decrease the number of parameters of the network compared to MLP",
      related: ["s3.2.reference-3"],
    },
    quantity("parameters", { part: "encoder", layers: "dense" }),
    quantity("parameters", { part: "encoder", layers: "convolutional" }),
  ),
  ordered(
    {
      id: "s3.2.fewer-parameters.hidden",
      section: "3.2",
      sentence: 5,
      states:
        "The same where the hidden dimension of 128 is a dense layer behind the convolutions, which holds nearly all parameters then.",
      related: ["s3.2.fewer-parameters", "s4.1.settings"],
    },
    quantity("parameters", { part: "encoder", layers: "dense" }),
    quantity("parameters", { part: "encoder", layers: "convolutional with a hidden layer" }),
  ),
  seenByReader(
    {
      id: "s3.2.reference-3",
      section: "3.2",
      sentence: 5,
      states: "Reference [3] shows that convolutions improve quality and save parameters.",
      printed: "compared to MLP [3]",
      related: ["s2.reference-2"],
    },
    {
      follows: "Reference [3], Kingma and Welling, has no convolutional network; its encoders are MLPs.",
      why: "Reference [2], Sohn et al., has convolutional ones.",
      wouldExplain: "The numbers [2] and [3] were swapped.",
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "s3.2.log-sigma",
      severity: "note",
      section: "3.2",
      sentence: 6,
      states: "Two dense layers give μ and log σ.",
      printed: "we use two dense layers to get the μ and $\\log \\sigma$ parameters",
      related: ["eq2.divergence"],
    },
    {
      follows: "Equation 2 needs log(σ²), which is twice that; the factor 2 is nowhere.",
      why: "If the output was put in place of log(σ²) with σ taken as its exponential, the divergence would be least at another σ than 1.",
      wouldExplain: "The code has the factor; no code was found.",
      confidence: "possible",
    },
  ),
  seenByReader(
    {
      id: "s3.2.encoder-is-decoder",
      section: "3.2",
      sentence: 8,
      states: "The encoder takes the two-dimensional result of the encoder, and class labels.",
      printed: "For the encoder, it takes the two inputs: two-dimensional result from encoder",
      related: ["s3.2.decoder-is-encoder"],
    },
    {
      follows:
        'What takes the encoder\'s result is the decoder. "Two-dimensional" may be the size of the latent space, or that the result is a matrix.',
      why: "The latent dimension decides what the model can do, and stands nowhere else.",
      wouldExplain: "The names were swapped in both paragraphs.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.2.decoder-layers",
      section: "3.2",
      sentence: 10,
      states: "A dense layer, two hidden layers and an output layer give the image back.",
      printed: "Then we have two hidden layers and an output layer",
    },
    `${account}; their widths and activations are not given`,
  ),
  checked(
    {
      id: "s3.2.generated-images",
      section: "3.2",
      sentence: 11,
      states: "A test image is compared with 100 generated images of each of five classes: 500.",
      printed: "we first generate for each mode/class 100 images",
      related: ["s3.2.mean-cosine"],
    },
    () =>
      checkProduct({
        factors: [
          { label: "images", value: parseDecimal("100"), exact: true },
          { label: "classes", value: parseDecimal("5"), exact: true },
        ],
        reported: parseDecimal("500"),
      }),
  ),
  outOfScope(
    {
      id: "s3.2.mean-cosine",
      section: "3.2",
      sentence: 12,
      states: "A test image belongs to the class with the greatest mean cosine similarity.",
      printed: "calculate the average cosine similarity with respect to each mode",
      related: ["s4.2.3.accuracy", "s5.accuracy.run", "s4.2.3.rule"],
    },
    "a rule, not a result; it is linear in the image, so that 100 images a class do what the one mean of their unit vectors does",
  ),
];
