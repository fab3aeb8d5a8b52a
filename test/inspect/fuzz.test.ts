import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectPaper } from "../../src/inspect/inspect-paper.ts";
import type { Sentence } from "../../src/sources/sentence.ts";
import { readTables } from "../../src/tables/read-tables.ts";
import { sourceText } from "../../src/tables/source-text.ts";
import { numbersFrom } from "./random-tables.ts";
import { type PrintedCell, table } from "./true-tables/printed-table.ts";
import { formats, writeTable } from "./true-tables/write-table.ts";

const names = fc.constantFrom(
  ..."Avg|Average|Mean|Total|Sum|Δ|Gain|Improvement (%)|Rank|n|SD|Std|Acc. (%)|AUROC ↑|FPR95 ↓|Detection error|P|R|F1|MAE|RMSE|MSE|p|t|df|#|Ours|SVM|A / Avg|A / B|".split(
    "|",
  ),
);
const texts = fc.oneof(
  fc.constantFrom(
    "",
    "-",
    "–",
    "0",
    "0.0",
    "-0",
    "100",
    "1e9",
    "99999999999999999999",
    ">99",
    "<0.001",
    "OOM",
    "x",
    "84.3",
    "84.3±0.2",
    "84.3 (0.2)",
    "1,234",
    "12%",
    "↓3",
    "+3.2",
    "nan",
    "1/3",
    "²",
    "{",
    "\\",
  ),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((value) => value.toFixed(2)),
);
const cells = fc.record({ text: texts, bold: fc.boolean(), underline: fc.boolean() });
const made = fc.integer({ min: 1, max: 7 }).chain((width) =>
  fc.record({
    header: fc.array(names, { minLength: width, maxLength: width }),
    rows: fc.array(fc.tuple(names, fc.array(cells, { minLength: width - 1, maxLength: width - 1 })), { maxLength: 9 }),
  }),
);
const words = fc.array(
  fc.constantFrom(
    "Ours",
    "SVM",
    "achieves",
    "improves",
    "by",
    "from",
    "to",
    "71.2",
    "84.3%",
    "3.2 points",
    "on",
    "A",
    "Avg",
    "best",
    "2 of 3 datasets",
    "(Table 1)",
    "vs.",
    "respectively",
    ",",
    "-",
    "all datasets",
    "relative",
  ),
  { maxLength: 14 },
);

describe("whatever stands in a table and its sentences", () => {
  it("is inspected without a fault, and alike twice", async () => {
    await fc.assert(
      fc.asyncProperty(made, words, fc.constantFrom(...formats), async ({ header, rows }, said, format) => {
        const printed = table(
          header,
          rows.map(([name, others]): (string | PrintedCell)[] => [name, ...others]),
        );
        const { tables } = await readTables(sourceText("any", writeTable(printed, format)), { format });
        const place = { file: "any", line: 1, column: 1 };
        const sentences: Sentence[] = [{ text: said.join(" "), place, refersTo: ["Table 1"] }];
        const inspected = () =>
          inspectPaper({ tables, sentences, problems: [] }, {}, { positives: 40, negatives: 60, count: 100 });
        const once = lines(inspected());
        expect(once.every((line) => line !== "" && !line.includes("\n"))).toBe(true);
        expect(lines(inspected())).toEqual(once);
      }),
      { seed: 20_261_129, numRuns: 250 },
    );
  });

  it.each(["Avg", "Total", "Rank", "Gain", "Δ", "F1"])(
    "ends soon where every third of 30 columns is %s",
    async (name) => {
      const next = numbersFrom(9);
      const header = ["Method", ...Array.from({ length: 30 }, (_, at) => (at % 3 === 2 ? name : `set ${at}`))];
      const rows = Array.from({ length: 60 }, (_, row) => [
        row % 5 === 4 ? name : `m${row}`,
        ...Array.from({ length: 30 }, () => String(1 + Math.floor(90 * next()))),
      ]);
      const { tables } = await readTables(sourceText("any.csv", writeTable(table(header, rows), "csv")));
      const before = process.cpuUsage();
      inspectPaper({ tables, sentences: [], problems: [] });
      expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5);
    },
  );
});

function lines({ tables, findings }: ReturnType<typeof inspectPaper>): readonly string[] {
  return [...tables.flatMap((inspection) => inspection.findings), ...findings].map(({ headline }) => headline);
}
