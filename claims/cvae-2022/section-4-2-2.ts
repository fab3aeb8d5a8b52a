import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { checked, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { printed } from "./detector.ts";
import { figureMissing } from "./figures.ts";
import { labelLeak } from "./label-leak.ts";
import { margins, near, ordered, quantity } from "./measured-by.ts";
import { accuracies } from "./section-4-2-2-accuracies.ts";
import { rocClaims } from "./section-4-2-2-roc.ts";

/** Section 4.2.2: anomaly detection. */
export const section422: readonly Claim[] = [
  seenByReader(
    {
      id: "s4.2.2.score",
      section: "4.2.2",
      sentence: 1,
      states: "Anomalies are told by the reconstruction loss and the ELBO.",
      printed: "we plot the distribution of the reconstruciton loss and ELBO",
      related: ["s4.2.2.threshold", "s4.2.2.works"],
    },
    {
      follows:
        "Which of the two the ROC curve is of is not said, nor how it was scaled, although thresholds of 0.14 ask for a scale: a sum over 1,024 pixels has no such values.",
      why: "A score that is scaled by its least and greatest value in a set has another scale in the next set, and no threshold can be carried over. That alone could make the accuracy fall from the first set to the second.",
      confidence: "certain",
    },
  ),
  ordered(
    {
      id: "s4.2.2.distributions",
      section: "4.2.2",
      sentence: 1,
      states:
        "The scores of anomalous and normal images have different distributions: the median of the anomalies is higher.",
      printed: "with respect to the class of the data, i.e., anomalous and nonanomalous as shown in Figure 5",
    },
    quantity("median-score", { group: "anomalous" }),
    quantity("median-score", { group: "normal" }),
  ),
  seenByReader(
    {
      id: "s4.2.2.label-fed",
      severity: "minor",
      section: "4.2.2",
      sentence: 1,
      states: "A test image is scored by the CVAE, which needs a label beside the image.",
      printed: "To evaluate the performance of the trained CVAE on anomaly detection",
      related: ["s3.1.sixth-label", "s4.2.2.roc-auc", "s4.2.2.label-fed.alone"],
    },
    {
      follows: "Which label is fed is not said. Nobody who looks for anomalies has one.",
      why: "If it is the image's own label of six numbers, anomalies alone carry the sixth, which was 0 in all of training: its weights stay as they were drawn, and the reconstruction error rises whatever the image shows. The area would then measure the label, in part: in runs of ours normal images that are fed the sixth are told from the same images fed their own by an area of 0.80.",
      wouldExplain: "One label for all, the predicted class, or the best of five may have been fed.",
      confidence: "possible",
    },
  ),
  ...labelLeak,
  seenByReader(
    {
      id: "s4.2.2.first-dataloaders",
      severity: "note",
      section: "4.2.2",
      sentence: 2,
      states: "The distributions are drawn with the first dataloaders.",
      printed: "This is done with the first dataloaders we mentioned above",
    },
    {
      follows:
        "The first that Section 3.1 mentions are vis_dataloader and train_cls_dataloader, which have no anomalies.",
      why: "Figure 5 is said to show anomalous and normal images.",
      wouldExplain: "Meant are val_in_dis_dataloader and val_out_dis_dataloader, the first with anomalies.",
      confidence: "likely",
    },
  ),
  tooLittlePrinted(
    {
      id: "s4.2.2.higher-accuracy",
      section: "4.2.2",
      sentence: 3,
      states: "Assessing by ROC results in higher accuracy.",
      printed: "which results in higher accuracy",
    },
    "no accuracy by another approach is",
  ),
  ...rocClaims,
  ...accuracies,
  checked(
    {
      id: "s4.2.2.around-0.14",
      section: "4.2.2",
      sentence: 10,
      states: "The thresholds of all runs are around 0.14: the selected one, 0.141, rounds to it.",
      printed: "the thresholds for each iteration are around 0.14",
      related: ["s5.threshold"],
    },
    () =>
      checkAgreement({
        places: [
          { label: "sentence 10", value: parseDecimal("0.14") },
          { label: "sentence 5", value: parseDecimal(printed.threshold) },
        ],
      }),
  ),
  near(
    {
      id: "s4.2.2.around-0.14.run",
      section: "4.2.2",
      sentence: 10,
      states:
        "Training the model again gives thresholds around 0.14, with each image's own label, on each scale of the scores that was tried.",
      related: ["s4.2.2.threshold", "s4.2.2.around-0.14", "s5.threshold"],
    },
    quantity("threshold", { label: "own" }),
    "0.14",
    margins.threshold,
  ),
  checked(
    {
      id: "s4.2.2.unseen-range",
      section: "4.2.2",
      sentence: 10,
      states: "The accuracy on unseen data ranges from 0.8 to 0.9 over runs, and the printed one is among them.",
      printed: "with unseen anomaly detection accuracy ranging from 0.8 to 0.9",
      related: ["s4.2.2.accuracy-set-2", "s5.well"],
    },
    () =>
      checkRange({
        items: [{ label: "accuracy on set 2", value: parseDecimal(printed.accuracyOnSet2) }],
        atLeast: parseDecimal("0.8"),
        atMost: parseDecimal("0.9"),
        unit: "(accuracy)",
      }),
  ),
  seenByReader(
    {
      id: "s4.2.2.several-times",
      section: "4.2.2",
      sentence: 10,
      states: "The experiment was run several times.",
      printed: "We ran it several times",
      related: ["s5.roc-auc", "s5.threshold"],
    },
    {
      follows:
        "How often is not said, nor whether the model was trained anew, nor which run the 16 printed digits are of. The accuracy on unseen data spreads over a tenth.",
      why: "Digits of one run out of several say little; a mean and a spread would say more in two.",
      confidence: "certain",
    },
  ),
  {
    id: "figure6.curves",
    at: place("Figure 6"),
    states: "Figure 6 shows the ROC and the precision-recall curve.",
    printed: "Figure 6: ROC and Precision-Recall curve for anomaly detection",
    basis: { kind: "out-of-scope", reason: figureMissing("Figure 6") },
  },
];
