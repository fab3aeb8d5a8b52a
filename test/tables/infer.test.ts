import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePrinted } from "../../src/numbers/printed.ts";
import { readCell } from "../../src/tables/infer/read-cell.ts";
import { readingOf } from "../../src/tables/infer/reading-of.ts";
import type { LineRole, TableReading } from "../../src/tables/table-reading.ts";
import { fromTexts, grid } from "./grid.ts";

function roles({ columns }: TableReading): readonly LineRole[] {
  return columns.map(({ role }) => role);
}

describe("a table's header", () => {
  test("takes years, shots and names of nets as words", () => {
    expect(readingOf(grid(["Net | 2019 | 2020", "A | 1.0 | 2.0"])).headerRows).toBe(1);
    expect(readingOf(grid(["Net | 1-shot | ResNet-50", "A | 1.0 | 2.0"])).headerRows).toBe(1);
  });

  test("of bare numbers needs the markup", () => {
    expect(readingOf(grid(["Epochs | 1 | 5", "A | 1.0 | 2.0"])).headerRows).toBe(0);
    const said = readingOf(grid(["Epochs | 1 | 5", "A | 1.0 | 2.0"], { headerRows: 1 }));
    expect(said.columns.map(({ name }) => name)).toEqual(["Epochs", "1", "5"]);
  });

  test("of two levels joins its names and ends before a row that names a group", () => {
    const reading = readingOf(
      grid([
        "| CIFAR-10 | < | SVHN",
        "Method | AUROC ↑ | FPR95 ↓ | AUROC ↑",
        "Supervised | < | < | <",
        "A | 91.2 | 33.1 | 88.0",
      ]),
    );
    expect(reading.headerRows).toBe(2);
    expect(reading.columns.map(({ name }) => name)).toEqual([
      "Method",
      "CIFAR-10 / AUROC ↑",
      "CIFAR-10 / FPR95 ↓",
      "SVHN / AUROC ↑",
    ]);
    expect(reading.columns.map(({ better }) => better)).toEqual([undefined, "higher", "lower", "higher"]);
    expect(reading.rows.map(({ name }) => name)).toEqual(["Supervised / A"]);
  });
});

describe("a column's role", () => {
  test("average is over the scores before it", () => {
    const reading = readingOf(
      grid(["Method | #Params | Art | Photo | Avg. (%)", "A | 25.6M | 80.0 | 90.0 | 85.0", "B | 11M | 70 | 80 | 75"]),
    );
    expect(reading.columns.at(-1)).toMatchObject({ role: "average", unit: "percent", over: [2, 3] });
  });

  test("average of a header group is over that group", () => {
    const reading = readingOf(
      grid([
        "Method | Near | < | < | Far | < | <",
        "| a | b | Avg | c | d | Avg",
        "A | 1.0 | 3.0 | 2.0 | 5.0 | 7.0 | 6.0",
      ]),
    );
    expect(reading.columns.filter(({ role }) => role === "average").map(({ over }) => over)).toEqual([
      [1, 2],
      [4, 5],
    ]);
  });

  test("mean beside SD is a value of its own, with its spread and its n", () => {
    const reading = readingOf(grid(["Scale | n | Mean | SD", "Trust | 43 | 3.44 | 0.91", "Doubt | 43 | 2.10 | 1.02"]));
    expect(roles(reading)).toEqual(["name", "n", "score", "sd"]);
    expect(reading.columns[3]?.of).toBe(2);
  });

  test.each(["Overall", "mAP", "mIoU", "Macro avg", "Mean IoU", "Weighted average", "Mean Teacher"])(
    "%s is a score",
    (name) => {
      expect(roles(readingOf(grid([`Method | A | B | ${name}`, "x | 10.0 | 20.0 | 12.0"]))).at(-1)).toBe("score");
    },
  );

  test("N beside an accuracy may be a number of anything, SD a diffusion model", () => {
    expect(roles(readingOf(grid(["Net | N | Acc", "x | 6 | 84.3"])))).toEqual(["name", "count", "score"]);
    expect(roles(readingOf(grid(["Prompt | SDXL | SD", "x | 6.1 | 5.3"])))).toEqual(["name", "score", "score"]);
  });

  test("marks, words, differences, p-values", () => {
    const reading = readingOf(
      grid([
        "Method | Aug | Venue | Acc | Δ | p-value",
        "A | ✓ | CVPR | 80.1 | +1.2 | <0.001",
        "B | × | ICML | 78.9 | - | 0.2",
      ]),
    );
    expect(roles(reading)).toEqual(["name", "mark", "words", "score", "difference", "p-value"]);
  });

  test("a key of numbers names rows, a metric does not", () => {
    expect(roles(readingOf(grid(["Ratio | A | B", "10 | 1.5 | 2.5", "20 | 3.5 | 4.5"])))[0]).toBe("name");
    expect(roles(readingOf(grid(["Acc | F1", "81.2 | 80.1", "70.3 | 66.0"])))).toEqual(["score", "score"]);
  });
});

