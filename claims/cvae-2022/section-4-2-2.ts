import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkAveragePrecision } from "../../src/checks/auc-average-precision.ts";
import { checkAucSplit, checkFraction } from "../../src/checks/exact-splits.ts";
import { checkGridPoint } from "../../src/checks/grid-point.ts";
import { checkNearestRocPoint } from "../../src/checks/nearest-roc-point.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { checked, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { anomalies, images, normal, printed } from "./detector.ts";
import { planned, plannedFigure } from "./planned.ts";
import { accuracies } from "./section-4-2-2-accuracies.ts";

const rocAuc = parseDecimal(printed.rocAuc);

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
  outOfScope(
    {
      id: "s4.2.2.distributions",
      section: "4.2.2",
      sentence: 1,
      states: "The scores of anomalous and normal images have different distributions.",
      printed: "with respect to the class of the data, i.e., anomalous and nonanomalous as shown in Figure 5",
    },
    plannedFigure("Figure 5"),
  ),
  seenByReader(
    {
      id: "s4.2.2.label-fed",
      section: "4.2.2",
      sentence: 1,
      states: "A test image is scored by the CVAE, which needs a label beside the image.",
      related: ["s3.1.sixth-label", "s4.2.2.roc-auc"],
    },
    {
      follows: "Which label is fed is not said. Nobody who looks for anomalies has one.",
      why: "If it is the image's own label of six numbers, anomalies alone carry the sixth, which was 0 in all of training: its weights stay as they were drawn, and the reconstruction error rises whatever the image shows. The area would then measure the label.",
      wouldExplain: "One label for all, the predicted class, or the best of five may have been fed.",
      confidence: "possible",
    },
  ),
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
  checked(
    {
      id: "s4.2.2.threshold",
      section: "4.2.2",
      sentence: 5,
      states: "The selected threshold, printed to 17 digits, is a point of a grid of thousandths.",
      printed: `The selected threshold is ${printed.threshold}`,
      related: ["s4.2.2.grid", "s5.threshold"],
    },
    () => checkGridPoint({ value: parseDecimal(printed.threshold), step: parseDecimal("0.001") }),
  ),
  checked(
    {
      id: "s4.2.2.roc-auc",
      section: "4.2.2",
      sentence: 5,
      states:
        "The area under the ROC curve is that of a representative set: one split of its 1,052 images into anomalies and normal ones gives it, even where tied pairs count half.",
      printed: `roc_auc=${printed.rocAuc}`,
      related: ["s4.2.3.in-distribution", "s5.roc-auc"],
    },
    () => checkAucSplit({ auc: rocAuc, examples: images, ties: true }),
  ),
  checked(
    {
      id: "s4.2.2.roc-auc.pairs",
      section: "4.2.2",
      sentence: 5,
      states: "The area is a whole number of the 52 × 1,000 pairs of an anomaly and a normal image.",
      printed: `roc_auc=${printed.rocAuc}`,
    },
    () => checkFraction({ value: rocAuc, leastTotal: anomalies * normal, greatestTotal: anomalies * normal }),
  ),
  checked(
    {
      id: "s4.2.2.pr-auc",
      section: "4.2.2",
      sentence: 5,
      states: "The area under the precision-recall curve is one that 52 anomalies among 1,052 images can have.",
      printed: `pr_auc=${printed.prAuc}`,
    },
    () =>
      checkAveragePrecision({
        averagePrecision: parseDecimal(printed.prAuc),
        positives: anomalies,
        negatives: normal,
      }),
  ),
  outOfScope(
    {
      id: "s4.2.2.run",
      section: "4.2.2",
      sentence: 5,
      states: "Training the model again gives areas like 0.978 (ROC) and 0.834 (precision-recall).",
    },
    planned,
  ),
  checked(
    {
      id: "s4.2.2.low-fpr",
      section: "4.2.2",
      sentence: 6,
      states:
        "A low false positive rate and a rather high true positive rate go together with the printed area and accuracy.",
      printed: "our model can achieve a rather high true positive rate",
      related: ["s4.2.2.nearest-point", "s6.low-fpr"],
    },
    nearestPoint,
  ),
  checked(
    {
      id: "s4.2.2.close-to-1",
      section: "4.2.2",
      sentence: 7,
      states: "The area is fairly close to 1: nearer to 1 than to 0.9 (our reading; the report gives no range).",
      printed: "is fairly close to 1",
      related: ["s6.close-to-one"],
    },
    closeToOne,
  ),
  checked(
    {
      id: "s4.2.2.nearest-point",
      section: "4.2.2",
      sentence: 8,
      states: "The threshold is that of the ROC point nearest to (0, 1), with the accuracy printed for that set.",
      printed: "the point closest to $(0, 1)$ on the ROC curve",
      related: ["s4.2.2.grid", "s4.2.2.accuracy-set-1"],
    },
    nearestPoint,
  ),
  seenByReader(
    {
      id: "s4.2.2.grid",
      severity: "note",
      section: "4.2.2",
      sentence: 8,
      states: "The threshold is that of the point closest to (0, 1) on the curve.",
      related: ["s4.2.2.threshold", "s4.2.2.nearest-point"],
    },
    {
      follows:
        "It is the closest among thresholds that were tried one by one, thousandths or finer; the curve's own may be closer.",
      why: "0.14100000000000001 is 141 times 0.001 in binary; a score of an image would have digits of its own.",
      wouldExplain: "No image has a score between the two, and both cut the set alike.",
      confidence: "likely",
    },
  ),
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
    basis: { kind: "out-of-scope", reason: plannedFigure("Figure 6") },
  },
];

/** Also of Section 6, which says it again. */
export function nearestPoint() {
  return checkNearestRocPoint({
    auc: rocAuc,
    accuracy: parseDecimal(printed.accuracyOnSet1),
    positives: anomalies,
    negatives: normal,
  });
}

/** Also of Section 6, which says it again. */
export function closeToOne() {
  return checkRange({
    items: [{ label: "area under the ROC curve", value: rocAuc }],
    atLeast: parseDecimal("0.95"),
    atMost: parseDecimal("1"),
    unit: "(area)",
  });
}
