import type { ClaimAudit, JudgedValues, Verdict } from "../../src/audit/audit.ts";

interface Measured {
  readonly id: string;
  readonly row: string;
  readonly column: string;
  readonly text: string;
  readonly value: number;
  readonly variant: string;
  readonly dataset: string;
  readonly kernel: string;
  readonly gammaMultiple?: number;
  readonly margin: number;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly judged: readonly JudgedValues[];
  readonly spread?: number;
  readonly indication?: boolean;
}

/** Measured claims of Table 2: reproduced, refuted, inconclusive under several freedoms, an indication, not run. */
export const sampleMeasured: readonly ClaimAudit[] = [
  measured({
    id: "t2.resnet18.linear.fmnist.ours",
    row: "ResNet18 (random) / Linear",
    column: "f-MNIST / Ours",
    text: "70.5 (++)",
    value: 70.5,
    variant: "k9de",
    dataset: "fashion-mnist",
    kernel: "linear",
    margin: 5,
    verdict: "reproduced",
    reason: "within the margin",
    judged: [
      judged([66.2, 71.9, 75.3, 70.1, 78.4, 68.3, 73.0, 72.2, 71.5, 74.8], 72.17, 3.55, 70.5, "reproduced", 1.1),
    ],
  }),
  measured({
    id: "t2.resnet18.rbf.fmnist.paper",
    row: "ResNet18 (random) / RBF",
    column: "f-MNIST / Paper",
    text: "89.8",
    value: 89.8,
    spread: 0.9,
    variant: "official",
    dataset: "fashion-mnist",
    kernel: "rbf",
    gammaMultiple: 1,
    margin: 2,
    verdict: "reproduced",
    reason: "within the margin",
    judged: [judged([88.9, 89.3, 89.1, 88.6, 89.6], 89.1, 0.38, 89.8, "reproduced", 0.5)],
  }),
  measured({
    id: "t2.resnet18.rbf.fmnist.ours",
    row: "ResNet18 (random) / RBF",
    column: "f-MNIST / Ours",
    text: "74.5 (-)",
    value: 74.5,
    variant: "k9de",
    dataset: "fashion-mnist",
    kernel: "rbf",
    gammaMultiple: 1,
    margin: 5,
    verdict: "inconclusive",
    reason: "depends on the initial distribution",
    judged: [
      judged([72.8, 73.9, 77.1, 74.2, 75.0], 74.6, 1.61, 74.5, "reproduced", 1.9, { initialDistribution: "kaiming" }),
      judged([64.1, 66.3, 62.0, 65.2, 63.8], 64.28, 1.6, 74.5, "refuted", 2.0, {
        initialDistribution: "truncated-normal",
      }),
      judged([70.1, 69.3, 72.0, 71.2, 70.8], 70.68, 1.03, 74.5, "inconclusive", 1.3, {
        initialDistribution: "uniform",
      }),
    ],
  }),
  measured({
    id: "t2.resnet18.rbf.fmnist.gamma8",
    row: "ResNet18 (random) / RBF",
    column: "f-MNIST / Ours (γ*8)",
    text: "86.4 (≈)",
    value: 86.4,
    variant: "k9de",
    dataset: "fashion-mnist",
    kernel: "rbf",
    gammaMultiple: 8,
    margin: 2,
    verdict: "refuted",
    reason: "outside the margin",
    judged: [judged([80.2, 79.1, 81.0, 80.4, 78.9], 79.92, 0.88, 86.4, "refuted", 1.1)],
  }),
  measured({
    id: "t2.resnet18.rbf.cifar10.ours",
    row: "ResNet18 (random) / RBF",
    column: "CIFAR10 / Ours",
    text: "60.5 (≈)",
    value: 60.5,
    variant: "k9de",
    dataset: "cifar-10",
    kernel: "rbf",
    gammaMultiple: 1,
    margin: 2,
    verdict: "inconclusive",
    indication: true,
    reason: "too few seeds: 7 would decide",
    judged: [judged([61.3], 61.3, undefined, 60.5, "inconclusive", undefined)],
  }),
  measured({
    id: "t2.resnet18.rbf.cifar100.ours",
    row: "ResNet18 (random) / RBF",
    column: "CIFAR100 / Ours",
    text: "63.3 (≈)",
    value: 63.3,
    variant: "k9de",
    dataset: "cifar-100",
    kernel: "rbf",
    margin: 1.5,
    verdict: "not-run",
    reason: "no evidence",
    judged: [],
  }),
];

function measured(claim: Measured): ClaimAudit {
  const {
    id,
    row,
    column,
    text,
    value,
    variant,
    dataset,
    kernel,
    gammaMultiple,
    margin,
    spread,
    indication = false,
  } = claim;
  return {
    id,
    at: { kind: "cell", table: "Table 2", row, column },
    locus: `Table 2, row "${row}", column "${column}"`,
    states: `mean AUC over the classes is ${value} %`,
    printed: text,
    kind: "measured",
    verdict: claim.verdict,
    indication,
    reason: claim.reason,
    explanation: claim.judged[0]?.explanation ?? "Nothing was run.",
    measurement: {
      pipeline: "resnet18-random",
      variant,
      dataset,
      protocol: indication ? "reduced" : "paper",
      metric: "auroc",
      where: { kernel, features: "normalised", ...(gammaMultiple === undefined ? {} : { gammaMultiple }) },
      reported: {
        text,
        value,
        halfUnit: 0.05,
        ...(spread === undefined ? {} : { spread, spreadMeaning: "mean-of-class-deviations", runs: 5 }),
      },
      margin: { value: margin, reason: "from the spread of the kept runs" },
      seedsPlanned: 10,
      judged: claim.judged,
    },
    related: [],
    ...(claim.verdict === "not-run"
      ? { command: `assay run k9de-2021 --pipeline resnet18-random --dataset ${dataset} --seeds 10` }
      : {}),
  };
}

function judged(
  values: readonly number[],
  mean: number,
  sd: number | undefined,
  reported: number,
  verdict: JudgedValues["verdict"],
  half: number | undefined,
  freedoms: JudgedValues["freedoms"] = {},
): JudgedValues {
  const difference = Number((mean - reported).toFixed(4));
  return {
    freedoms,
    values: values.map((value, index) => ({ seed: index + 1, value })),
    mean,
    ...(sd === undefined ? {} : { sd }),
    verdict,
    reason: verdict === "inconclusive" ? "near the edge" : `${verdict} at alpha 0.05`,
    explanation: `Printed ${reported}, observed ${mean} over ${values.length} seeds.`,
    judgement: {
      case: "C",
      difference,
      ...(half === undefined
        ? {}
        : {
            standardError: half / 2.5,
            pRefute: verdict === "refuted" ? 0.00004 : 0.42,
            refutation: { interval: { lower: difference - half, upper: difference + half }, level: 0.95 },
          }),
    },
    ...(verdict === "refuted" ? { pHolm: 0.0002 } : {}),
  };
}
