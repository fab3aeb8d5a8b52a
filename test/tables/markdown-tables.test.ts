import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdownTables } from "../../src/tables/read-markdown-tables.ts";
import { defaultLimits, ReadError } from "../../src/tables/source-table.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const read = (text: string) => readMarkdownTables(sourceText("a.md", text));
const grid = async (text: string) =>
  (await read(text)).tables[0]?.rows.map(({ cells }) => cells.map((cell) => cell.text));
const only = async (cell: string) => {
  const { tables } = await read(`| a |\n| --- |\n| ${cell} |\n`);
  const { text, emphasis, notes } = tables[0]?.rows[1]?.cells[0] ?? { text: undefined, emphasis: [], notes: [] };
  return [text, emphasis.join(" "), notes.join(" ")];
};

describe("readMarkdownTables", () => {
  it("reads the examples of GitHub's specification", async () => {
    expect(await grid("| foo | bar |\n| --- | --- |\n| baz | bim |\n")).toEqual([
      ["foo", "bar"],
      ["baz", "bim"],
    ]);
    expect(await grid("| abc | defghi |\n:-: | -----------:\nbar | baz\n")).toEqual([
      ["abc", "defghi"],
      ["bar", "baz"],
    ]);
    expect(await grid("| f\\|oo  |\n| ------ |\n| b `\\|` az |\n| b **\\|** im |\n")).toEqual([
      ["f|oo"],
      ["b | az"],
      ["b | im"],
    ]);
    expect(await grid("| abc | def |\n| --- | --- |\n| bar | baz |\n> bar\n")).toEqual([
      ["abc", "def"],
      ["bar", "baz"],
    ]);
    expect(await grid("| abc | def |\n| --- |\n| bar |\n")).toBeUndefined();
  });

  it("fills short rows, keeps long ones whole, and says both", async () => {
    const { tables, problems } = await read("| abc | def |\n| --- | --- |\n| bar |\n| bar | baz | boo |\n");
    expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["abc", "def", ""],
      ["bar", "", ""],
      ["bar", "baz", "boo"],
    ]);
    expect(problems.map(({ place }) => place.line)).toEqual([3, 4]);
  });

  it.each([
    ["**92.1** ± 0.3", "92.1 ± 0.3", "bold", ""],
    ["**92**.1", "92.1", "", ""],
    ["*92.1*", "92.1", "italic", ""],
    ["***92.1***", "92.1", "bold italic", ""],
    ["**Ours** (tuned)", "Ours (tuned)", "", ""],
    ["<b>92.1</b>", "92.1", "bold", ""],
    ["<u>92.1</u>", "92.1", "underline", ""],
    ["92.1<sup>a</sup>", "92.1", "", "a"],
    ["92.1<sup>2</sup>", "92.1²", "", ""],
    ["92.1<sub>0.3</sub>", "92.1_0.3", "", ""],
    ["92.1†", "92.1", "", "†"],
    ["92.1[^1]", "92.1", "", "1"],
    ["0.51***", "0.51", "", "***"],
    ["2*3*4", "2*3*4", "", ""],
    ["1**2**", "1**2", "", "**"],
    ["92.1<br>x", "92.1 x", "", ""],
    ["`1.50`", "1.50", "", ""],
    ["92.1 &plusmn; 0.3", "92.1 ± 0.3", "", ""],
    ["$\\mathbf{92.1} \\pm 0.3$", "92.1 ± 0.3", "bold", ""],
    ["$92.1\\%$", "92.1%", "", ""],
    ["$5-$7", "$5-$7", "", ""],
    ["[92.1](x)", "92.1", "", ""],
    ["~~92.1~~", "~~92.1~~", "", ""],
    ["<del>92.1</del>", "~~92.1~~", "", ""],
    ["**−0.50**", "−0.50", "bold", ""],
  ])("reads %s", async (cell, ...expected) => {
    expect(await only(cell)).toEqual(expected);
  });

  it("knows captions, labels, headings, header rows and places", async () => {
    const table = "| a | b |\n|---|---|\n| 1 | 22 |\n";
    const text = `# Top\n\nTable 1: Above {#tbl:x}\n\n${table}\n## Below\n\n${table}\nTable 2 shows much.\n\n${table}\nTable 3. After\n\n> | | |\n> |-|-|\n> | 1 | 2 |\n`;
    const { tables, problems } = await read(text);
    expect(problems).toEqual([]);
    expect(tables.map(({ name, caption, label, headerRows }) => [name, caption, label, headerRows])).toEqual([
      ["table 1 (tbl:x)", "Table 1: Above", "tbl:x", 1],
      ["table 2 (Below)", "Below", undefined, 1],
      ["table 3 (Table 3. After)", "Table 3. After", undefined, 1],
      ["table 4 (Below)", "Below", undefined, 0],
    ]);
    expect(tables[3]?.rows).toHaveLength(1);
    expect(tables[0]?.rows[1]?.cells[1]?.place).toEqual({ file: "a.md", line: 7, column: 7 });
  });

  it("leaves code alone and reads HTML between", async () => {
    const { tables } = await read(
      "```\n| a |\n|---|\n```\n\n<table>\n<tr><td>x</td>\n\n<td>1.5</td></tr></table>\n\n| a |\n|---|\n| 2 |\n",
    );
    expect(tables.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(({ text }) => text))])).toEqual([
      ["table 1", [["x", "1.5"]]],
      ["table 2", [["a"], ["2"]]],
    ]);
    expect(tables[0]?.rows[0]?.cells[1]?.place).toEqual({ file: "a.md", line: 9, column: 1 });
  });

  it.each([
    ["quotes", ">".repeat(100_000)],
    ["lists", "- ".repeat(100_000)],
    ["stars", "**x".repeat(100_000)],
    ["lines of stars", "**x **y\n".repeat(20_000)],
    ["brackets", "[".repeat(100_000)],
    ["a long line", "a".repeat(1_000_001)],
    ["columns", `${"|a".repeat(1_001)}|\n${"|-".repeat(1_001)}|\n`],
  ])("refuses too many %s in one line", async (_, text) => {
    await expect(read(text)).rejects.toThrow(/^a\.md:\d+:\d+: [^\n]+$/);
  });

  it("refuses what exceeds a limit", async () => {
    const source = sourceText("a.md", "| a | b |\n|---|---|\n| 1 | 2 |\n\n| a | b |\n|---|---|\n");
    for (const limit of ["characters", "lineLength", "tables", "rows", "columns", "cells"] as const)
      await expect(readMarkdownTables(source, { ...defaultLimits, [limit]: 1 })).rejects.toThrow(ReadError);
  });

  it("survives anything that looks like a table", async () => {
    const piece = fc.constantFrom(
      "|",
      "\n",
      "-",
      "|-|-|\n",
      "1.5",
      "**",
      "*",
      "`",
      "\\",
      "<",
      "sup>",
      "$",
      "[^1]",
      "> ",
      "\0",
      "<table>",
      "</td>",
      " ",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { tables } = await read(pieces.join("")).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ReadError);
          return { tables: [] };
        });
        for (const { rows } of tables) expect(new Set(rows.map(({ cells }) => cells.length)).size).toBeLessThan(2);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
