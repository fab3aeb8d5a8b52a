import { checkAveragePrecision } from "../../src/checks/auc-average-precision.ts";
import { checkAucSplit, checkFraction } from "../../src/checks/exact-splits.ts";
import { checkGridPoint } from "../../src/checks/grid-point.ts";
import { checkNearestRocPoint } from "../../src/checks/nearest-roc-point.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, seenByReader } from "../../src/paper/sentence-claims.ts";
import { anomalies, examplesOfArea, images, normal, printed } from "./detector.ts";
import { everySetting, margins, near, quantity } from "./measured-by.ts";

const rocAuc = parseDecimal(printed.rocAuc);

/** Section 4.2.2, sentences 5 to 8: the ROC curve, its area and its threshold. */
export const rocClaims: readonly Claim[] = [
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
  near(
    {
      id: "s4.2.2.run",
      section: "4.2.2",
      sentence: 5,
      states:
        "Training the model again gives an area under the ROC curve like 0.978, whichever score is taken, whichever label is fed and whatever the anomalies are.",
      related: ["s4.2.2.roc-auc", "s4.2.2.score", "s4.2.2.label-fed"],
    },
    quantity("auroc", { set: 1 }),
    printed.rocAuc,
    margins.rocAuc,
    { examples: examplesOfArea },
  ),
  near(
    {
      id: "s4.2.2.run.settings",
      section: "4.2.2",
      sentence: 5,
      states:
        "The same whatever else is left open, where the reconstruction loss is the score, each image is fed its own label, and anomalies are of the classes that are not used.",
      related: ["s4.2.2.run"],
    },
    quantity("auroc", { set: 1, score: "reconstruction", label: "own", anomalies: "other-classes" }),
    printed.rocAuc,
    margins.rocAuc,
    { plan: everySetting, examples: examplesOfArea },
  ),
  near(
    {
      id: "s4.2.2.run.pr-auc",
      section: "4.2.2",
      sentence: 5,
      states: "Training the model again gives an area under the precision-recall curve like 0.834 (by trapezoids).",
      related: ["s4.2.2.pr-auc", "s4.2.2.run"],
    },
    quantity("aupr-trapezoids", { set: 1 }),
    printed.prAuc,
    margins.prAuc,
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
      printed: "find the threshold which corresponds to the point closest to $(0, 1)$ on the ROC curve",
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
