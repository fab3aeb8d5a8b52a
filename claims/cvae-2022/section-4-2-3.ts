import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { checkProduct } from "../../src/checks/product.ts";
import { checkRange } from "../../src/checks/range.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { place } from "../../src/paper/locus.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { inDistribution, normalByArea } from "./detector.ts";
import { everySetting, ordered, quantity } from "./measured-by.ts";
import { imagesOf } from "./tables.ts";

/** The label of sandals in Fashion-MNIST. */
const sandal = 5;

/** Section 4.2.3: the classifier. */
export const section423: readonly Claim[] = [
  points("s4.2.3.points", 2, "each of which contains 1052 data points"),
  inDistributionClaim("s4.2.3.in-distribution", 3, "the number of the extracted data points is 2000"),
  outOfScope(
    {
      id: "s4.2.3.unseen",
      section: "4.2.3",
      sentence: 4,
      states: "The test images are none of the training images.",
      printed: "These data points are unseen during training",
    },
    account,
  ),
  seenByReader(
    {
      id: "s4.2.3.accuracy",
      section: "4.2.3",
      sentence: 5,
      states: "The accuracy of the classifier is given.",
      printed: "The accuracy of our model is, and additionally",
      related: ["s4.2.3.accuracy-again", "s5.accuracy"],
    },
    {
      follows:
        "The number is missing. The only accuracy of the classifier stands in the conclusion: 0.75, to two digits.",
      why: "The result of the third task should stand where it is evaluated, like the detector's with its 16 digits.",
      wouldExplain: "It was to be filled in later.",
      confidence: "certain",
    },
  ),
  seenByReader(
    {
      id: "s4.2.3.written-twice",
      severity: "note",
      section: "4.2.3",
      sentence: 6,
      states: "How the classifier is tested is told.",
      printed: "To assess how well the model performs in terms of classification",
    },
    {
      follows: "Sentences 6 to 10 say in other words what sentences 1 to 5 say.",
      why: "Numbers and order are the same; the accuracy is missing from both.",
      wouldExplain: "One of two drafts was to be deleted.",
      confidence: "certain",
    },
  ),
  points("s4.2.3.points-again", 7, "which each have 1052 data points"),
  inDistributionClaim("s4.2.3.in-distribution-again", 8, "2000 data points were chosen"),
  seenByReader(
    {
      id: "s4.2.3.accuracy-again",
      severity: "note",
      section: "4.2.3",
      sentence: 9,
      states: "The accuracy of the classifier is given.",
      printed: "our model's accuracy is.....",
      related: ["s4.2.3.accuracy", "s5.accuracy"],
    },
    {
      follows: "The number is missing here, too.",
      why: "Dots stand in its place.",
      wouldExplain: "It was to be filled in later.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s4.2.3.sandals",
      section: "4.2.3",
      sentence: 11,
      states:
        "No sandal is classified rightly: then the accuracy is at most 0.8, four fifths, where the five classes are equally many.",
      printed: "our model is unable to predict all of the sandal's images",
      related: ["s4.2.3.all-of-the-sandals", "s5.accuracy"],
    },
    () =>
      checkRange({
        items: [{ label: "accuracy of the classifier", value: parseDecimal("0.75") }],
        atMost: parseDecimal("0.8"),
        unit: "(accuracy)",
      }),
  ),
  seenByReader(
    {
      id: "s4.2.3.all-of-the-sandals",
      severity: "note",
      section: "4.2.3",
      sentence: 11,
      states: "The model is unable to predict all of the images of sandals.",
      printed: "unable to predict all of the sandal's images",
      related: ["s4.2.3.sandals"],
    },
    {
      follows: "This may mean that it gets none right, or that it does not get all right.",
      why: "An accuracy of 0.75 allows both: with no sandal right, the other classes would be at about 0.94. A table of right answers by class would tell.",
      confidence: "certain",
    },
  ),
  ordered(
    {
      id: "s4.2.3.vague",
      section: "4.2.3",
      sentence: 12,
      states:
        "Sandals fail because generated images are vague: with training images in their place, more sandals are classified rightly.",
      printed: "the images we generate are vague and lack some feature information",
      related: ["s4.2.3.rule"],
    },
    quantity("recall", { class: sandal, references: "training" }),
    quantity("recall", { class: sandal, references: "generated" }),
    { plan: everySetting },
  ),
  ordered(
    {
      id: "s4.2.3.rule",
      section: "4.2.3",
      sentence: 12,
      states:
        "A test of ours, not a claim of the report: the rule is at fault, not the images. The single most similar training image tells more sandals rightly than the greatest mean similarity to all training images of a class.",
      related: ["s4.2.3.vague", "s3.2.mean-cosine"],
    },
    quantity("nearest-class-share", { class: sandal, images: "real", nearest: "own" }),
    quantity("recall", { class: sandal, references: "training" }),
  ),
  ordered(
    {
      id: "s4.2.3.resembles",
      section: "4.2.3",
      sentence: 13,
      states: "Sandals are taken for sneakers and ankle boots, rather than for the two classes that are no shoes.",
      printed: "it resembles sneakers and ankle boots in some ways",
      related: ["s5.sandals-ambiguous"],
    },
    quantity("confusion", { class: sandal, references: "generated", footwear: true }, { meanOver: "predicted" }),
    quantity("confusion", { class: sandal, references: "generated", footwear: false }, { meanOver: "predicted" }),
  ),
  {
    id: "figure8.indices",
    at: place("Figure 8"),
    states: "Five images are taken for ankle boots; their places are listed in rising order.",
    printed: "(array([1, 4, 7, 8, 9]),)",
    basis: {
      kind: "printed",
      check: () =>
        checkOrder({
          items: [
            { label: "first", value: parseDecimal("1") },
            { label: "second", value: parseDecimal("4") },
            { label: "third", value: parseDecimal("7") },
            { label: "fourth", value: parseDecimal("8") },
            { label: "fifth", value: parseDecimal("9") },
          ],
          relation: "increasing",
          exact: true,
        }),
    },
    related: ["s4.2.3.sandals"],
  },
  {
    id: "figure8.mode",
    at: place("Figure 8"),
    states: "Ankle boot is mode 4: the last of five modes that are counted from 0.",
    printed: "Predicted class: Ankle boot(mode = 4)",
    basis: {
      kind: "printed",
      check: () =>
        checkRange({
          items: [{ label: "mode of ankle boot", value: parseDecimal("4") }],
          atLeast: parseDecimal("0"),
          atMost: parseDecimal("4"),
          unit: "(modes of five classes)",
          exact: true,
        }),
    },
  },
];

function points(id: string, sentence: number, printed: string): Claim {
  return checked(
    {
      id,
      section: "4.2.3",
      sentence,
      states: "The last two data sets have 1052 images each, as Table 1 says.",
      printed,
      related: ["t1.representative-set-1.images", "t1.representative-set-2.images"],
    },
    () =>
      checkAgreement({
        places: [
          { label: "Section 4.2.3", value: parseDecimal("1052") },
          ...["representative_set_1", "representative_set_2"].map((row) => ({
            label: `Table 1, ${row}`,
            value: imagesOf(row),
          })),
        ],
      }),
  );
}

function inDistributionClaim(id: string, sentence: number, printed: string): Claim {
  return checked(
    {
      id,
      section: "4.2.3",
      sentence,
      states:
        "2000 images of the two sets are no anomalies: 1,000 in each, as the area under the ROC curve says of the first.",
      printed,
      related: ["s4.2.2.roc-auc"],
    },
    () =>
      checkProduct({
        factors: [
          { label: "sets", value: parseDecimal("2"), exact: true },
          { label: "normal images by the area", value: parseDecimal(String(normalByArea())), exact: true },
        ],
        reported: inDistribution,
      }),
  );
}
