import type { Audit, ClaimAudit, Coverage, Finding, PaperAudit, Verdict } from "../../src/audit/audit.ts";
import { sampleExperiments } from "./sample-experiments.ts";
import { sampleMeasured } from "./sample-measured.ts";
import { sampleTable1, sampleTable2, sampleTable7 } from "./sample-tables.ts";

type Check = NonNullable<ClaimAudit["check"]>;

const weights = { "CIFAR-10": 10, "CIFAR-100": 20, "f-MNIST": 10, "Cat-vs-Dog": 2, CelebA: 1 };

const rowMeans: Check = {
  check: "weighted-means",
  outcome: "inconsistent",
  explanation:
    "2 of 20 printed means agree with the unweighted mean of their cells. The mean weighted by one-class tasks makes 18 of 20 true.",
  assumptions: ["every cell stands for its rounding interval, closed at both ends", "the unweighted mean first"],
  rescuedBy: [],
  nearMisses: ["ResNet-50 (ImageNet) / OC-SVM (kernel): f-MNIST 90.8 instead of 91.8"],
  details: {
    rowCount: 20,
    impossible: ["ResNet-50 (ImageNet) / OC-SVM (kernel)", "ResNet-50 (ImageNet) / KDE"],
    byWeighting: [
      { name: "unweighted", rule: "half-either", holds: 2, remaining: [] },
      {
        name: "by one-class tasks",
        weights,
        rule: "half-either",
        holds: 18,
        remaining: [
          {
            name: "ResNet-50 (ImageNet) / OC-SVM (kernel)",
            reported: "84.0",
            error: "-52/215",
            errorRounded: "-0.242",
          },
          { name: "ResNet-50 (ImageNet) / KDE", reported: "83.7", error: "-23/86", errorRounded: "-0.267" },
        ],
      },
    ],
    rows: [
      row("ResNet-18 (Random) / OC-SVM (kernel)", "66.5", [false, "63.68", "2.82"], [true, "66.523", "-0.023"]),
      row("ResNet-50 (ImageNet) / OC-SVM (kernel)", "84.0", [false, "82.28", "1.72"], [false, "84.242", "-0.242"]),
    ],
  },
};

const claims: readonly ClaimAudit[] = [
  printed(
    "t1.sums",
    "table",
    "Table 1",
    "all eight sums are right",
    "consistent",
    "The eight sums follow from their ratings.",
  ),
  {
    ...printed(
      "s2.scripts",
      "place",
      "Section 2.1, sentence 6",
      "the code base has 19 files and 3,594 lines",
      "conditional",
      "19 files agree; 3,594 lines is reached when model/resnet_util.py is left out.",
    ),
    printed: "3,594 lines",
    reason: "true under one file left out",
    check: {
      check: "reference-count",
      outcome: "conditional",
      explanation: "19 files hold 3,920 lines.",
      assumptions: ["lines as wc counts them"],
      rescuedBy: ["model/resnet_util.py (326 lines) left out"],
      nearMisses: [],
      details: { reported: 3594, reference: 3920, intervalOfNonBlank: [2999, 3438] },
    },
  },
  printed(
    "s2.runs",
    "place",
    "Section 2.1, sentence 1",
    "the paper reports 118 unique runs",
    "undecidable",
    "The paper does not say what counts as a run.",
  ),
  ...sampleMeasured,
  {
    ...printed(
      "s3.means",
      "place",
      "Section 3.6, sentence 2",
      "16 of 20 row means lie outside rounding",
      "inconsistent",
      rowMeans.explanation,
    ),
    printed: "16/20",
    check: rowMeans,
  },
  {
    ...printed(
      "t2.contrastive.cifar10.paper",
      "table",
      "Table 2",
      "the paper's contrastive cells for CIFAR10",
      "documented",
      "The cells are those of the row Contrastive (DA).",
    ),
    kind: "reader",
    reason: "by reader, certain",
    related: ["sohn-2021:t7.contrastive-da"],
  },
  {
    ...printed(
      "s4.models",
      "place",
      "Section 4, sentence 4",
      "checkpoints should be published",
      "out-of-scope",
      "A recommendation, not an assertion.",
    ),
    kind: "out-of-scope",
    reason: "a recommendation",
  },
];

const findings: readonly Finding[] = [
  {
    claim: "s3.means",
    severity: "major",
    by: "machine",
    locus: "Section 3.6, sentence 2",
    printed: "16/20 means in main results Table 7 were outside rounding tolerances",
    follows: rowMeans.explanation,
    why: "No non-negative weights satisfy 19 of the 20 rows: a linear programme shows it for every row left out.",
    wouldExplain: ["a tolerance of 0.5 instead of rounding", "the unweighted mean, which the paper does not use"],
    confidence: "certain",
  },
  {
    claim: "t2.contrastive.cifar10.paper",
    severity: "minor",
    by: "reader",
    locus: 'Table 2, row "Contrastive / Linear"',
    printed: "90.7±0.8",
    follows: "The original prints 85.6±1.2 for plain contrastive learning & 90.7±0.8 with <distribution augmentation>.",
    why: "Both cells of the row equal the next row of the original.",
    wouldExplain: ["a slip of one row when copying"],
    confidence: "likely",
  },
];

