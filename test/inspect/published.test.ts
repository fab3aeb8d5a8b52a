import { describe, expect, it } from "vitest";
import { inspectPaper } from "../../src/inspect/inspect-paper.ts";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import type { Sentence } from "../../src/sources/sentence.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

/** Numbers of published tables, read by hand from their authors' LaTeX sources and checked by hand; no words of theirs. */
async function tableOf(rows: readonly string[]) {
  const { tables } = await readTables(sourceText("table.csv", rows.join("\n")));
  const [table] = tables;
  if (table === undefined) throw new Error("no table was read");
  return table;
}

const inspected = async (rows: readonly string[]) => inspectTable(readingOf(await tableOf(rows)));

describe("published tables", () => {
  // Ainslie et al., GQA, EMNLP 2023, Table 1. 43.0 + 45.0 + 46.9 + 36.1 + 46.5 + 28.5 + 81.3 = 327.3; / 7 = 46.757.
  it("GQA: one of four averages is 0.1 too low for its cells, by rounding at least", async () => {
    const { findings } = await inspected([
      "Model,Time,Average,CNN,arXiv,PubMed,MediaSum,MultiNews,WMT,TriviaQA",
      "MHA-Large,0.37,46.0,42.9,44.6,46.2,35.5,46.6,27.7,78.2",
      "MHA-XXL,1.51,47.2,43.8,45.6,47.5,36.4,46.9,28.4,81.9",
      "MQA-XXL,0.24,46.6,43.0,45.0,46.9,36.1,46.5,28.5,81.3",
      "GQA-8-XXL,0.28,47.1,43.5,45.4,47.7,36.3,47.2,28.4,81.6",
    ]);
    expect(findings.map(({ check, strength }) => [check, strength])).toEqual([["mean", "conditional"]]);
    expect(findings[0]?.accused[0]).toMatchObject({ text: "46.6" });
    expect(findings[0]?.result.explanation).toContain("46.757");
  });

  // Babaev et al., CoLES, SIGMOD 2022: the best of each column is bold in every table of sampling, encoders and losses.
  it.each([
    [
      "sampling",
      [
        "| | Age | Churn | Assess | Retail |",
        "|---|---|---|---|---|",
        "| random | 0.613 | 0.820 | 0.563 | 0.523 |",
        "| disjoint | 0.619 | 0.819 | 0.563 | 0.505 |",
        "| slices | **0.639** | **0.823** | **0.618** | **0.542** |",
      ],
    ],
    [
      "encoders",
      [
        "| | Age | Churn | Assess | Retail |",
        "|---|---|---|---|---|",
        "| LSTM | 0.621 | **0.823** | **0.620** | 0.535 |",
        "| GRU | **0.638** | 0.812 | 0.618 | **0.542** |",
        "| Transformer | 0.622 | 0.780 | 0.542 | 0.499 |",
      ],
    ],
    [
      "losses",
      [
        "| | Age | Churn | Assess | Retail |",
        "|---|---|---|---|---|",
        "| contrastive | **0.639** | **0.823** | **0.618** | **0.542** |",
        "| deviance | 0.621 | 0.769 | 0.589 | 0.535 |",
        "| histogram | 0.632 | 0.815 | 0.615 | 0.533 |",
        "| margin | 0.638 | **0.823** | 0.612 | 0.541 |",
        "| triplet | 0.636 | 0.781 | 0.600 | 0.541 |",
      ],
    ],
  ])("CoLES: nothing is wrong with what is bold among the %s", async (_, rows) => {
    const { tables } = await readTables(sourceText("table.md", rows.join("\n")));
    const [table] = tables;
    if (table === undefined) throw new Error("no table was read");
    const { findings, tallies } = inspectTable(readingOf(table));
    expect(findings).toEqual([]);
    expect(tallies.find(({ check }) => check === "emphasis")).toMatchObject({ asked: 4, inconsistent: 0 });
  });

  // Park et al., DD3D, ICCV 2021 (authors' source): 20.09 over 15.54 is 29.3 %, over the table's 16.54 it is 21.5 %.
  it("DD3D: a gain of 21 % does not fit 15.54, and the table prints 16.54", async () => {
    const table = await tableOf([
      "Depth net,Easy,Med,Hard",
      "D4LCN,16.65,11.72,9.51",
      "MonoDIS (multi),16.54,12.97,11.04",
    ]);
    const sentence: Sentence = {
      text: "The detector improves by 21 % over the best result before it (20.09 vs. 15.54).",
      place: { file: "results.tex", line: 22, column: 1 },
      refersTo: [],
    };
    const { findings } = inspectPaper({ tables: [table], sentences: [sentence], problems: [] });
    expect(findings.map(({ check, strength }) => [check, strength])).toEqual([["sentence-gain", "suspicion"]]);
    expect(findings[0]?.result.nearMisses.join(" ")).toContain("16.54");
  });

  // Hershcovich et al., TUPA, ACL 2017, main results (authors' source): precision, recall and F of labelled edges.
  it("TUPA: one of 24 F scores is too high for its precision and recall, by rounding at least", async () => {
    const text = String.raw`\begin{tabular}{l|ccc|ccc|ccc|ccc}
      & \multicolumn{6}{c|}{Wiki} & \multicolumn{6}{c}{20K} \\
      & \multicolumn{3}{c|}{Primary} & \multicolumn{3}{c|}{Remote} & \multicolumn{3}{c|}{Primary} & \multicolumn{3}{c}{Remote} \\
      & LP & LR & LF & LP & LR & LF & LP & LR & LF & LP & LR & LF \\ \hline
      Sparse & 64.5 & 63.7 & 64.1 & 19.8 & 13.4 & 16 & 59.6 & 59.9 & 59.8 & 22.2 & 7.7 & 11.5 \\
      MLP & 65.2 & 64.6 & 64.9 & 23.7 & 13.2 & 16.9 & 62.3 & 62.6 & 62.5 & 20.9 & 6.3 & 9.7 \\
      BiLSTM & 74.4 & 72.7 & 73.5 & 47.4 & 51.6 & 49.4 & 68.7 & 68.5 & 68.6 & 38.6 & 18.8 & 25.3 \\
      DAGParser & 61.8 & 55.8 & 58.6 & 9.5 & 0.5 & 1 & 56.4 & 50.6 & 53.4 & -- & 0 & 0 \\
      TurboParser & 57.7 & 46 & 51.2 & 77.8 & 1.8 & 3.7 & 50.3 & 37.7 & 43.1 & 100 & 0.4 & 0.8 \\
      UParse & 60.9 & 61.2 & 61.1 & -- & -- & -- & 52.7 & 52.8 & 52.8 & -- & -- & -- \\
      MaltParser & 62.8 & 57.7 & 60.2 & -- & -- & -- & 57.8 & 53 & 55.3 & -- & -- & -- \\
      LSTM Parser & 73.2 & 66.9 & 69.9 & -- & -- & -- & 66.1 & 61.1 & 63.5 & -- & -- & --
      \end{tabular}`;
    const { tables } = await readTables(sourceText("table.tex", text));
    const inspections = tables.map((table) => inspectTable(readingOf(table)));
    // 2 × 77.8 × 1.8 / 79.6 = 3.519; at most 2 × 77.85 × 1.85 / 79.7 = 3.614. Had 1.8 been cut off, 3.7 could be.
    const findings = inspections.flatMap((inspection) => inspection.findings);
    expect(findings.map(({ check, strength, accused }) => [check, strength, accused[0]?.text])).toEqual([
      ["f-measure", "conditional", "3.7"],
    ]);
    expect(inspections[0]?.tallies.find(({ check }) => check === "f-measure")).toMatchObject({ consistent: 24 });
  });

  // Ahrabian et al., Structure Aware Negative Sampling, EMNLP 2020, first results (authors' source): Δ is against the best of the other rows.
  it("SANS: all 18 differences are against the best baseline, which is another one from column to column", async () => {
    const text = String.raw`\begin{tabular}{llcccccc}
      Score & Algorithm & FB Hit@10 & FB MRR & WN Hit@10 & WN MRR & RR Hit@10 & RR MRR \\ \hline
      \multirow{5}{*}{TransE} & KBGAN & 46.59 & 0.2926 & 94.80 & 0.6606 & 45.39 & 0.1808 \\
      & NSCaching & 47.64 & 0.2993 & 94.63 & 0.7818 & 47.83 & 0.2002 \\
      & Uniform & 48.03 & 0.2927 & 95.53 & 0.6085 & 49.63 & 0.2022 \\
      & Uniform SANS & 48.35 & 0.2962 & 95.09 & 0.8228 & 51.15 & 0.2254 \\
      & $\Delta$ & +0.32 & -0.0031 & -0.44 & +0.041 & +1.52 & +0.0232 \\ \hline
      \multirow{5}{*}{DistMult} & KBGAN & 39.91 & 0.2272 & 93.08 & 0.7275 & 44.32 & 0.3849 \\
      & NSCaching & 45.56 & 0.2834 & 93.74 & 0.8306 & 45.80 & 0.4148 \\
      & Uniform & 40.26 & 0.2537 & 81.39 & 0.4689 & 52.86 & 0.3938 \\
      & Uniform SANS & 41.00 & 0.2595 & 93.19 & 0.7553 & 44.74 & 0.4025 \\
      & $\Delta$ & -4.56 & -0.0239 & -0.55 & -0.0753 & -8.12 & -0.0123 \\ \hline
      \multirow{3}{*}{RotatE} & Uniform & 47.85 & 0.2946 & 96.09 & 0.9474 & 56.51 & 0.4711 \\
      & Uniform SANS & 48.22 & 0.2985 & 95.97 & 0.9499 & 55.76 & 0.4769 \\
      & $\Delta$ & +0.37 & +0.0039 & -0.12 & +0.0025 & -0.75 & +0.0058
      \end{tabular}`;
    const { tables } = await readTables(sourceText("table.tex", text));
    const [inspection] = tables.map((table) => inspectTable(readingOf(table)));
    expect(inspection?.findings).toEqual([]);
    expect(inspection?.tallies.find(({ check }) => check === "difference")).toMatchObject({
      asked: 18,
      consistent: 18,
    });
    const slip = text.replace("-8.12", "-8.21");
    const slipped = (await readTables(sourceText("table.tex", slip))).tables.map((table) =>
      inspectTable(readingOf(table)),
    );
    expect(slipped.flatMap(({ findings }) => findings.map(({ check }) => check))).toEqual(["difference"]);
  });

  // Yu et al., Parti, TMLR 2022, main results (authors' source): the introduction has the table's number, too.
  it("Parti: a finetuned FID of 8.29 where the table prints 8.39", async () => {
    const text = String.raw`\begin{table}
      \begin{tabular}{lcccc}
      \multirow{2}{*}{Approach} & \multicolumn{2}{c}{MS-COCO FID ($\downarrow$)} & \multicolumn{2}{c}{LN-COCO FID ($\downarrow$)} \\
      & Zero-shot & Finetuned & Zero-shot & Finetuned \\ \midrule
      Retrieval Baseline & 17.97 & 6.82 & 33.59 & 16.48 \\
      XMC-GAN & - & 9.33 & - & 14.12 \\
      Make-A-Scene & 11.84 & 7.55 & - & - \\
      Parti & 7.23 & 3.22 & 15.97 & 8.39
      \end{tabular}
      \caption{Zero-shot and finetuned models on two sets.}
      \end{table}`;
    const { tables } = await readTables(sourceText("paper.tex", text));
    const sentences = [
      "For LN-COCO, Parti achieves a finetuned FID score of 8.29, which improves on XMC-GAN's finetuned 14.12 and the retrieval baseline's 16.48.",
      "Parti achieves a zero-shot FID score of 7.23, and a finetuned FID score of 3.22 on MS-COCO.",
    ].map(
      (words, at): Sentence => ({ text: words, place: { file: "paper.tex", line: 20 + at, column: 1 }, refersTo: [] }),
    );
    const { findings, sentences: counted } = inspectPaper({ tables, sentences, problems: [] });
    expect(findings.map(({ check, strength, accused }) => [check, strength, accused[0]?.text])).toEqual([
      ["sentence-value", "suspicion", "8.29"],
    ]);
    expect(findings[0]?.related[0]?.label).toContain('row "Parti", column "LN-COCO FID (↓) / Finetuned"');
    expect(counted.decided).toBe(2);
  });

  // DeepSeek-AI, DeepSeek-V3, 2024, RewardBench: (96.9 + 79.8 + 87.0 + 84.3) / 4 = 87.0.
  it("DeepSeek-V3: all seven averages are the means of their four scores", async () => {
    const { findings, tallies } = await inspected([
      "Model,Chat,Chat-Hard,Safety,Reasoning,Average",
      "GPT-4o-0513,96.6,70.4,86.7,84.9,84.7",
      "GPT-4o-0806,96.1,76.1,88.1,86.6,86.7",
      "GPT-4o-1120,95.8,71.3,86.2,85.2,84.6",
      "Claude-3.5-sonnet-0620,96.4,74.0,81.6,84.7,84.2",
      "Claude-3.5-sonnet-1022,96.4,79.7,91.1,87.6,88.7",
      "DeepSeek-V3,96.9,79.8,87.0,84.3,87.0",
      "DeepSeek-V3 (maj@6),96.9,82.6,89.5,89.2,89.6",
    ]);
    expect(findings).toEqual([]);
    expect(tallies.find(({ check }) => check === "mean")).toMatchObject({ asked: 7, consistent: 7 });
  });

  // Paz-Argaman et al., ZEST, EMNLP 2020, main results (authors' source).
  it("ZEST: two accuracies given in turn behind a dash are those of the table", async () => {
    const text = String.raw`\begin{table}
      \begin{tabular}{l|ll|ll}
      \multirow{2}{*}{methods} & \multicolumn{2}{c|}{CUB} & \multicolumn{2}{c}{NAB} \\
      & SCS & SCE & SCS & SCE \\ \hline
      ZSLPP & 37.2 & 9.7 & 30.3 & 8.1 \\
      GAZSL & 43.7 & 10.3 & 35.6 & 8.6 \\
      Nearest Neighbor Similarity (NNS) & 40.402 & 5.551 & 37.002 & 5.517 \\
      ZEST vanilla & 39.16 & 11.77 & 27.61 & 10.18
      \end{tabular}
      \caption{Top-1 accuracy (\%) in two settings.}
      \label{tab:results}
      \end{table}`;
    const { tables } = await readTables(sourceText("paper.tex", text));
    const inspectedWith = (second: string) =>
      inspectPaper({
        tables,
        sentences: [
          {
            text: `By table [ref], the NNS model reaches on the SCS - 40.402% and ${second}% on CUB and NAB correspondingly.`,
            place: { file: "paper.tex", line: 20, column: 1 },
            refersTo: ["tab:results"],
          },
        ],
        problems: [],
      });
    expect(inspectedWith("37.002").findings).toEqual([]);
    expect(inspectedWith("37.002").tallies).toMatchObject([{ check: "sentence-value", consistent: 2 }]);
  });
});
