import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkProduct } from "../../src/checks/product.ts";
import { checkRange } from "../../src/checks/range.ts";
import { checkReferenceCount } from "../../src/checks/reference-count.ts";
import { parseDecimal } from "../../src/numbers/decimal.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, judgement, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { table1 } from "./tables.ts";

const ratings = ["Report Rating", "Code Rating", "Compute Rating"] as const;

/** Section 2.2: the reproducibility of the experiments one by one. */
export const section22: readonly Claim[] = [
  checked(
    {
      id: "s2.2.three-metrics",
      section: "2.2",
      sentence: 2,
      states: "Three metrics rate an experiment: report, code and compute.",
      printed: "three metrics were formulated",
    },
    () =>
      checkReferenceCount({
        what: "metrics",
        reported: parseDecimal("3"),
        reference: ratings.length,
        source: "Table 1 (its columns of ratings)",
      }),
  ),
  outOfScope(
    {
      id: "s2.2.ratings",
      section: "2.2",
      sentence: 3,
      states:
        "The report and code ratings say how well the paper describes an experiment and how easily its code is found.",
    },
    judgement,
  ),
  checked(
    {
      id: "s2.2.scale",
      section: "2.2",
      sentence: 3,
      states: "Ratings go from 1 to 3.",
      printed: "Rating 1: 'well'; 2: 'adequately'; 3: 'insufficiently'",
    },
    () =>
      checkRange({
        items: ratings.flatMap((column) =>
          table1.column(column).map((cell) => ({ label: `${cell.row}, ${column}`, value: cell.printed().value })),
        ),
        atLeast: parseDecimal("1"),
        atMost: parseDecimal("3"),
        unit: "of the scale",
        exact: true,
      }),
  ),
  checked(
    {
      id: "s2.2.compute-rating",
      section: "2.2",
      sentence: 4,
      states: "Above 12 hours the compute rating is 3, as Table 1 gives the models that need 512 hours.",
      printed: "3: >12hr",
      related: ["s2.2.compute-hours"],
    },
    () =>
      checkRange({
        items: [{ label: "estimated hours of the contrastive models", value: parseDecimal("512") }],
        atLeast: parseDecimal("12"),
        unit: "hours",
      }),
  ),
  outOfScope(
    {
      id: "s2.2.session",
      section: "2.2",
      sentence: 5,
      states: "The scheme assumes a Nvidia P100 and sessions that end after 12 hours.",
      printed: "12hr session time-out",
    },
    "terms of a paid service in 2021; nothing printed or published shows them",
  ),
  checked(
    {
      id: "s2.2.expected-score",
      section: "2.2",
      sentence: 7,
      states: "6 is the expected score.",
      printed: "6 as an expected score",
    },
    () =>
      checkProduct({
        factors: [
          { label: "ratings", value: parseDecimal("3"), exact: true },
          { label: "(midpoint of the scale from 1 to 3)", value: parseDecimal("2"), exact: true },
        ],
        reported: parseDecimal("6"),
      }),
  ),
  scoreOf("baselines", 7, "4", ["ResNet 18 (random)*", "ResNet 50 (ImageNet)*"]),
  outOfScope(
    {
      id: "s2.2.clear-specifics",
      section: "2.2",
      sentence: 7,
      states: "The baselines use widely available data and models, and most specifics are given clearly.",
    },
    judgement,
  ),
  scoreOf("denoising", 8, "5", ["Denoising*"]),
  scoreOf("rotnet", 8, "6", ["RotNet"]),
  seenByReader(
    {
      id: "s2.2.denoising-detail",
      section: "2.2",
      sentence: 8,
      states: "Reasonable detail on denoising is given in the paper.",
      related: ["s3.3.details-omitted", "t1.denoising.sum"],
    },
    {
      follows:
        "Section 3.3 says the opposite: the details of the experimental setup are omitted and give no guidance for setting the hyperparameters.",
      why: "Both cannot be; with no details the report rating of denoising would be 3 rather than 2, its sum 6 rather than 5 and its rank 5 rather than 6.",
      wouldExplain: "The assessment of difficulty was made before the reproduction was tried.",
      confidence: "certain",
    },
  ),
  checked(
    {
      id: "s2.2.seven-or-higher",
      section: "2.2",
      sentence: 9,
      states: "Anomaly detection, rotation prediction and both contrastive models score 7 or higher.",
      printed: "score 7 or higher",
    },
    () =>
      checkRange({
        items: ["Rotation Prediction*", "Contrastive", "Contrastive (DA)", "Anomaly Detection"].map((row) => ({
          label: row,
          value: table1.cell(row, "Overall Difficulty").printed().value,
        })),
        atLeast: parseDecimal("7"),
        unit: "points",
      }),
  ),
  checked(
    {
      id: "s2.2.compute-hours",
      section: "2.2",
      sentence: 9,
      states: "2,048 epochs take at least 512 hours.",
      printed: "at least 512 compute hours",
      related: ["s2.2.compute-basis"],
    },
    () =>
      checkProduct({
        factors: [
          { label: "epochs", value: parseDecimal("2048"), exact: true },
          { label: "minutes an epoch (Section 3.4)", value: parseDecimal("15"), exact: true },
        ],
        divisors: [{ label: "minutes an hour", value: parseDecimal("60"), exact: true }],
        reported: parseDecimal("512"),
      }),
  ),
  seenByReader(
    {
      id: "s2.2.compute-basis",
      section: "2.2",
      sentence: 9,
      states: "512 hours are the least that training a ResNet 50 for the contrastive models would take.",
      related: ["s2.2.compute-hours", "s3.4.epoch"],
    },
    {
      follows:
        "512 h is 2,048 times the 15 minutes of Section 3.4, which are those of a ResNet-50 on f-MNIST with all classes in four rotations each; the original trains a ResNet-18, on one class at a time.",
      why: "One class of f-MNIST has a tenth of the images, and the official scripts set the smaller network, so that the figure is no lower bound.",
      confidence: "likely",
    },
  ),
  outOfScope(
    {
      id: "s2.2.cross-section",
      section: "2.2",
      sentence: 10,
      states: "The models chosen for reproduction are a cross-section of complexity, denoted by a star.",
      related: ["t1.stars"],
    },
    account,
  ),
];

function scoreOf(id: string, sentence: number, score: string, rows: readonly string[]): Claim {
  return checked(
    {
      id: `s2.2.score-${id}`,
      section: "2.2",
      sentence,
      states: `${rows.map((row) => row.replace("*", "")).join(" and ")} score ${score}.`,
      printed: score,
    },
    () =>
      checkAgreement({
        places: [
          { label: "the text", value: parseDecimal(score) },
          ...rows.map((row) => ({
            label: `Table 1, row "${row}"`,
            value: table1.cell(row, "Overall Difficulty").printed().value,
          })),
        ],
      }),
  );
}
