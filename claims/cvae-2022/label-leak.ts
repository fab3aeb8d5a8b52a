import type { Claim } from "../../src/paper/claim.ts";
import { margins, near, ordered, quantity } from "./measured-by.ts";

const place = { section: "4.2.2", sentence: 1 };
const related = ["s4.2.2.label-fed", "s4.2.2.run"];

const others = [
  { id: "least", words: "each of the five labels in turn is fed and the least score taken" },
  { id: "predicted", words: "the label that the report's classifier predicts is fed" },
  { id: "none", words: "a label of zeros is fed" },
] as const;

/**
 * How much of the area is the label? Tests of our own, written before any planned seed was run; every score and every
 * kind of anomaly is judged by itself.
 */
export const labelLeak: readonly Claim[] = [
  ...others.map(({ id, words }) =>
    ordered(
      {
        ...{ ...place, related },
        id: `s4.2.2.label-fed.${id}`,
        states: `A test of ours, not a claim of the report: the area under the ROC curve is larger where each image is fed its own label, an anomaly the sixth that was never trained, than where ${words}, by more than the report's own two areas differ.`,
      },
      quantity("auroc", { set: 1, label: "own" }),
      quantity("auroc", { set: 1, label: id }),
      { by: margins.rocAuc },
    ),
  ),
  near(
    {
      ...{ ...place, related },
      id: "s4.2.2.label-fed.alone",
      states:
        "A test of ours, not a claim of the report: without any anomaly, normal images that are fed the anomalies' label are told from the same images fed their own, by an area above one half.",
    },
    quantity("auroc-of-label", { set: 1 }),
    "0.5",
    { value: "0", reason: "one half is the area of scores that do not depend on the label" },
    { sided: "at-least" },
  ),
];
