import { checkProduct } from "../../src/checks/product.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { table1 } from "./tables.ts";

/** Section 3.1: the data. */
export const section31: readonly Claim[] = [
  checked(
    {
      id: "s3.1.four-subsets",
      section: "3.1",
      sentence: 1,
      states: "The data set is divided into four subsets: as many as Table 1 has.",
      printed: "divided into four subsets",
      related: ["s3.1.origin"],
    },
    () =>
      checkReferenceCount({
        what: "subsets",
        reported: parseDecimal("4"),
        reference: table1.rowNames.length,
        source: "Table 1",
      }),
  ),
  seenByReader(
    {
      id: "s3.1.origin",
      section: "3.1",
      sentence: 1,
      states: "There is one full data set.",
      printed: "The full dataset",
      related: ["s3.1.four-subsets"],
    },
    {
      follows:
        "Which one is not said. Without the anomalies the four subsets have 26,000 + 2,000 + 2 × 1,000 = 30,000 images: five classes of 6,000.",
      why: "6,000 a class is what Fashion-MNIST has for training, and the classes that are named (sandal, sneaker, ankle boot) are among its ten. Which five they are, what the anomalies are, and how 28 pixels became 32 cannot be told.",
      wouldExplain: "The data came with the assignment and were known to its readers.",
      confidence: "likely",
    },
  ),
  checked(
    {
      id: "s3.1.normalised",
      section: "3.1",
      sentence: 2,
      states: "Pixels are brought from [0, 255] to [0, 1]: divided by 255, the greatest becomes 1.",
      printed: "from the range $[0, 255]$ to $[0, 1]$",
    },
    () =>
      checkProduct({
        factors: [{ label: "greatest value", value: parseDecimal("255"), exact: true }],
        divisors: [{ label: "width of the range", value: parseDecimal("255"), exact: true }],
        reported: parseDecimal("1"),
      }),
  ),
  seenByReader(
    {
      id: "s3.1.sixth-label",
      section: "3.1",
      sentence: 4,
      states: "A sixth label is added to labeled_data for the third task.",
      printed: "we need to add a sixth label to 'labeled_data' for the third task",
      related: ["t1.representative-set-1.labels", "s4.2.2.label-fed"],
    },
    {
      follows:
        "The third task is the one with five classes (Section 1); the sixth number marks anomalies, which are the first task.",
      why: "Table 1 gives six numbers to the sets with anomalies, five to labeled_data, which has none.",
      wouldExplain:
        "Training and test labels had to be of one length, since one network reads both; the task was named by mistake.",
      confidence: "likely",
    },
  ),
  seenByReader(
    {
      id: "s3.1.unlabeled-use",
      severity: "note",
      section: "3.1",
      sentence: 5,
      states: "The 26000 unlabelled images only serve to visualise results.",
      printed: "The first dataset with 26000 unlabeled data is used only to visualize the results",
      related: ["s2.unsupervised"],
    },
    {
      follows: "None of the eight figures shows a result on them, as far as their captions tell.",
      why: "Figures 7 and 8 show test images by true and predicted class, which unlabelled images do not allow.",
      wouldExplain: "Figure 7 may show unlabelled images; its pictures were not at hand.",
      confidence: "possible",
    },
  ),
  outOfScope(
    {
      id: "s3.1.train",
      section: "3.1",
      sentence: 7,
      states: "The CVAE is trained on the 2000 labelled images.",
      printed: "The second dataset with 2000 labeled data is used to train the CVAE",
      related: ["t1.labeled-data.images", "s2.unsupervised"],
    },
    account,
  ),
  outOfScope(
    {
      id: "s3.1.set-1",
      section: "3.1",
      sentence: 9,
      states: "The threshold is found on the 1052 images of the first representative set.",
      printed: "The third dataset consisting 1052 labeled anomalous and nonanomalous data",
      related: ["t1.representative-set-1.images", "s4.2.2.roc-auc"],
    },
    "an account of what the authors did; that the area printed in 4.2.2 is of this set is a claim there",
  ),
  outOfScope(
    {
      id: "s3.1.set-2",
      section: "3.1",
      sentence: 11,
      states: "The threshold is tested on the 1052 images of the second representative set.",
      printed: "The fourth dataset consisting 1052 labeled anomalous and nonanomalous data",
      related: ["t1.representative-set-2.images", "s4.2.2.accuracy-set-2"],
    },
    "an account of what the authors did; that the accuracy printed in 4.2.2 is of this set is a claim there",
  ),
  seenByReader(
    {
      id: "s3.1.classification-loader",
      severity: "note",
      section: "3.1",
      sentence: 13,
      states: "The classifier is tested on all labelled data of both representative sets.",
      printed: "which consists of all labeled data in the third dataset and the fourth dataset",
      related: ["s4.2.3.in-distribution"],
    },
    {
      follows: "That is 2 × 1052 = 2104 images, anomalies among them; Section 4.2.3 tests on the 2000 without.",
      why: "A classifier of five classes has no right answer for an anomaly.",
      wouldExplain: '"Labelled" may mean labelled with one of the five classes.',
      confidence: "likely",
    },
  ),
];
