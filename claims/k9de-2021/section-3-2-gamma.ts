import { checkAgreement } from "../../src/checks/agreement.ts";
import { checkClose } from "../../src/checks/closeness.ts";
import { checkCount } from "../../src/checks/count.ts";
import { checkProduct } from "../../src/checks/product.ts";
import { type Decimal, parseDecimal, toRational } from "../../src/numbers/decimal.ts";
import { absolute, compare, subtract } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { sentence } from "../../src/paper/locus.ts";
import { checked, seenByReader, tooLittlePrinted } from "../../src/paper/sentence-claims.ts";
import { baselinePairs } from "./baseline-pairs.ts";
import { meanAuc, rbf, tenSeeds } from "./measured-by.ts";
import { type DatasetColumn, idOf } from "./names.ts";
import { close, closeReading, far, farReading } from "./readings.ts";

const runHere: readonly DatasetColumn[] = ["f-MNIST", "CIFAR10"];

/** The RBF half of Section 3.2: kernels and the multiple of gamma. */
export const section32gamma: readonly Claim[] = [
  checked(
    {
      id: "s3.2.rbf-matched",
      section: "3.2",
      sentence: 12,
      states:
        "The report's RBF results match the original's in 3 of 6 experiments, which is to say that 3 are marked ≈.",
      printed: "matched on 3 out of 6 results",
    },
    () =>
      checkCount({
        what: "RBF results marked ≈",
        items: baselinePairs("RBF", "Ours").map(({ label, mark }) => ({
          label,
          holds: mark === "≈",
          why: `marked ${mark}`,
        })),
        reported: parseDecimal("3"),
      }),
  ),
  tooLittlePrinted(
    {
      id: "s3.2.one-point-rbf",
      section: "3.2",
      sentence: 14,
      states: "For RBF, one-point AUCs bear no correlation to the original's results.",
      printed: "no correlation to any paper results",
    },
    "no one-point AUC is printed, and none is in the authors' files",
  ),
  checked(
    {
      id: "s3.2.gamma-formula",
      section: "3.2",
      sentence: 15,
      states: "The original's gamma is 10/(d · var): its numerator is that of the official code.",
      printed: "is specified by the paper",
    },
    () =>
      checkAgreement({
        places: [
          { label: "Section 3.2", value: parseDecimal("10") },
          { label: "the official util/train.py", value: parseDecimal("10") },
        ],
      }),
  ),
  checked(
    {
      id: "s3.2.gamma-default",
      section: "3.2",
      sentence: 15,
      states: "scikit-learn's default scale, 1/(d · var), is 0.1 of the original's gamma, 10/(d · var).",
      printed: "10 times wider than the SkLearn default",
    },
    () =>
      checkProduct({
        factors: [
          { label: "multiple that the report calls scikit-learn's default", value: parseDecimal("0.1"), exact: true },
          { label: "numerator of the original's gamma", value: parseDecimal("10"), exact: true },
        ],
        reported: parseDecimal("1"),
      }),
  ),
  seenByReader(
    {
      id: "s3.2.gamma-wider",
      section: "3.2",
      sentence: 15,
      states: "The original's gamma is ten times wider than scikit-learn's default.",
      printed: "10 times wider than the SkLearn default",
      related: ["s3.2.gamma-default"],
    },
    {
      follows: "Ten times the gamma makes the kernel narrower, by a factor of √10 ≈ 3.2.",
      why: "The kernel is exp(−γ·distance²): its width falls as 1/√γ.",
      wouldExplain: "Wider is meant as larger, which it is.",
      confidence: "possible",
    },
  ),
  tooLittlePrinted(
    {
      id: "s3.2.multiples",
      section: "3.2",
      sentence: 15,
      states: "Multiples 0.01, 0.1, 5, 8, 10 and 100 of the original's gamma were tried.",
    },
    "results are printed for 1 and 8 only, and no file holds the others",
  ),
  checked(
    {
      id: "s3.2.response-varied",
      section: "3.2",
      sentence: 16,
      states: `On changing gamma some of the six results change drastically: between γ and γ·8, two or more by ${farReading}.`,
      printed: "some changing drastically",
    },
    () =>
      checkCount({
        what: "RBF results that change drastically from γ to γ·8",
        items: changes().map(({ label, a, b }) => ({
          label,
          holds: apartBy(far, a, b),
          why: `${a.text} and ${b.text}`,
        })),
        reported: parseDecimal("2"),
        qualifier: "at-least",
      }),
  ),
  checked(
    {
      id: "s3.2.response-varied.others",
      section: "3.2",
      sentence: 16,
      states: `Others of the six change not so much: between γ and γ·8, two or more by ${closeReading}.`,
      printed: "others not so much",
    },
    () =>
      checkCount({
        what: "RBF results that change little from γ to γ·8",
        items: changes().map(({ label, a, b }) => ({
          label,
          holds: checkClose({ pairs: [{ label, a, b }], within: close }).outcome === "consistent",
          why: `${a.text} and ${b.text}`,
        })),
        reported: parseDecimal("2"),
        qualifier: "at-least",
      }),
  ),
  checked(
    {
      id: "s3.2.gamma8-close",
      section: "3.2",
      sentence: 17,
      states: `With γ·8 all six results come close to the original's: ${closeReading}.`,
      printed: "all 6 results came close to the paper's value",
    },
    () =>
      checkClose({
        pairs: baselinePairs("RBF", "Ours (γ*8)").map(({ label, ours, paper }) => ({
          label,
          a: ours.value,
          b: paper.value,
        })),
        within: close,
      }),
  ),
  ...runHere.map(
    (dataset): Claim => ({
      id: `s3.2.gamma8-closer.${idOf(dataset)}`,
      at: sentence("3.2", 17),
      states: `With an untrained ResNet-18 on ${dataset}, γ·8 moves the report's RBF result up, towards the original's.`,
      basis: {
        kind: "ordering",
        higher: meanAuc("k9de", dataset, rbf(8)),
        lower: meanAuc("k9de", dataset, rbf(1)),
        plan: tenSeeds,
      },
      related: [`t2.resnet18.rbf.${idOf(dataset)}.gamma8`],
    }),
  ),
  seenByReader(
    {
      id: "s3.2.gamma8-evidence",
      section: "3.2",
      sentence: 18,
      states: "There is some evidence that the original's results were generated with γ·8.",
      related: ["sohn-2021:t7.resnet18.rbf.fmnist", "sohn-2021:t7.resnet18.rbf.cifar10"],
    },
    {
      follows:
        "The inference is not needed: the official code sets γ itself, and the image size and the stem explain the gap.",
      why: "A multiple was chosen among seven because its results match; the official protocol with γ comes near the printed 89.8 on f-MNIST, where its results hardly move with γ.",
      confidence: "likely",
    },
  ),
];

function apartBy(least: Decimal, a: Decimal, b: Decimal): boolean {
  return compare(absolute(subtract(toRational(a), toRational(b))), toRational(least)) >= 0;
}

function changes() {
  const eight = baselinePairs("RBF", "Ours (γ*8)");
  return baselinePairs("RBF", "Ours").map(({ label, ours }, index) => ({
    label,
    a: ours.value,
    b: eight[index]?.ours.value ?? ours.value,
  }));
}
