import { describe, expect, it } from "vitest";
import { inspectTable } from "../../src/inspect/inspect-table.ts";
import type { TableInspection } from "../../src/inspect/inspection.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import { readTables, type TableFormat } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const raw = String.raw;

async function inspected(text: string, format: TableFormat = "markdown"): Promise<TableInspection> {
  const { tables } = await readTables(sourceText("paper", text), { format });
  const [table] = tables;
  if (table === undefined) throw new Error("no table");
  return inspectTable(readingOf(table));
}

const strengths = async (text: string, format?: TableFormat) =>
  (await inspected(text, format)).findings.map(({ check, strength }) => `${check}: ${strength}`);

describe("an average that is a statistic of what is not printed", () => {
  it.each([
    [
      "between a minimum and a maximum",
      "| set | Minimum | Average | Maximum |\n|-|-|-|-|\n| a | 5.0 | 22.7 | 39.7 |\n| b | 3.2 | 21.5 | 35.5 |\n| c | 4.7 | 22.5 | 39.5 |\n| d | 1.1 | 9.5 | 19.0 |",
    ],
    [
      "beside a percentile",
      "| system | Avg | p99 |\n|-|-|-|\n| ECMP | 1.00 | 1.00 |\n| B | 0.85 | 0.78 |\n| C | 0.82 | 0.71 |\n| Ours | 0.68 | 0.52 |",
    ],
    [
      "with its spread, beside a minimum",
      "| run | failures | min | avg ± std |\n|-|-|-|-|\n| Oracle | 0 | 11.6 | 14.2 ± 1.3 |\n| Nominal | 4 | 2.8 | 13.8 ± 2.0 |\n| Robust | 0 | 10.4 | 13.0 ± 1.5 |\n| DQN | 6 | 1.7 | 12.3 ± 2.5 |",
    ],
    [
      "called M, the size of a window",
      "| Config | M | r | DSC | HD95 |\n|-|-|-|-|-|\n| a | 7 | 32 | 78.64 | 31.09 |\n| b | 14 | 64 | 78.04 | 29.09 |\n| c | 28 | 32 | 80.94 | 27.49 |\n| d | 56 | 32 | 78.90 | 35.23 |\n| e | 112 | 32 | 79.44 | 27.26 |",
    ],
  ])("%s says nothing", async (_, text) => expect(await strengths(text)).toEqual([]));

  it("is still one of its line where three plain columns stand beside it, and a worst group", async () => {
    const rows = ["| a | 80.0 | 60.0 | 70.0 | 70.0 | 60.0 |", "| b | 81.2 | 61.2 | 71.2 | 71.2 | 61.2 |"];
    const more = ["| c | 75.5 | 55.5 | 65.5 | 65.5 | 55.5 |", "| d | 90.1 | 70.1 | 80.1 | 80.1 | 70.1 |"];
    const wrong = "| e | 69.9 | 49.9 | 59.9 | 57.9 | 49.9 |";
    const table = ["| m | A | B | C | Avg | Worst |", "|-|-|-|-|-|-|", ...rows, ...more, wrong].join("\n");
    expect(await strengths(table)).toContain("mean: contradiction");
  });
});

describe("a column whose name is also that of a benchmark", () => {
  it("is one of those that an average is of, where its numbers make it so", async () => {
    const rows = ["78.5 | 62.0 | 58.6 | 66.4", "80.0 | 63.3 | 61.6 | 68.3", "79.1 | 63.0 | 60.1 | 67.4"];
    const table = (last: string) =>
      [
        "| m | VQAv2 | GQA | SEED | Avg |",
        "|-|-|-|-|-|",
        ...[...rows, last].map((row, at) => `| m${at} | ${row} |`),
      ].join("\n");
    // (80.0 + 63.3 + 61.3) / 3 = 68.2
    expect(await strengths(table("80.0 | 63.3 | 61.3 | 68.2"))).toEqual([]);
    expect(await strengths(table("80.0 | 63.3 | 61.3 | 62.8"))).toEqual(["mean: contradiction"]);
  });
});

