import { checkOrder } from "../../src/checks/order.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { pairOf } from "./baseline-pairs.ts";
import { far, farReading } from "./readings.ts";

/** Section 3.4: rotation prediction. */
export const section34: readonly Claim[] = [
  seenByReader(
    {
      id: "s3.4.four-outcomes",
      severity: "major",
      section: "3.4",
      sentence: 1,
      states: "The network tells four rotations apart: 0°, 90°, 180° and 270°.",
    },
    {
      follows:
        'In the committed code there are two images, not four: "0°" equals "270°", and "90°" equals "180°", both vertical flips.',
      why: "A rotation is made by exchanging axes 1 and −2 of a tensor of three axes, which are one axis, so that nothing is exchanged.",
      wouldExplain: "This alone explains a validation accuracy of 50 %.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s3.4.projection-head",
      section: "3.4",
      sentence: 2,
      states: "The projection head has 4 layers, as the committed code has it.",
      printed: "a 4-layer projection head",
    },
    () =>
      checkReferenceCount({
        what: "layers in the projection head",
        reported: parseDecimal("4"),
        reference: 4,
        source:
          "the committed code (three layers of 512, then 4 outputs; the original's scripts set nine, eight of 512)",
      }),
  ),
  outOfScope(
    {
      id: "s3.4.epoch",
      section: "3.4",
      sentence: 3,
      states: "One epoch of training a ResNet50 takes 15 minutes on a P100.",
      printed: "15min on a P100",
      related: ["s2.2.compute-hours"],
    },
    "a time on a device that is not at hand, of a model that no pipeline of ours trains",
  ),
  seenByReader(
    {
      id: "s3.4.overfits",
      section: "3.4",
      sentence: 4,
      states: "The network overfits heavily.",
      printed: "overfits heavily",
      related: ["s3.4.four-outcomes", "s3.4.training-accuracy"],
    },
    {
      follows:
        "50 % is the most that a network can be expected to reach on the committed data: a validation accuracy of 50 % does not show overfitting.",
      why: "Four labels share two distinct images, so that of two labels one can only be guessed.",
      wouldExplain:
        "The network may have overfitted as well; and a training accuracy of 92.1 % must come from another state of the code.",
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "s3.4.training-accuracy",
      severity: "major",
      section: "3.4",
      sentence: 4,
      states: "The training accuracy is 92.1 %.",
      printed: "92.1%",
    },
    {
      follows: "The committed data set allows 78.2 % at most, by learning every image by heart.",
      why: "The labels of equal images differ; drawing with replacement leaves that much to memory (simulated; validation 50.1 %).",
      wouldExplain: "The number comes from another state of the code, or is wrong.",
      confidence: "likely",
    },
  ),
  ...(["Linear", "RBF"] as const).map((kernel) =>
    checked(
      {
        id: `s3.4.well-below.${kernel.toLowerCase()}`,
        section: "3.4",
        sentence: 5,
        states: `The ${kernel} result on f-MNIST is well below the original's: by ${farReading}.`,
        printed: "well below those of the paper",
      },
      () => {
        const { paper, ours } = pairOf(`Rotation Pred. / ${kernel}`, "f-MNIST");
        return checkOrder({
          items: [
            { label: "original", value: paper.value },
            { label: "report", value: ours.value },
          ],
          relation: "decreasing",
          by: { atLeast: far },
        });
      },
    ),
  ),
];
