import type { ExperimentAudit, Series } from "../../src/audit/audit.ts";
import { sampleFigures } from "./sample-figures.ts";

const multiples = [0.01, 0.1, 1, 5, 8, 10, 100];

/** One with series over the γ multiple and the ROC curves of ten classes, one that nothing was run of, one with all figures. */
export const sampleExperiments: readonly ExperimentAudit[] = [
  {
    pipeline: "resnet18-random",
    purpose: "One-class classification on the features of an untrained ResNet-18.",
    variant: "k9de",
    dataset: "fashion-mnist",
    protocol: "paper",
    options: {},
    seeds: { planned: 10, done: 9, failed: 1 },
    failures: ["seed 7: failed: the kernel matrix holds a value that is not finite"],
    hyperparameters: [
      { name: "nu", value: 0.5, source: { kind: "official-code", locus: "util/train.py" } },
      { name: "input size", value: 224, unit: "px", source: { kind: "report", locus: "Section 3.2" } },
    ],
    freedoms: [
      { name: "gammaMultiple", values: multiples, varied: "within-cell", why: "the report varies it" },
      {
        name: "initialDistribution",
        values: ["kaiming", "truncated-normal"],
        varied: "between-cells",
        why: "neither says",
      },
    ],
    deviations: [],
    environment: {
      engine: "onnxruntime-node 1.30.0, cpu, threads 2",
      platform: "x86-64 processor, linux x64",
      versions: { node: "20.20.2", "paper-assay": "0.1.0" },
      codeIdentity: "5f2c19a0b7d34e6688aa",
      commits: ["b67bc59aa01f2c4d9e7755aa"],
      current: false,
      medianCellSeconds: 431.2,
      stages: [
        { stage: "extract", items: 32000, secondsPerItem: 0.0123 },
        { stage: "fit", items: 10, secondsPerItem: 3.76 },
      ],
    },
    series: [
      series("auroc", { kernel: "rbf", features: "normalised" }, [0.702, 0.705, 0.745, 0.783, 0.799, 0.805, 0.842]),
      series(
        "onePointAuc",
        { kernel: "rbf", features: "normalised" },
        [0.602, 0.603, 0.612, 0.628, 0.641, 0.644, 0.66],
      ),
    ],
    losses: [],
    example: {
      seed: 1,
      pictures: [],
      thresholds: [],
      curves: Array.from({ length: 10 }, (_, index) => ({
        name: "roc",
        at: { class: index, kernel: "rbf", features: "normalised", gammaMultiple: 1 },
        x: "falsePositiveRate",
        y: "truePositiveRate",
        points: Array.from({ length: 201 }, (__, step): readonly [number, number] => {
          const x = step / 200;
          return [x, x ** (0.15 + index / 12)];
        }),
      })),
    },
  },
  {
    pipeline: "resnet18-random",
    purpose: "One-class classification on the features of an untrained ResNet-18.",
    variant: "k9de",
    dataset: "cifar-100",
    protocol: "paper",
    options: {},
    seeds: { planned: 10, done: 0, failed: 0 },
    failures: [],
    hyperparameters: [],
    freedoms: [],
    deviations: ["all 100 classes instead of 20 coarse ones"],
    series: [],
    losses: [],
  },
  sampleFigures,
];

function series(metric: string, where: Series["where"], means: readonly number[]): Series {
  return {
    metric,
    where,
    meanOver: "class",
    against: "gammaMultiple",
    points: multiples.map((x, index) => {
      const mean = means[index] ?? 0;
      return { x, mean, sd: 0.013, values: [mean - 0.02, mean - 0.006, mean + 0.001, mean + 0.009, mean + 0.016] };
    }),
  };
}