describe("a row's role", () => {
  test("average at the bottom is over the rows above", () => {
    const reading = readingOf(
      grid(["Data | Ours | Base", "SVHN | 1.0 | 2.0", "LSUN | 3.0 | 4.0", "Average | 2.0 | 3.0"]),
    );
    expect(reading.rows.at(-1)).toMatchObject({ role: "average", over: [1, 2] });
  });

  test("mean among ways to pool is a name", () => {
    const reading = readingOf(grid(["Pooling | Acc", "Sum | 80", "Attention | 82", "Mean | 81"]));
    expect(reading.rows.map(({ role }) => role)).toEqual(["score", "score", "score"]);
  });

  test("metrics may be rows, where MAE names a method", () => {
    const reading = readingOf(grid(["| SimCLR | MAE", "Accuracy | 80.1 | 82.0", "F1 | 81.0 | 79.3"]));
    expect(reading.rows.map(({ metric }) => metric)).toEqual(["accuracy", "f1"]);
    expect(reading.columns.map(({ metric }) => metric)).toEqual([undefined, undefined, undefined]);
  });

  test("average that the caption calls a weighted one is a score", () => {
    const caption = "Avg. is the weighted average over examples.";
    expect(roles(readingOf(grid(["M | A | B | Avg.", "x | 1.0 | 3.0 | 2.5"], { caption }))).at(-1)).toBe("score");
  });

  test("repeated names are numbered", () => {
    expect(readingOf(grid(["M | Acc", "A | 1.0", "A | 2.0"])).rows.map(({ name }) => name)).toEqual(["A", "A (2)"]);
  });
});

describe("overrides", () => {
  const source = grid(["Method | A | B | Avg", "x | 1.0 | 3.0 | 2.0"]);

  test("name a column, its last part or its number, and win", () => {
    for (const key of ["Avg", "avg", "#4"]) {
      const reading = readingOf(source, { columns: { [key]: { role: "score" } } });
      expect(reading.columns.at(-1)).toMatchObject({ role: "score", basis: { asked: true } });
    }
  });

  test("that name nothing are told with the nearest name", () => {
    expect(readingOf(source, { columns: { Avgg: { role: "score" } } }).unusedOverrides).toEqual([
      'no column is named "Avgg"; did you mean "Avg"?',
    ]);
    expect(readingOf(source, { headerRows: 9 }).unusedOverrides).toEqual(["headerRows is 9, but the table has 2 rows"]);
  });
});

