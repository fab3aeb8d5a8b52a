import { alsoRead } from "../../src/checks/also-read.ts";
import { checkClose } from "../../src/checks/closeness.ts";
import { shortText } from "../../src/checks/exact-text.ts";
import { checkOrder } from "../../src/checks/order.ts";
import { toRational } from "../../src/numbers/decimal.ts";
import { absolute, compare, type Rational, subtract } from "../../src/numbers/rational.ts";
import type { Claim } from "../../src/paper/claim.ts";
import { account, checked, outOfScope, seenByReader } from "../../src/paper/sentence-claims.ts";
import { table7 } from "../sohn-2021/tables.ts";
import { type Pair, pairOf } from "./baseline-pairs.ts";
import { nameInOriginal } from "./names.ts";
import { close, closeReading, far, farReading } from "./readings.ts";

/** Section 3.5: contrastive learning. */
export const section35: readonly Claim[] = [
  seenByReader(
    {
      id: "s3.5.pretrained",
      severity: "major",
      section: "3.5",
      sentence: 5,
      states: "Contrastive learning is reproduced with pretrained weights of SimCLR.",
      related: ["t2.contrastive.linear.fmnist.ours", "t2.contrastive.rbf.cifar10.ours"],
    },
    {
      follows:
        "It is another experiment: features of a frozen ResNet-50 trained on all of ImageNet, where the original trains a ResNet-18 on images of one class.",
      why: "No contrastive training takes place in the report's code.",
      confidence: "certain",
    },
  ),
  outOfScope(
    {
      id: "s3.5.checkpoints",
      section: "3.5",
      sentence: 6,
      states: "Published code converts checkpoints of ResNet50_1x to PyTorch.",
    },
    "a statement about somebody else's repository; whether the converted weights expect ImageNet's standardisation was not checked",
  ),
  outOfScope(
    {
      id: "s3.5.own-augmentation",
      section: "3.5",
      sentence: 7,
      states: "The authors developed their own augmentation scheme.",
    },
    account,
  ),
  ...(["Linear", "RBF"] as const).map((kernel) =>
    checked(
      {
        id: `s3.5.fmnist-similar.${kernel.toLowerCase()}`,
        section: "3.5",
        sentence: 8,
        states: `On f-MNIST the ${kernel} result is similar to the original's: ${closeReading}.`,
        printed: "results similar to the paper's",
        related: ["t2.marks"],
      },
      () => similar(`Contrastive / ${kernel}`),
    ),
  ),
  ...(["Linear", "RBF"] as const).map((kernel) =>
    checked(
      {
        id: `s3.5.cifar10-significantly-lower.${kernel.toLowerCase()}`,
        section: "3.5",
        sentence: 8,
        states: `On CIFAR10 the ${kernel} result is significantly lower than the original's, also with the number that the original's Contrastive row really has: by ${farReading}.`,
        printed: "CIFAR10 results were significantly lower",
        related: [`t2.contrastive.${kernel.toLowerCase()}.cifar10.paper`],
      },
      () => significantlyLower(`Contrastive / ${kernel}`),
    ),
  ),
  outOfScope(
    {
      id: "s3.5.complexity",
      section: "3.5",
      sentence: 9,
      states: "The difference may come from the complexity of the data sets.",
    },
    "a supposition of the authors, without a prediction that could fail",
  ),
  outOfScope(
    {
      id: "s3.5.simclr-networks",
      section: "3.5",
      sentence: 10,
      states: "SimCLR provides checkpoints of ResNet50 and of ResNets two and four times as wide.",
      printed: "wide ResNet50_2x and 4x",
    },
    "a statement about somebody else's repository, which is not part of this audit",
  ),
  outOfScope(
    {
      id: "s3.5.smaller-network",
      section: "3.5",
      sentence: 11,
      states: "Chen et al. report that ResNet50_1x performs below supervised learning, and 4x at the state of the art.",
    },
    "a statement about a third paper, which is not part of this audit",
  ),
  outOfScope(
    {
      id: "s3.5.augmentation-of-original",
      section: "3.5",
      sentence: 12,
      states: "The original's repository includes an augmentation scheme that the SimCLR paper does not report.",
    },
    "a statement about a third paper, which is not part of this audit",
  ),
  outOfScope(
    {
      id: "s3.5.epochs",
      section: "3.5",
      sentence: 12,
      states: "The original trains for 2048 epochs with a small batch instead of 1024 epochs with large ones.",
      related: ["s2.1.epochs"],
    },
    "2,048 and a batch of 32 are those of the official scripts, as a reader found; SimCLR's figures are those of a third paper",
  ),
];

/** By our reading of the word, or as the sentence itself sets it against the results on CIFAR10. */
function similar(row: string) {
  const { label, paper, ours, mark } = pairOf(row, "f-MNIST");
  const result = checkClose({ pairs: [{ label, a: ours.value, b: paper.value }], within: close });
  const onCifar = ["Contrastive / Linear", "Contrastive / RBF"].map((each) => gap(pairOf(each, "CIFAR10")));
  const nearest = onCifar.reduce((least, next) => (compare(next, least) < 0 ? next : least));
  return alsoRead(result, [
    {
      name: `the contrast that the sentence itself draws: results on CIFAR10 lie ${shortText(nearest)} points lower and more (though Table 2 marks this one ${mark})`,
      holds: compare(gap({ paper, ours }), nearest) < 0,
    },
  ]);
}

function gap({ paper, ours }: Pick<Pair, "paper" | "ours">): Rational {
  return absolute(subtract(toRational(paper.value), toRational(ours.value)));
}

/** Both the number that the report quotes and the one that stands in the original's Contrastive row. */
function significantlyLower(row: string) {
  const { paper, ours } = pairOf(row, "CIFAR10");
  const inOriginal = table7.cell(nameInOriginal(row), "CIFAR-10").printed();
  const [least] = [paper.value, inOriginal.value].toSorted((a, b) => Number(a.units - b.units));
  return checkOrder({
    items: [
      { label: "original (the lower of the quoted and the printed number)", value: least ?? paper.value },
      { label: "report", value: ours.value },
    ],
    relation: "decreasing",
    by: { atLeast: far },
  });
}
