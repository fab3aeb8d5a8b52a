import { checkAgreement } from "../../src/checks/agreement.ts";
import type { CheckResult } from "../../src/checks/check-result.ts";
import { type CountedItem, checkCount } from "../../src/checks/count.ts";
import { checkFraction } from "../../src/checks/exact-splits.ts";
import { listText, shortText } from "../../src/checks/exact-text.ts";
import { checkMajorityBaseline } from "../../src/checks/majority-baseline.ts";
import { misprints } from "../../src/checks/misprints.ts";
import { checkPercentage } from "../../src/checks/percentage.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import { rational } from "../../src/numbers/rational.ts";
import { anomalies, images, normal, printed } from "./detector.ts";

/** Section 5, sentence 1: whether both accuracies are above that of a detector which finds nothing. */
export function beatsAlwaysNormal(): CheckResult {
  const baseline = shortText(rational(normal, images), 5);
  const items = [
    { label: "first set (on which the threshold was chosen)", accuracy: printed.accuracyOnSet1 },
    { label: "second set (unseen)", accuracy: printed.accuracyOnSet2 },
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
  const below = items.filter(({ holds }) => holds !== true).map(({ label, why }) => `${why} on the ${label}`);
  return {
    ...result,
    explanation: `Always answering "normal" is right on ${normal} of ${images} images. The printed accuracies that are not above that: ${listText(below)}. That is poor, though not impossible; the report does not mention it.`,
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

/** Section 5, sentence 2: whether its area is the one of Section 4.2.2. */
export function areasAgree(): CheckResult {
  const result = agreement(printed.rocAucInConclusion, printed.rocAuc);
  const pairs = anomalies * normal;
  const { least, most } = pairsOfConclusion().details.countsThatFit as {
    readonly least: string;
    readonly most: string;
  };
  const [right] = [
    checkFraction({ value: parseDecimal(printed.rocAuc), leastTotal: pairs, greatestTotal: pairs }).details.fractions,
  ].flat();
  return {
    ...result,
    explanation: `Section 5 prints ${printed.rocAucInConclusion}; Section 4.2.2 prints ${printed.rocAuc}, which is ${Number(printed.rocAuc).toFixed(3)} to three digits. Of the ${pairs} pairs of an anomaly and a normal image, the first asks for ${least} to ${most} in the right order, the second is ${right}.`,
    nearMisses: [...areaMisprints(), "Section 5 reports another of the several runs; then it does not say so."],
  };
}

/** Section 5, sentence 3: whether its threshold is the one of Section 4.2.2. */
export function thresholdsAgree(): CheckResult {
  const result = agreement(printed.thresholdInConclusion, printed.threshold);
  return {
    ...result,
    explanation: `Section 5 prints ${printed.thresholdInConclusion} for the selected threshold; Section 4.2.2 prints ${printed.threshold}, which is ${Number(printed.threshold).toFixed(3)} to three digits.`,
    nearMisses: [
      "Section 5 reports another of the several runs; then it does not say so, and 0.125 is 0.12 or 0.13 to two digits, where the thresholds of all runs are said to be around 0.14.",
    ],
  };
}

function agreement(inConclusion: string, inSection422: string): CheckResult {
  return checkAgreement({
    places: [
      { label: "Section 5", value: parseDecimal(inConclusion) },
      { label: "Section 4.2.2", value: parseDecimal(inSection422) },
    ],
  });
}

/** How many pairs the area of Section 5 asks for. */
export function pairsOfConclusion(): CheckResult {
  return checkPercentage({
    percent: parseDecimal(printed.rocAucInConclusion),
    total: anomalies * normal,
    scale: "fraction",
  });
}
