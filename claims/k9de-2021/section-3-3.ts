import { checkAgreement } from "../../src/checks/agreement.ts";
import { alsoRead } from "../../src/checks/also-read.ts";
import { checkClose } from "../../src/checks/closeness.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { pairOf } from "./baseline-pairs.ts";
import { close, closeReading, far, farReading } from "./readings.ts";
import { table2Marks } from "./tables.ts";

/** Section 3.3: the denoising autoencoder. */
export const section33: readonly Claim[] = [
  seenByReader(
    {
      id: "s3.3.architecture",
      severity: "major",
      section: "3.3",
      sentence: 1,
      states: "Encoder and decoder follow standard autoencoder architectures.",
    },
    {
      follows:
        "The committed model is linear: layers of 784 or 3,072, 64 and 75 with nothing but a last sigmoid between them.",
      why: "The notebook has no non-linearity between the layers; an autoencoder without one can do no more than a projection.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.3.details-omitted",
      section: "3.3",
      sentence: 2,
      states: "Details of the denoising setup are omitted in the original.",
      related: ["s2.2.denoising-detail"],
    },
    "a statement about the original's text, which was not at hand; its official code does not ship the model",
  ),
  seenByReader(
    {
      id: "s3.3.corruption",
      severity: "major",
      section: "3.3",
      sentence: 3,
      states:
        "The process is that of Vincent et al.: some components are set to 0, and the clean image is to be restored.",
      printed: "randomly selected components to 0",
    },
    {
      follows:
        "In the committed code the target is corrupted with the input, so that the model learns to copy rather than to restore.",
      why: "Noisy input and target are one and the same tensor.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s3.3.rate",
      severity: "note",
      section: "3.3",
      sentence: 4,
      states: "25 % of the components are corrupted.",
      printed: "25% of the components",
    },
    {
      follows: "About 22 % are.",
      why: "Components are drawn with replacement: of 784 components, 196 draws hit 1 − (1 − 1/784)^196 ≈ 22.1 %.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s3.3.latent-corruption",
      severity: "note",
      section: "3.3",
      sentence: 5,
      states: "The corruption, setting components to 0, is applied to intermediate representations as well.",
    },
    {
      follows: "There the committed code writes 1, not 0.",
      why: "Read in the notebook.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s3.3.ten-epochs",
      section: "3.3",
      sentence: 6,
      states: "The denoising autoencoder is trained for 10 epochs, as the committed notebook has it.",
      printed: "for 10 epochs per dataset",
    },
    () =>
      checkAgreement({
        places: [
          { label: "Section 3.3", value: parseDecimal("10") },
          { label: "the committed notebook", value: parseDecimal("10") },
        ],
      }),
  ),
  checked(
    {
      id: "s3.3.fmnist-rbf-equivalent",
      section: "3.3",
      sentence: 7,
      states: `On f-MNIST the RBF result is equivalent to the original's: ${closeReading}.`,
      printed: "equivalent to the reported result",
      related: ["sohn-2021:t10.denoising.rbf.agrees-with-t7"],
    },
    () => {
      const { label, paper, ours } = pairOf("Denoising / RBF", "f-MNIST");
      return checkClose({ pairs: [{ label, a: ours.value, b: paper.value }], within: close });
    },
  ),
  checked(
    {
      id: "s3.3.fmnist-linear-below-rbf",
      section: "3.3",
      sentence: 8,
      states: "On f-MNIST the linear result is lower than the RBF result.",
      printed: "lower than that of the RBF OC-SVM as expected",
    },
    () =>
      checkOrder({
        items: ["Denoising / Linear", "Denoising / RBF"].map((row) => ({
          label: row,
          value: pairOf(row, "f-MNIST").ours.value,
        })),
        relation: "increasing",
        strict: true,
      }),
  ),
  checked(
    {
      id: "s3.3.fmnist-linear-considerably-higher",
      section: "3.3",
      sentence: 8,
      states: `On f-MNIST the linear result is considerably higher than the original's: by ${farReading}.`,
      printed: "considerably higher",
    },
    () =>
      checkOrder({
        items: originalThenOurs("Denoising / Linear", "f-MNIST"),
        relation: "increasing",
        by: { atLeast: far },
      }),
  ),
  ...(["Linear", "RBF"] as const).map((kernel) =>
    checked(
      {
        id: `s3.3.cifar10-slightly-lower.${kernel.toLowerCase()}`,
        section: "3.3",
        sentence: 9,
        states: `On CIFAR10 the ${kernel} result is slightly lower than the original's: by ${closeReading}.`,
        printed: "slightly lower",
        related: ["t2.marks.pdf"],
      },
      () => slightlyLower(`Denoising / ${kernel}`),
    ),
  ),
  tooLittlePrinted(
    {
      id: "s3.3.more-epochs",
      section: "3.3",
      sentence: 10,
      states: "Training for more than 10 epochs gave no significant improvement.",
    },
    "no result of other numbers of epochs is printed, and none is in the authors' files",
  ),
  outOfScope(
    {
      id: "s3.3.cause",
      section: "3.3",
      sentence: 11,
      states: "The discrepancy could come from the undescribed setup.",
    },
    "a supposition of the authors, without a prediction that could fail",
  ),
];

/** By our reading of the word, or by the milder of the two marks for lower that the authors' PDF has. */
function slightlyLower(row: string) {
  const result = checkOrder({
    items: originalThenOurs(row, "CIFAR10"),
    relation: "decreasing",
    by: { atMost: close },
  });
  const mark = table2Marks.cell(row, "CIFAR10 / Ours").text;
  return alsoRead(result, [
    {
      name: `a reading of "slightly" as the milder of the two marks for lower, (-) rather than (–), which the authors' PDF prints here`,
      holds: mark === "(-)",
    },
  ]);
}

function originalThenOurs(row: string, dataset: "f-MNIST" | "CIFAR10") {
  const { paper, ours } = pairOf(row, dataset);
  return [
    { label: "original", value: paper.value },
    { label: "report", value: ours.value },
  ];
}