describe("precision, recall and F1", () => {
  const report = (last: string) =>
    `| class | precision | recall | f1 |\n|-|-|-|-|\n| A | 81.18 | 78.43 | 79.78 |\n| B | 84.64 | 81.25 | 82.91 |\n| C | 81.69 | 83.58 | 82.62 |\n| D | 93.72 | 77.57 | 84.88 |\n${last}`;

  it("say nothing of a macro average, in which a class without precision is left out of two of them", async () => {
    // 341.23 / 4, 320.83 / 5 and 330.19 / 4, of five classes with a recall, and four with a precision.
    expect(await strengths(report("| E | - | 0.00 | - |\n| macro avg | 85.31 | 64.17 | 82.55 |"))).toEqual([]);
    expect(await strengths(report("| E | 85.31 | 64.17 | 82.55 |"))).toEqual(["f-measure: contradiction"]);
  });

  it("say nothing where all are 0, nor of means over runs, which print their spread", async () => {
    expect(await strengths(report("| keywords | 0 | 0 | 0 |"))).toEqual([]);
    const runs =
      "| m | P | R | F1 |\n|-|-|-|-|\n| a | 0.62 ± 0.10 | 0.67 ± 0.00 | 0.64 ± 0.06 |\n| b | 0.67 ± 0.00 | 0.67 ± 0.00 | 0.67 ± 0.00 |\n| c | 0.61 ± 0.08 | 0.67 ± 0.00 | 0.64 ± 0.04 |\n| d | 0.56 ± 0.08 | 0.56 ± 0.16 | 0.56 ± 0.11 |\n| e | 0.19 ± 0.22 | 0.56 ± 0.16 | 0.18 ± 0.16 |";
    expect(await strengths(runs)).toEqual([]);
  });
});

describe("a report by class", () => {
  // scikit-learn 1.2.1's classification_report of 400 drawn answers, digits=4.
  const report = (macro: string, dog = "0.8630 | 0.9000 | 0.8811") =>
    `| | precision | recall | f1-score | support |\n|-|-|-|-|-|\n| cat | 0.9083 | 0.9083 | 0.9083 | 120 |\n| dog | ${dog} | 140 |\n| bird | 0.8378 | 0.6889 | 0.7561 | 90 |\n| fish | 0.7667 | 0.9200 | 0.8364 | 50 |\n| accuracy | | | 0.8575 | 400 |\n| macro avg | ${macro} | 400 |\n| weighted avg | 0.8589 | 0.8575 | 0.8556 | 400 |`;

  it("is asked about its classes, and its macro averages about the mean of the classes", async () => {
    const { findings, tallies } = await inspected(report("0.8440 | 0.8543 | 0.8455"));
    expect(findings).toEqual([]);
    const agreeing = new Map(tallies.map(({ check, consistent }) => [check, consistent]));
    expect(agreeing.get("mean-row")).toBeGreaterThanOrEqual(3);
    expect(agreeing.get("f-measure")).toBe(4);
    const swapped = await strengths(report("0.8440 | 0.8543 | 0.8455", "0.8630 | 0.9000 | 0.8181"));
    expect(swapped).toContain("f-measure: conditional");
    expect(await strengths(report("0.8440 | 0.8453 | 0.8455"))).toEqual(["mean-row: contradiction"]);
    // 2 · 0.8440 · 0.8543 / (0.8440 + 0.8543) = 0.8491, of the averages instead of the classes.
    expect(await strengths(report("0.8440 | 0.8543 | 0.8491"))).toEqual([]);
  });
});

describe("a gain", () => {
  it("is against the baseline of its own group, where each group has one without a gain", async () => {
    const group = (name: string, control: number, others: readonly number[]) =>
      [
        `| ${name} | Control | ${control.toFixed(1)} | -- |`,
        ...others.map((value, at) => `|  | S${at} | ${value.toFixed(1)} | ${(value - control).toFixed(1)} |`),
      ].join("\n");
    const groups = [group("T5", 99.9, [99.8, 94.3, 91.2]), group("Llama", 97.3, [62.9, 40.0, 88.1])];
    const table = (last: string) => `| Model | Style | Parse | Δ |\n|-|-|-|-|\n${[...groups, last].join("\n")}`;
    expect(await strengths(table(group("GPT", 99.1, [93.1, 48.8, 99.9])))).toEqual([]);
    const wrong = group("GPT", 99.1, [93.1, 48.8, 99.9]).replace("-50.3", "-53.0");
    expect(await strengths(table(wrong))).toEqual(["difference: contradiction"]);
  });
});

