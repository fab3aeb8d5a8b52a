import type { Claim } from "../../src/paper/claim.ts";
import { everySetting, margins, near, ordered, quantity } from "./measured-by.ts";

const place = { section: "4.2.2", sentence: 1 };
const related = ["s4.2.2.label-fed", "s4.2.2.run"];

/** As in `s4.2.2.run.settings`. */
const settled = { set: 1, score: "reconstruction", anomalies: "other-classes" };

const others = [
  { id: "least", words: "each of the five labels in turn is fed and the least score taken" },
  { id: "predicted", words: "the label that the report's classifier predicts is fed" },
  { id: "none", words: "a label of zeros is fed" },
] as const;

/**
 * How much of the area is the label? Tests of our own, written before any planned seed was run where they do not say
 * otherwise; every score and every kind of anomaly is judged by itself.
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
  ordered(
    {
      ...{ ...place, related: [...related, "s4.2.2.run.settings"] },
      id: "s4.2.2.label-fed.settings",
      states:
        "A test of ours, not a claim of the report, and written when three of its five seeds had been run: the own label's lead over the least of five, by more than the report's own two areas differ, is there whatever else is left open, also where the printed area comes out.",
    },
    quantity("auroc", { ...settled, label: "own" }),
    quantity("auroc", { ...settled, label: "least" }),
    { plan: everySetting, by: margins.rocAuc },
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
    { sided: "at-least", bound: "ours" },
  ),
];
