import { checkAgreement } from "../../src/checks/agreement.ts";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { shortText } from "../../src/checks/exact-text.ts";
import { checkMajorityBaseline } from "../../src/checks/majority-baseline.ts";
import { misprints } from "../../src/checks/misprints.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { checked, outOfScope, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { anomalies, images, inDistribution, normal, printed } from "./detector.ts";
import { plannedFigure } from "./planned.ts";

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
    () =>
      explained(
        checkAgreement({
          places: [
            { label: "Section 5", value: parseDecimal(printed.rocAucInConclusion) },
            { label: "Section 4.2.2", value: parseDecimal(printed.rocAuc) },
          ],
        }),
        [...areaMisprints(), "Section 5 reports another of the several runs; then it does not say so."],
      ),
  ),
  checked(
    {
      id: "s5.roc-auc.pairs",
      section: "5",
      sentence: 2,
      states: "An area of 0.988 is possible for 52 anomalies and 1,000 normal images, in another run say.",
      printed: printed.rocAucInConclusion,
    },
    () =>
      checkPercentage({
        percent: parseDecimal(printed.rocAucInConclusion),
        total: anomalies * normal,
        scale: "fraction",
      }),
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
    () =>
      explained(
        checkAgreement({
          places: [
            { label: "Section 5", value: parseDecimal(printed.thresholdInConclusion) },
            { label: "Section 4.2.2", value: parseDecimal(printed.threshold) },
          ],
        }),
        [
          "Section 5 reports another of the several runs; then it does not say so, and a threshold of 0.125 rounds to 0.13 or 0.12, where those of all runs are said to be around 0.14.",
        ],
      ),
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
  outOfScope(
    {
      id: "s5.sandals-poor",
      section: "5",
      sentence: 5,
      states: "The classifier does worst on sandals.",
      printed: "it perform poor when determining the class 'Sandal'",
      related: ["s4.2.3.sandals"],
    },
    plannedFigure("Figure 7, with right answers,"),
  ),
  outOfScope(
    {
      id: "s5.sandals-ambiguous",
      section: "5",
      sentence: 6,
      states: "Generated sandals are ambiguous, which causes confusion with ankle boots.",
      printed: "the ones of 'Sandal' are ambiguous",
      related: ["s4.2.1.generated-properly", "s4.2.3.resembles"],
    },
    plannedFigure("Figure 4"),
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
  tooLittlePrinted(
    {
      id: "s5.transposed",
      section: "5",
      sentence: 8,
      states: "With transposed convolutions the loss is much higher and the result worse.",
      printed: "the loss is much higher and the result is worse",
      related: ["s4.2.1.deconvolution", "s6.deconvolution"],
    },
    "neither loss is; to be measured with both decoders",
  ),
];

function beatsAlwaysNormal(): CheckResult {
  const baseline = shortText(rational(normal, images), 5);
  const items = [
    { label: "first set, on which the threshold was chosen", accuracy: printed.accuracyOnSet1 },
    { label: "second set, unseen", accuracy: printed.accuracyOnSet2 },
  ].map(({ label, accuracy }): CountedItem => {
    const { details } = checkMajorityBaseline({
      accuracy: parseDecimal(accuracy),
      classCounts: { normal, anomalous: anomalies },
    });
    return { label, holds: details.aboveBaseline === true, why: `${Number(accuracy).toFixed(4)} against ${baseline}` };
  });
  const areas = [printed.rocAuc, printed.rocAucInConclusion].map(
    (area): CountedItem => ({ label: `area ${area}`, holds: Number(area) > 0.5, why: "against 0.5" }),
  );
  const result = checkCount({
    what: `accuracies above that of always answering "normal", ${normal} of ${images}`,
    items,
    reported: parseDecimal(String(items.length)),
    qualifier: "all",
    alternatives: [
      { name: "the area under the ROC curve, where one half is chance, instead of the accuracy", items: areas },
    ],
  });
  const below = items.filter(({ holds }) => holds !== true).map(({ label, why }) => `${label}: ${why}`);
  return {
    ...result,
    explanation: `Always answering "normal" is right on ${normal} of ${images} images, ${baseline}. Of the two printed accuracies ${below.length} are not above that (${below.join("; ")}). That is poor, though not impossible; the report does not mention it.`,
    assumptions: [`Both sets have ${anomalies} anomalies and ${normal} normal images.`],
    nearMisses: [
      "A threshold at the point nearest to (0, 1) weighs both error rates alike, which costs accuracy where anomalies are rare; then the two rates are what should be printed.",
    ],
  };
}

/** Single slips in the conclusion's area under which it is the rounded one of Section 4.2.2. */
function areaMisprints(): readonly string[] {
  return misprints(parseDecimal(printed.rocAucInConclusion))
    .filter(({ value }) => {
      const places = [value, parseDecimal(printed.rocAuc)].map((each) => ({ label: "", value: each }));
      return checkAgreement({ places }).outcome === "consistent";
    })
    .map(
      ({ value, slip }) => `A guess: ${value.text} was meant where ${printed.rocAucInConclusion} is printed (${slip}).`,
    );
}

function explained(result: CheckResult, nearMisses: readonly string[]): CheckResult {
  return { ...result, nearMisses: [...result.nearMisses, ...nearMisses] };
}