describe("what a name says of its numbers", () => {
  it("is of which two lines a row of gains is", async () => {
    const table = (last: string) =>
      `| m | A | B | C | D |\n|-|-|-|-|-|\n| Base | 50.0 | 60.1 | 40.2 | 30.3 |\n| Other | 52.0 | 61.1 | 41.2 | 32.3 |\n| Ours | 55.0 | 57.0 | 40.6 | 43.0 |\n| Next | 51.0 | 60.0 | 39.9 | 31.0 |\n| Δ (Ours vs. Base) | +5.0 | -3.1 | +0.4 | ${last} |`;
    const { findings, tallies } = await inspected(table("+12.7"));
    expect(findings).toEqual([]);
    expect(tallies).toMatchObject([{ check: "difference", consistent: 4 }]);
  });

  it("is above a dash where nothing stands below it", async () => {
    const table = raw`\begin{tabular}{lccccc} & MMB & \multicolumn{2}{c}{BLINK} & {SEED} & {Avg.} \\ Method & {--} & IQ & Jigsaw & {--} & {--} \\ \hline Q & 84.45 & 94.90 & 86.51 & 90.64 & 89.13 \\ V & 85.28 & 94.62 & 86.78 & 91.96 & 89.66 \\ \end{tabular}`;
    const { reading } = await inspected(table, "latex");
    expect(reading.columns.map(({ name }) => name)).toEqual([
      "Method",
      "MMB",
      "BLINK / IQ",
      "BLINK / Jigsaw",
      "SEED",
      "Avg.",
    ]);
    expect(reading.columns.at(-1)?.role).toBe("average");
  });
});

describe("bold numbers", () => {
  it("may be the best of each row", async () => {
    const table =
      "|  | A | C | D | E | F |\n|-|-|-|-|-|-|\n| acl | 15 | 0 | 0 | **38** | 1 |\n| adv | 2 | 3 | 0 | 0 | **97** |\n| mod | 61 | 10 | **528** | 48 | 13 |\n| amod | 1 | 36 | 101 | **217** | 2 |\n| aux | 0 | 0 | 95 | 0 | **284** |\n| obj | **427** | 6 | 10 | 6 | 2 |\n| nsubj | **979** | 1 | 0 | 0 | 14 |\n| head | 168 | **1395** | 147 | 62 | 101 |";
    expect((await strengths(table)).filter((each) => each.startsWith("emphasis"))).toEqual([]);
  });

  it("are asked of rows where every other row says that its best is bold", async () => {
    // Which of four methods is bold in each of fourteen rows; the numbers of a row differ by less than those of two rows.
    const bold = [0, 2, 1, 3, 0, 2, 3, 1, 2, 0, 3, 1, 0, 1];
    const table = (markedInLast: number) =>
      [
        "| set | M0 | M1 | M2 | M3 |",
        "|-|-|-|-|-|",
        ...bold.map((best, row) => {
          const marked = row === 13 ? markedInLast : best;
          const cells = [0, 1, 2, 3].map((at) => {
            const value = (20 + 5 * row + (at === best ? 3 : 0.4 * at)).toFixed(1);
            return at === marked ? `**${value}**` : value;
          });
          return `| d${row} | ${cells.join(" | ")} |`;
        }),
      ].join("\n");
    const { findings, tallies } = await inspected(table(1));
    expect(findings).toEqual([]);
    expect(tallies).toMatchObject([{ check: "emphasis", consistent: 14 }]);
    const [finding, ...others] = (await inspected(table(2))).findings;
    expect(others).toEqual([]);
    expect(finding?.strength).toBe("suspicion");
    expect(finding?.restsOn[0]).toBe("bold marks the best of each row, as 13 of 14 rows confirm");
  });

  it("accuse nobody where a whole row is bold", async () => {
    const table =
      "| m | A | B | C | D |\n|-|-|-|-|-|\n| a | 71.3 | 74.9 | 63.6 | 80.2 |\n| b | 70.2 | 78.4 | 60.3 | 79.9 |\n| c | 68.8 | 70.1 | 61.1 | 77.8 |\n| Ours | **75.2** | **76.4** | **70.9** | **83.1** |";
    expect(await strengths(table)).toEqual([]);
  });
});

