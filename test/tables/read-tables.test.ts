import { describe, expect, it } from "vitest";
import { readTables } from "../../src/tables/read-tables.ts";
import { defaultLimits } from "../../src/tables/source-table.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const grid = async (file: string, text: string, options = {}) =>
  (await readTables(sourceText(file, text), options)).tables[0]?.rows.map(({ cells }) =>
    cells.map((cell) => cell.text),
  );
const rows = [
  ["a", "b"],
  ["1.50", "2"],
];
const texts = {
  csv: "a,b\n1.50,2\n",
  semicolon: "a;b\n1.50;2\n",
  tsv: "a\tb\n1.50\t2\n",
  markdown: "Words.\n\n| a | b |\n|---|--:|\n| 1.50 | 2 |\n",
  latex: "\\begin{tabular}{lr} a & b \\\\ 1.50 & 2 \\\\ \\end{tabular}",
  html: "<!doctype html><p>\\begin{tabular}<table><tr><th>a<th>b<tr><td>1.50<td>2</table>",
};

describe("readTables", () => {
  it.each(Object.entries(texts))("tells %s by its looks", async (_, text) => {
    expect(await grid("standard input", text)).toEqual(rows);
  });

  it.each([
    ["t.csv", texts.csv],
    ["t.CSV", texts.semicolon],
    ["t.tsv", texts.tsv],
    ["t.md", texts.markdown],
    ["t.tex", texts.latex],
    ["t.htm", texts.html],
    ["notes.txt", texts.markdown],
  ])("tells %s by its name", async (file, text) => {
    expect(await grid(file, text)).toEqual(rows);
  });

  it("obeys format and delimiter", async () => {
    expect(await grid("t.txt", "a|b\n1.50|2\n", { delimiter: "|" })).toEqual(rows);
    expect(await grid("t.md", "a,b\n1.50,2\n", { format: "csv" })).toEqual(rows);
    expect(await grid("t.tsv", "a,b\n1.50,2\n")).toEqual([["a,b"], ["1.50,2"]]);
    expect(await grid("t.txt", "no table here\n", { format: "markdown" })).toBeUndefined();
    expect(await grid("t.txt", "")).toBeUndefined();
  });

  it("refuses a delimiter that is none, or that the format has not", async () => {
    for (const delimiter of ["", ",,", '"', "\n", "1", "x", "."])
      await expect(grid("t.csv", texts.csv, { delimiter })).rejects.toThrow(
        / cannot be a delimiter; give one character/,
      );
    await expect(grid("t.md", texts.markdown, { delimiter: "," })).rejects.toThrow(
      "t.md is read as markdown, which has no delimiter; leave it out, or say that it is csv",
    );
  });

  it("hands the limits to every reader", async () => {
    for (const text of Object.values(texts))
      await expect(grid("standard input", text, { limits: { ...defaultLimits, columns: 1 } })).rejects.toThrow(
        /^standard input:1?\d:\d+: [^\n]*1 columns/,
      );
  });

  it("reads ten thousand rows of ten columns in no time", async () => {
    const text = `${"m,a,b,c,d,e,f,g,h,i\n"}${"name,92.10,88.4 ± 0.2,1,2,3,4,5,6,7\n".repeat(10_000)}`;
    const { user } = process.cpuUsage();
    expect(await grid("t.csv", text)).toHaveLength(10_001);
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(3);
  });
});