describe("a cell", () => {
  test.each([
    ["84.3", "84.3", undefined],
    [".91", ".91", undefined],
    ["1,234", "1,234", undefined],
    ["100.", "100.", undefined],
    ["84.3 ± 0.2", "84.3", "0.2"],
    ["84.3 (0.2)", "84.3", undefined],
    ["84.3 [83.1, 85.2]", "84.3", undefined],
    ["84.3(2)", "84.3", undefined],
    ["↑3.2", "+3.2", undefined],
    ["↓3.2", "-3.2", undefined],
    ["(+3.2)", "+3.2", undefined],
    ["1.2×10^-4", "1.2e-4", undefined],
    ["1.2 × 10⁻⁴", "1.2e-4", undefined],
    ["+5.37 pp", "+5.37", undefined],
    ["(−0.4 pts)", "-0.4", undefined],
    ["0.8%p", "0.8", undefined],
  ])("%s is the number %s", (text, value, spread) => {
    const reading = readCell(text);
    expect(reading.kind).toBe("number");
    if (reading.kind !== "number") return;
    expect([reading.printed.value.text, reading.printed.spread?.text]).toEqual([value, spread]);
  });

  test("that is a plain decimal reads as every printed number does", () => {
    for (const text of ["0", "-0", "007", "84.30", "-0.5", "-12.345", "0.000", "123456789012345.123456789012345"])
      expect(readCell(text)).toEqual({ kind: "number", printed: parsePrinted(text) });
  });

  test.each(["88.4/91.2", "84,3", "(3.2)", "±0.2", "83.1-85.2", "12/20"])("%s cannot be read, and says why", (text) => {
    const reading = readCell(text);
    expect(reading.kind).toBe("unreadable");
    expect(reading.kind === "unreadable" && reading.message.startsWith(`"${text}" `)).toBe(true);
  });

  test.each([
    ["N/A", "empty"],
    ["n/a", "empty"],
    ["–", "empty"],
    ["OOM", "words"],
    ["✓", "words"],
    ["12K", "words"],
    ["25.6M", "words"],
    ["224x224", "words"],
    ["~90", "bound"],
    [">99", "bound"],
    ["<0.001", "bound"],
  ])("%s is %s", (text, kind) => {
    expect(readCell(text).kind).toBe(kind);
  });

  test.each([
    ["89.8¹", "89.8", undefined, '"¹" is read as a footnote mark, not as a power'],
    ["89.8¹², ³", "89.8", undefined, '"¹², ³" is read as a footnote mark, not as a power'],
    ["−0.5¹", "-0.5", undefined, '"¹" is read as a footnote mark, not as a power'],
    ["92.1 ± 0.3¹", "92.1", "0.3", '"¹" is read as a footnote mark, not as a power'],
    ["92.1² ± 0.3", "92.1", "0.3", '"²" is read as a footnote mark, not as a power'],
    ["85%¹", "85", undefined, '"¹" is read as a footnote mark, not as a power'],
    ["10⁻³", "1e-3", undefined, '"10⁻³" is read as 1e-3, a power of ten'],
    ["1.5 × 10⁻³", "1.5e-3", undefined, undefined],
    ["2×10³", "2e3", undefined, undefined],
  ])("with raised digits: %s is the number %s", (text, value, spread, note) => {
    const reading = readCell(text);
    if (reading.kind !== "number") throw new Error(`read as ${JSON.stringify(reading)}`);
    const { printed } = reading;
    expect([printed.text, printed.value.text, printed.spread?.text, reading.note]).toEqual([text, value, spread, note]);
  });

  test.each(["<0.05¹", "< 10⁻³", "≤ 1×10⁻³"])("with raised digits: %s is a bound", (text) => {
    expect(readCell(text).kind).toBe("bound");
  });

  test.each(["10²", "10.0²", "2¹⁰", "92¹", "1,234²", "89.8⁻¹", "89.8⁰", "89.8¹²³", "1.2e4²", "1.5×2.5²", "5·2.5²"])(
    "with raised digits: %s may be another number, and is none",
    (text) => {
      expect(readCell(text)).toEqual({
        kind: "unreadable",
        message: `"${text}" ends in a raised digit, a footnote mark or a power; take the mark off, or write a power as 1e3`,
      });
    },
  );

  test("with raised digits is never another number than without them, but for powers of ten", () => {
    const written = fc.string({ unit: fc.constantFrom(..."0123456789.,-−±%()×e <"), maxLength: 10 });
    const raised = fc.string({ unit: fc.constantFrom(..."⁰¹²³⁹⁻,"), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(written, raised, fc.constantFrom("", " ± 0.3"), (number, mark, spread) => {
        const reading = readCell(number + mark + spread);
        if ((reading.kind !== "number" && reading.kind !== "bound") || /10$/.test(number)) return;
        const plain = readCell(number + spread);
        expect(plain.kind).toBe(reading.kind);
        if (plain.kind !== "number" && plain.kind !== "bound") return;
        expect([reading.printed.value, reading.printed.spread]).toEqual([plain.printed.value, plain.printed.spread]);
      }),
      { seed: 6, numRuns: 20_000 },
    );
  });

  test.each([
    ["9O.1", "90.1"],
    ["1l.5", "11.5"],
    ["O.93", "0.93"],
    ["-O,5", "-0,5"],
    ["9o.l%", "90.1%"],
  ])("with a letter among its digits, %s, cannot be read, and says what may be meant", (text, meant) => {
    expect(readCell(text)).toEqual({
      kind: "unreadable",
      message: `"${text}" has a letter among its digits; write ${meant} if that is meant`,
    });
  });

  test.each(["Io.", "l.5x", "v1.0", "OOM", "O"])("%s is words", (text) => {
    expect(readCell(text).kind).toBe("words");
  });

  test("in parentheses is a spread only where header or caption says so", () => {
    const spreadOf = (header: string, caption: string): string | undefined => {
      const { reading } = readingOf(grid([`Method | ${header}`, "A | 84.3 (0.2)"], { caption })).cell(1, 1);
      return reading.kind === "number" ? reading.printed.spread?.text : "not a number";
    };
    expect(spreadOf("Acc", "")).toBeUndefined();
    expect(spreadOf("Acc (SD)", "")).toBe("0.2");
    expect(spreadOf("Acc", "Standard deviations in parentheses.")).toBe("0.2");
    expect(spreadOf("Acc", "Ranks in parentheses.")).toBeUndefined();
  });
});

const word = fc.constantFrom(
  "Avg",
  "Mean",
  "SD",
  "n",
  "Acc (%)",
  "84.3",
  "1,2",
  "±0.2",
  "",
  "-",
  "✓",
  "Rank",
  "p",
  "OOM",
  "(n = 5)",
  "7",
);
const tables = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.array(fc.array(fc.oneof(word, fc.string({ maxLength: 12 })), { minLength: width, maxLength: width }), {
    maxLength: 8,
  }),
);

