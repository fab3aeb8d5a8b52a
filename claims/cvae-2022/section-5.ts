import { checkPercentage } from "../../src/checks/percentage.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { areasAgree, beatsAlwaysNormal, pairsOfConclusion, thresholdsAgree } from "./conclusion.ts";
import { inDistribution, printed } from "./detector.ts";
import { everySetting, margins, near, ordered, quantity, transposed } from "./measured-by.ts";

/** Section 5: the conclusion. */
export const section5: readonly Claim[] = [
  checked(
    {
      id: "s5.well",
      severity: "major",
      section: "5",
      sentence: 1,
      states:
        'The model performs well in the first task: its accuracies are above what always answering "normal" gives (our reading of "well").',
      printed: "which perform well in the first two tasks",
      related: ["s4.2.2.accuracy-set-1", "s4.2.2.accuracy-set-2", "s4.2.2.works"],
    },
    beatsAlwaysNormal,
  ),
  checked(
    {
      id: "s5.roc-auc",
      section: "5",
      sentence: 2,
      states: "The area under the ROC curve is the one of Section 4.2.2.",
      printed: `we achieve a AUC of ${printed.rocAucInConclusion} in terms of ROC`,
      related: ["s4.2.2.roc-auc", "s4.2.2.several-times"],
    },
    areasAgree,
  ),
  checked(
    {
      id: "s5.roc-auc.pairs",
      section: "5",
      sentence: 2,
      states: "An area of 0.988 is possible for 52 anomalies and 1,000 normal images, in another run say.",
      printed: printed.rocAucInConclusion,
    },
    pairsOfConclusion,
  ),
  checked(
    {
      id: "s5.threshold",
      section: "5",
      sentence: 3,
      states: "The selected threshold is the one of Section 4.2.2.",
      printed: `With the selected threshold ${printed.thresholdInConclusion}`,
      related: ["s4.2.2.threshold", "s4.2.2.around-0.14", "s4.2.2.several-times"],
    },
    thresholdsAgree,
  ),
  tooLittlePrinted(
    {
      id: "s5.able",
      section: "5",
      sentence: 3,
      states: "With the threshold 0.125 the model is able to detect anomalies.",
      printed: "it is able to detect anomalies",
      related: ["s4.2.2.works", "s5.threshold"],
    },
    "no accuracy, true positive rate or false positive rate at 0.125 is",
  ),
  seenByReader(
    {
      id: "s5.generated-correctly",
      severity: "note",
      section: "5",
      sentence: 4,
      states: "The model correctly generates images of given classes.",
      printed: "the model is able to correctly generate images of given classes",
      related: ["s4.2.1.generated-properly", "s5.sandals-ambiguous"],
    },
    {
      follows: "Two sentences on, images of one of the five classes are ambiguous.",
      why: "Nothing measures how many of the generated images belong to their class.",
      confidence: "likely",
    },
  ),
  checked(
    {
      id: "s5.accuracy",
      section: "5",
      sentence: 5,
      states: "The classifier is right on three quarters of 2000 images.",
      printed: "our classifier reach a 0.75 accuracy",
      related: ["s4.2.3.accuracy", "s4.2.3.sandals"],
    },
    () => checkPercentage({ percent: parseDecimal("0.75"), total: Number(inDistribution.text), scale: "fraction" }),
  ),
  near(
    {
      id: "s5.accuracy.run",
      section: "5",
      sentence: 5,
      states: "Training the model again gives a classifier that is right on three quarters of 2000 images.",
      related: ["s5.accuracy", "s4.2.3.accuracy"],
    },
    quantity("classification-accuracy", { references: "generated" }),
    "0.75",
    margins.classification,
    {
      plan: everySetting,
      examples: {
        kind: "share",
        count: 2000,
        scale: 1,
        source: "Section 4.2.3: 2,000 images of both representative sets",
      },
    },
  ),
  ordered(
    {
      id: "s5.sandals-poor",
      section: "5",
      sentence: 5,
      states: "The classifier does worst on sandals: the worst of the other four classes has a higher recall.",
      printed: "it perform poor when determining the class 'Sandal'",
      related: ["s4.2.3.sandals"],
    },
    quantity("least-other-recall", { class: 5, references: "generated" }),
    quantity("recall", { class: 5, references: "generated" }),
    { plan: everySetting },
  ),
  ordered(
    {
      id: "s5.sandals-ambiguous",
      section: "5",
      sentence: 6,
      states:
        "Generated sandals are ambiguous: fewer of them are most similar to a training image of their own class than in the mean of all classes.",
      printed: "the ones of 'Sandal' are ambiguous",
      related: ["s4.2.1.generated-properly", "s4.2.1.each-class", "s4.2.3.resembles"],
    },
    quantity("nearest-class-share", { images: "generated", nearest: "own" }, { meanOver: "class" }),
    quantity("nearest-class-share", { images: "generated", nearest: "own", class: 5 }),
  ),
  seenByReader(
    {
      id: "s5.anker-boot",
      severity: "note",
      section: "5",
      sentence: 6,
      states: 'A class is called "Anker Boot".',
      printed: "confusion with the class 'Anker Boot'",
      related: ["figure8.mode"],
    },
    {
      follows: "Figure 8 calls it ankle boot.",
      why: "No class is called so elsewhere.",
      wouldExplain: "A slip of spelling.",
      confidence: "certain",
    },
  ),
  ordered(
    {
      id: "s5.transposed",
      section: "5",
      sentence: 8,
      states: "With transposed convolutions the loss is much higher: by a tenth or more (our reading of much).",
      printed: "the loss is much higher and the result is worse",
      related: ["s4.2.1.deconvolution", "s6.deconvolution"],
    },
    quantity("loss", { part: "total", epoch: "last" }, transposed),
    quantity("loss", { part: "total", epoch: "last" }, { scale: 1.1 }),
  ),
  ordered(
    {
      id: "s5.transposed.result",
      section: "5",
      sentence: 8,
      states:
        "With transposed convolutions the result is worse: the dense decoder's images classify more test images rightly.",
      printed: "the result is worse",
      related: ["s5.transposed"],
    },
    quantity("classification-accuracy", { references: "generated" }),
    quantity("classification-accuracy", { references: "generated" }, transposed),
  ),
];