const k9de: PaperAudit = {
  id: "k9de-2021",
  citation: {
    title: "Re 'Learning and Evaluating Representations for Deep One-Class Classification' (ICLR 2021)",
    authors: ["Nikolaos Chazaridis", "Marios Christodoulou", "Ian Simpson"],
    venue: "COMP6248 Reproducibility Challenge",
    year: 2021,
    url: "https://github.com/COMP6248-Reproducability-Challenge/LRDOCC_reproduction",
  },
  reproduces: "sohn-2021",
  provenance: [
    { source: "the report's text", method: "typed twice and compared", caveats: ["marks are flattened to one hyphen"] },
  ],
  narrative: {
    scope: "The report reproduces two classifiers on five representations and three data sets.",
    methodology: "Every printed number is checked against the others; the untrained ResNet-18 is run again.",
    easy: ["The second stage is described completely."],
    difficult: ["Normalisation of the features differs between kernels in the official code: 50 % of the gap & more."],
    communication: "The authors were not contacted.",
  },
  claims,
  findings,
  tables: [sampleTable1, sampleTable2],
  hyperparameters: [
    {
      experiment: "ResNet18 (random)",
      hyperparameters: [
        { name: "nu", value: 0.5, source: { kind: "official-code", locus: "util/train.py, eval_embed" } },
        { name: "γ", value: "10 / (d · var)", source: { kind: "paper", locus: "Section 4" } },
        { name: "batch norm epsilon", value: 1e-5, source: { kind: "assumed", reason: "the framework's default" } },
        { name: "input size", value: 224, unit: "px", source: { kind: "report", locus: "Section 3.2" } },
      ],
    },
  ],
  difficulty: {
    printed: {
      raters: "consensus of three team members",
      scheme: {
        report: "how well tasks are described",
        code: "how easy the code is found",
        compute: "hours for one headline result",
      },
      ratings: [
        { experiment: "ResNet 18 (random)", report: 1, code: 2, compute: 1, attempted: true },
        { experiment: "Rotation Prediction", report: 3, code: 3, compute: 3, attempted: true },
      ],
      totals: [
        { experiment: "ResNet 18 (random)", sum: 4, rank: 7 },
        { experiment: "Rotation Prediction", sum: 9, rank: 1 },
      ],
    },
    computed: [
      {
        experiment: "ResNet 18 (random)",
        report: { rating: 2, basis: "1 of 4 hyper-parameters (25 %) is assumed" },
        compute: { rating: 1, basis: "0.2 h measured, extrapolated to the paper's protocol" },
      },
      { experiment: "Denoising", report: { rating: 3, basis: "7 of 10 hyper-parameters are assumed" } },
    ],
  },
  experiments: sampleExperiments,
  coverage: coverageOf(claims),
};

const sohnClaims = [
  printed(
    "t7.resnet50.kde.mean",
    "table",
    "Table 7",
    "the row's mean is 83.7",
    "inconsistent",
    "The weighted mean is 83.967.",
  ),
  printed("t7.rotnet.mean", "table", "Table 7", "the row's mean is 86.6", "consistent", "It follows."),
];

const sohn: PaperAudit = {
  id: "sohn-2021",
  citation: {
    title: "Learning and Evaluating Representations for Deep One-Class Classification",
    authors: ["Kihyuk Sohn", "Chun-Liang Li", "Jinsung Yoon", "Minho Jin", "Tomas Pfister"],
    venue: "ICLR",
    year: 2021,
  },
  provenance: [{ source: "a transcription by others", method: "compared with a second reading", caveats: [] }],
  narrative: {
    scope: "Tables only.",
    methodology: "Printed numbers.",
    easy: [],
    difficult: [],
    communication: "None.",
  },
  claims: sohnClaims,
  findings: [],
  tables: [sampleTable7],
  hyperparameters: [],
  difficulty: { computed: [] },
  experiments: [],
  coverage: coverageOf(sohnClaims),
};

/** Two papers with every kind of verdict, figures as the report and the original print them. */
export const sampleAudit: Audit = {
  schemaVersion: 1,
  generator: { name: "paper-assay", version: "0.1.0" },
  papers: [k9de, sohn],
};

function printed(
  id: string,
  at: "table" | "place",
  locus: string,
  states: string,
  verdict: Verdict,
  explanation: string,
): ClaimAudit {
  return {
    id,
    at: at === "table" ? { kind: "table", table: locus } : { kind: "place", place: locus },
    locus,
    states,
    kind: "printed",
    verdict,
    indication: false,
    reason: "",
    explanation,
    related: [],
  };
}

function row(
  name: string,
  reported: string,
  [defaultHolds, defaultMean, defaultError]: [boolean, string, string],
  [bestHolds, bestMean, bestError]: [boolean, string, string],
): Check["details"] {
  return {
    name,
    reported,
    byDefault: { holds: defaultHolds, mean: defaultMean, error: defaultError },
    best: { holds: bestHolds, mean: bestMean, error: bestError },
  };
}

function coverageOf(all: readonly ClaimAudit[]): Coverage {
  const byVerdict: Partial<Record<Verdict, number>> = {};
  const byIndication: Partial<Record<Verdict, number>> = {};
  const byKind: Partial<Record<ClaimAudit["kind"], number>> = {};
  for (const { verdict, indication, kind } of all) {
    const counts = indication ? byIndication : byVerdict;
    counts[verdict] = (counts[verdict] ?? 0) + 1;
    byKind[kind] = (byKind[kind] ?? 0) + 1;
  }
  return {
    claims: all.length,
    byVerdict,
    byIndication,
    byKind,
    notRun: all.flatMap(({ id, verdict, reason, command }) =>
      verdict === "not-run" ? [{ claim: id, reason, ...(command === undefined ? {} : { command }) }] : [],
    ),
    outOfScope: all.flatMap(({ id, verdict, reason }) => (verdict === "out-of-scope" ? [{ claim: id, reason }] : [])),
  };
}