describe("any table", () => {
  test("is read without an error, every cell of its body with it", () => {
    fc.assert(
      fc.property(tables, fc.option(fc.integer({ min: -1, max: 9 }), { nil: undefined }), (texts, headerRows) => {
        const reading = readingOf(fromTexts(texts), headerRows === undefined ? {} : { headerRows });
        const kinds = reading.rows.flatMap((row) =>
          reading.columns.map((column) => reading.cell(row.index, column.index).reading.kind),
        );
        expect(kinds).toHaveLength(reading.rows.length * reading.columns.length);
        expect(reading.columns.every(({ basis, name }) => basis.why !== "" && name !== "")).toBe(true);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test("takes a line for what the user says", () => {
    const role = fc.constantFrom<LineRole>("score", "average", "n", "sd", "words", "name");
    fc.assert(
      fc.property(tables, role, (texts, asked) => {
        const reading = readingOf(fromTexts(texts), { columns: { "#1": { role: asked } } });
        expect(
          reading.columns
            .filter(({ name, index }) => index === 0 || name === "#1")
            .every((line) => line.role === asked),
        ).toBe(true);
      }),
      { seed: 8, numRuns: 150 },
    );
  });

  test("keeps its columns' roles when its rows of data change places", () => {
    const cell = fc.constantFrom("84.3", "1.5 ± 0.2", "", "OOM", "12");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 8 }), (data) => {
        const lines = data.map((row, at) => [`method ${String.fromCharCode(97 + at)}x`, ...row]);
        const head = ["Method", "A", "B", "Avg"];
        const of = (body: readonly (readonly string[])[]) =>
          roles(readingOf(fromTexts([head, ...body], { headerRows: 1 })));
        expect(of(lines.toReversed())).toEqual(of(lines));
      }),
      { seed: 9, numRuns: 100 },
    );
  });
});