describe("rows that are no data, and rows that are", () => {
  it("a header that a panel repeats names columns", async () => {
    const panel = (name: string, row: string) =>
      `${name} &&& \\\\ Flows & one & 2 & 4 \\\\ \\hline Planar & ${row} \\\\ \\hline`;
    const table = `\\begin{tabular}{lccc} ${panel("Dim 128", "0.91 & 0.93 & 0.70")} ${panel("Dim 256", "0.76 & 0.98 & 0.29")} \\end{tabular}`;
    const { reading } = await inspected(table, "latex");
    expect(reading.rows.map(({ name }) => name)).toEqual(["Planar", "Dim 256 / Planar"]);
  });

  it("a total between the names of columns and a rule is a row of numbers", async () => {
    const table = raw`\begin{tabular}{rcc} & fifo & lifo \\ Zerocost (620) & 295 & 303 \\ \hline airport & 13 & 12 \\ blocks & 15 & 15 \\ \end{tabular}`;
    const { reading } = await inspected(table, "latex");
    expect(reading.rows.map(({ name }) => name)).toEqual(["Zerocost (620)", "airport", "blocks"]);
    expect(reading.columns.map(({ name }) => name)).toEqual(["column 1", "fifo", "lifo"]);
    // Shots below a spanning name are names themselves.
    const shots = raw`\begin{tabular}{lcc} & \multicolumn{2}{c}{Shots} \\ Method & 1 & 5 \\ \hline a & 41.1 & 52.2 \\ b & 43.3 & 55.5 \\ \end{tabular}`;
    expect((await inspected(shots, "latex")).reading.rows).toHaveLength(2);
  });

  it("rows below a second header are not those that the first one names", async () => {
    const table =
      "| m | A | B | C | Avg |\n|-|-|-|-|-|\n| ERM | 80.0 | 60.0 | 70.0 | 70.0 |\n| IRM | 81.2 | 61.2 | 71.2 | 71.2 |\n| GDRO | 75.5 | 55.5 | 65.5 | 65.5 |\n| Ours | 90.1 | 70.1 | 80.1 | 80.1 |\n| m | Office | Terra | WILDS | Worst |\n| ERM-S | 84.0 | 47.1 | 62.0 | 33.0 |\n| Ours-S | 88.4 | 55.2 | 70.3 | 41.0 |";
    expect(await strengths(table)).toEqual([]);
    const { reading } = await inspected(table);
    expect(reading.rows.map(({ role }) => role)).toEqual([
      "score",
      "score",
      "score",
      "score",
      "words",
      "other",
      "other",
    ]);
  });

  it("a class called p, or numbers above 1, are no p-values", async () => {
    const table = "| class | 1 | 2 |\n|-|-|-|\n| o | 1 | 3 |\n| p | 1 | 3 |\n| q | 2 | 1 |";
    expect((await inspected(table)).reading.rows.map(({ role }) => role)).not.toContain("p-value");
    const real = "| test | t | df | p |\n|-|-|-|-|\n| a | 2.20 | 28 | 0.036 |\n| b | 1.31 | 15 | 0.210 |";
    expect((await inspected(real)).reading.columns.map(({ role }) => role)).toContain("p-value");
  });
});

describe("an average over what was evaluated", () => {
  it("is conditional where a number stands for what is missing", async () => {
    // (9.43 + 9.11 + 2.83) / 3 = 7.12
    const table =
      "model,AMI,Earnings,Giga,Clean,Other,Average\na,8.13,10.86,9.34,1.25,2.37,6.39\nb,10.03,9.53,9.61,1.63,2.81,6.72\nc,8.44,8.48,10.14,1.42,2.85,6.27\nd,10.19,10.45,9.43,1.61,3.10,6.96\ne,8.98,9.42,10.19,1.43,2.86,6.58\nf,-1,9.43,9.11,-1,2.83,7.12\n";
    expect(await strengths(table, "csv")).toEqual(["mean: conditional"]);
  });
});
