import { describe, expect, test } from "vitest";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import type { Line, TableReading } from "../../src/tables/table-reading.ts";
import { grid } from "./grid.ts";

function roles(lines: readonly Line[]): string {
  return lines.map(({ role }) => role).join(" ");
}

function over(lines: readonly Line[]): readonly (readonly number[] | undefined)[] {
  return lines.filter(({ role }) => role === "average").map((line) => line.over);
}

function names(lines: readonly Line[]): readonly string[] {
  return lines.map(({ name }) => name);
}

describe("averages over groups", () => {
  test("an OOD table's Average is of the columns of its metric", () => {
    const { columns } = readingOf(
      grid([
        "Method | SVHN | < | LSUN | < | Textures | < | Average | <",
        "^ | FPR95 ↓ | AUROC ↑ | FPR95 ↓ | AUROC ↑ | FPR95 ↓ | AUROC ↑ | FPR95 ↓ | AUROC ↑",
        "MSP | 48.5 | 91.9 | 30.8 | 95.7 | 59.3 | 88.5 | 46.2 | 92.0",
        "Energy | 35.6 | 91.0 | 8.3 | 98.3 | 52.8 | 85.2 | 32.2 | 91.5",
      ]),
    );
    expect(roles(columns)).toBe("name score score score score score score average average");
    expect(over(columns)).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect(columns.map(({ better }) => better).slice(-2)).toEqual(["lower", "higher"]);
    expect(columns.at(-1)?.basis.why).toBe("average of 3 columns (its name says so)");
  });

  test("the same as CSV, whose outer names stand once", () => {
    const { columns } = readingOf(
      grid([
        " | SVHN | | LSUN | | Average | ",
        "Method | FPR95 | AUROC | FPR95 | AUROC | FPR95 | AUROC",
        "MSP | 48.5 | 91.9 | 30.8 | 95.7 | 39.7 | 93.8",
      ]),
    );
    expect(names(columns).slice(3)).toEqual(["LSUN / FPR95", "LSUN / AUROC", "Average / FPR95", "Average / AUROC"]);
    expect(over(columns)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test("a group of rows named Average is of the rows named alike", () => {
    const { rows } = readingOf(
      grid([
        "Method | FPR95 | AUROC",
        "SVHN | < | <",
        "MSP | 48.5 | 91.9",
        "Energy | 35.6 | 91.0",
        "LSUN | < | <",
        "MSP | 30.8 | 95.7",
        "Energy | 8.3 | 98.3",
        "Average | < | <",
        "MSP | 39.7 | 93.8",
        "Energy | 22.0 | 94.7",
      ]),
    );
    expect(over(rows)).toEqual([
      [2, 5],
      [3, 6],
    ]);
  });

  test("one that names a spread's siblings, or stands beside a single column, is a score", () => {
    const beside = readingOf(grid(["M | Mean | < | Std | <", "^ | A | B | A | B", "x | 1.0 | 2.0 | 0.1 | 0.2"]));
    expect(roles(beside.columns)).toBe("name score score score score");
    const single = readingOf(grid(["M | SVHN | Average", "^ | AUROC | AUROC", "x | 91.0 | 92.0"]));
    expect(roles(single.columns)).toBe("name score score");
  });

  test("three levels: an average inside the outer group", () => {
    const { columns } = readingOf(
      grid([
        "Method | CIFAR-10 | < | < | < | < | <",
        "^ | Near | < | Far | < | Average | <",
        "^ | FPR95 | AUROC | FPR95 | AUROC | FPR95 | AUROC",
        "MSP | 48.0 | 88.0 | 32.0 | 92.0 | 40.0 | 90.0",
      ]),
    );
    expect(columns[6]?.name).toBe("CIFAR-10 / Average / AUROC");
    expect(over(columns)).toEqual([
      [1, 3],
      [2, 4],
    ]);
  });

  test("one beside groups may be of anything printed", () => {
    const { columns } = readingOf(
      grid(["M | Near | < | Far | < | Avg", "^ | a | b | c | d | ^", "x | 1.0 | 2.0 | 3.0 | 4.0 | 2.5"]),
    );
    expect(over(columns)).toEqual([undefined]);
    const { columns: fromCsv } = readingOf(
      grid([" | Near | | Far | | ", "M | a | b | c | d | Avg", "x | 1.0 | 2.0 | 3.0 | 4.0 | 2.5"]),
    );
    expect([fromCsv.at(-1)?.name, over(fromCsv)]).toEqual(["Avg", [undefined]]);
  });

  test("each group's own, in CSV", () => {
    const { columns } = readingOf(
      grid([" | Near | | | Far | | ", "M | a | b | Avg | c | d | Avg", "x | 1.0 | 2.0 | 1.5 | 3.0 | 4.0 | 3.5"]),
    );
    expect(over(columns)).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });
});

describe("an average among columns", () => {
  test("GLUE: tasks of several metrics that are all better higher", () => {
    const { columns } = readingOf(
      grid([
        "Model | #Params | MNLI (Acc) | QQP (F1) | CoLA (Mcc) | STS-B (Pearson) | Avg.",
        "BERT | 110M | 84.6 | 71.2 | 52.1 | 85.8 | 73.4",
        "RoBERTa | 125M | 87.6 | 72.0 | 63.6 | 91.2 | 78.6",
      ]),
    );
    expect(roles(columns)).toBe("name words score score score score average");
    expect(over(columns)).toEqual([[2, 3, 4, 5]]);
  });

  test("of metrics in two directions is open, of its own metric is not", () => {
    const mixed = readingOf(grid(["M | FPR95 | AUROC | Avg", "x | 10.0 | 90.0 | 50.0"]));
    expect(over(mixed.columns)).toEqual([undefined]);
    const marked = readingOf(grid(["M | A ↑ | B ↓ | C ↑ | Avg ↑", "x | 10.0 | 90.0 | 20.0 | 15.0"]));
    expect(over(marked.columns)).toEqual([[1, 3]]);
  });

  test("that leads is of those behind it, up to the next", () => {
    const { columns } = readingOf(grid(["M | Avg | A | B | C", "x | 2.0 | 1.0 | 2.0 | 3.0"]));
    expect(over(columns)).toEqual([[2, 3, 4]]);
    const two = readingOf(grid(["M | Avg | A | B | Average | C | D", "x | 2.0 | 1.0 | 3.0 | 5.0 | 4.0 | 6.0"]));
    expect(over(two.columns)).toEqual([
      [2, 3],
      [5, 6],
    ]);
  });

  test("leaves costs, ranks, the best and the worst out", () => {
    const { columns } = readingOf(
      grid(["M | Latency (ms) | A | B | Worst | Avg | Rank", "x | 3.1 | 1.0 | 3.0 | 1.0 | 2.0 | 1"]),
    );
    expect(over(columns)).toEqual([[2, 3]]);
    expect(columns.at(-1)?.role).toBe("rank");
  });

  test("few-shot cells with spreads", () => {
    const { columns, cell } = readingOf(
      grid([
        "Method | Backbone | 1-shot | 5-shot | Avg",
        "ProtoNet | Conv-4 | 49.42 ± 0.78 | 68.20 ± 0.66 | 58.81",
        "ProtoNet | ResNet-12 | 60.37 ± 0.83 | 78.02 ± 0.57 | 69.20",
      ]),
    );
    expect(roles(columns)).toBe("name name score score average");
    expect(over(columns)).toEqual([[2, 3]]);
    const { reading } = cell(1, 2);
    expect(reading.kind === "number" && [reading.printed.value.text, reading.printed.spread?.text]).toEqual([
      "49.42",
      "0.78",
    ]);
  });

  test("detection's AP, AP50 and AP75 are scores of one metric, whatever the subscripts", () => {
    const { columns } = readingOf(
      grid([
        "Detector | AP | AP₅₀ | AP_75 | AP_S",
        "DETR | 42.0 | 62.4 | 44.2 | 20.5",
        "RetinaNet | 38.7 | 58.0 | 41.5 | 23.3",
      ]),
    );
    expect(roles(columns)).toBe("name score score score score");
    expect(columns.slice(1, 4).map(({ metric }) => metric)).toEqual(Array(3).fill("average precision"));
  });
});

describe("rows", () => {
  test("an Average behind the last of several groups is open, one in each group is not", () => {
    const open = readingOf(
      grid(["Data | Acc", "Near | <", "a | 1.0", "b | 3.0", "Far | <", "c | 5.0", "d | 7.0", "Average | 4.0"]),
    );
    expect(over(open.rows)).toEqual([undefined]);
    const each = readingOf(
      grid([
        "Data | Acc",
        "Near | <",
        "a | 1.0",
        "b | 3.0",
        "Average | 2.0",
        "Far | <",
        "c | 5.0",
        "d | 7.0",
        "Average | 6.0",
      ]),
    );
    expect(over(each.rows)).toEqual([
      [2, 3],
      [6, 7],
    ]);
  });

  test("Std below Mean belongs to no single row, Std below a value does", () => {
    const seeds = readingOf(
      grid(["Seed | Acc", "seed a | 80.1", "seed b | 81.3", "Average | 80.7", "Std | 0.85"], { headerRows: 1 }),
    );
    expect(roles(seeds.rows)).toBe("score score average sd");
    expect([over(seeds.rows), seeds.rows[3]?.of]).toEqual([[[1, 2]], undefined]);
    const statistics = readingOf(grid(["Measure | Ours | Base", "Accuracy | 80.1 | 75.0", "Std | 0.3 | 0.4"]));
    expect(statistics.rows[1]).toMatchObject({ role: "sd", of: 1 });
  });

  test("a table on its side: metrics are rows", () => {
    const { rows, columns } = readingOf(
      grid(["Metric | Ours | Base", "AUROC ↑ | 0.912 | 0.887", "FPR95 ↓ | 0.331 | 0.402", "ECE | 0.021 | 0.050"]),
    );
    expect(rows.map(({ metric, better, unit }) => [metric, better, unit])).toEqual([
      ["auroc", "higher", "fraction"],
      ["fpr95", "lower", "fraction"],
      ["ece", "lower", "fraction"],
    ]);
    expect(columns.every(({ metric }) => metric === undefined)).toBe(true);
  });

  test("a blank outer name is that of the row above, up to a rule", () => {
    const { rows } = readingOf(
      grid([
        "Net | Loss fn | Acc",
        "ResNet | CE | 80.0",
        " | SupCon | 82.0",
        "VGG | CE | 70.0",
        " | SupCon | 74.0",
        "---",
        " | Average | 76.5",
      ]),
    );
    expect(names(rows)).toEqual(["ResNet / CE", "ResNet / SupCon", "VGG / CE", "VGG / SupCon", "Average"]);
    expect(over(rows)).toEqual([undefined]);
  });

  test("shots that span rows name them, and a number that spans rows is one number", () => {
    const { rows, columns, cell } = readingOf(
      grid([
        "Shots | Method | Acc | Params",
        "1 | A | 50.0 | 11.7",
        "^ | B | 52.0 | ^",
        "5 | A | 60.0 | 11.7",
        "^ | B | 63.0 | ^",
      ]),
    );
    expect(names(rows)).toEqual(["1 / A", "1 / B", "5 / A", "5 / B"]);
    expect(roles(columns)).toBe("name name score count");
    expect([cell(1, 3).reading.kind, cell(2, 3).reading.kind]).toEqual(["number", "empty"]);
  });
});

function unitsOf({ columns }: TableReading): readonly (string | undefined)[] {
  return columns.slice(1).map(({ unit }) => unit);
}

describe("unit, metric and direction", () => {
  test("rates in 0..1 are fractions where a high one tells, and the reason says so", () => {
    const reading = readingOf(grid(["M | Acc | ECE", "x | 0.912 | 0.021", "y | 0.887 | 0.034"]));
    expect(unitsOf(reading)).toEqual(["fraction", "fraction"]);
    expect(reading.columns[1]?.basis.why).toBe("it holds numbers; accuracy as fractions of one");
    // An error of 0.3 may be 0.3 %, an accuracy under attack too.
    expect(unitsOf(readingOf(grid(["M | Error", "x | 0.31", "y | 0.27"])))).toEqual([undefined]);
    expect(unitsOf(readingOf(grid(["M | Acc | Recall", "x | 93.10 | 0.31", "y | 92.40 | 0.27"])))).toEqual([
      "percent",
      undefined,
    ]);
    expect(unitsOf(readingOf(grid(["M | Acc", "x | 1", "y | 0"])))).toEqual([undefined]);
  });

  test("come from the caption that names one metric", () => {
    const caption = "Table 3: Accuracy (%) of linear probes on three datasets.";
    const reading = readingOf(grid(["M | Cars | Pets | Avg", "x | 80.0 | 90.0 | 85.0"], { caption }));
    expect(reading.columns.slice(1).map(({ unit, metric, better }) => [unit, metric, better])).toEqual(
      Array(3).fill(["percent", "accuracy", "higher"]),
    );
  });

  test.each([
    "Accuracy and F1 on three datasets.",
    "Comparison of saliency maps.",
    "Accuracy gain over the baseline.",
    "Our method. Accuracy is in the appendix.",
    "Training time on one GPU.",
  ])("do not come from the caption %s", (caption) => {
    const { columns } = readingOf(grid(["M | Cars | Pets", "x | 80.0 | 90.0"], { caption }));
    expect(columns.map(({ metric, unit }) => metric ?? unit)).toEqual([undefined, undefined, undefined]);
  });

  test("of a caption are not those of a column with a unit or with other numbers", () => {
    const caption = "Accuracy on three datasets.";
    const { columns } = readingOf(grid(["M | Cars | Energy (J) | Tokens", "x | 80.0 | 90.0 | 812.5"], { caption }));
    expect(columns.map(({ metric }) => metric)).toEqual([undefined, "accuracy", undefined, undefined]);
  });

  test("may stand on a line of their own", () => {
    const { columns } = readingOf(grid(["M | Params | Acc | Near", "^ | (M) | (%) | (a)", "x | 11.2 | 80.0 | 70.0"]));
    expect(names(columns)).toEqual(["M", "Params (M)", "Acc (%)", "Near / (a)"]);
    expect(roles(columns)).toBe("name count score score");
    expect(columns[2]?.unit).toBe("percent");
  });

  test("come from a title over the whole width, which names no column", () => {
    const { columns, headerRows } = readingOf(
      grid(["Top-1 accuracy (%) | < | <", "M | Cars | Pets", "x | 80.0 | 90.0"]),
    );
    expect([headerRows, names(columns)]).toEqual([2, ["M", "Cars", "Pets"]]);
    expect(columns[1]).toMatchObject({ metric: "accuracy", unit: "percent" });
  });
});
