import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readHtmlTables } from "../../src/tables/read-html-tables.ts";
import { defaultLimits, ReadError } from "../../src/tables/source-table.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const read = (text: string) => readHtmlTables(sourceText("a.html", text));
const grids = async (text: string) =>
  (await read(text)).tables.map(({ rows }) => rows.map(({ cells }) => cells.map((cell) => cell.text)));
const only = async (cell: string) => {
  const { tables } = await read(`<table><tr><td>x<td>${cell}`);
  const { text, emphasis, notes } = tables[0]?.rows[0]?.cells[1] ?? { text: undefined, emphasis: [], notes: [] };
  return [text, emphasis.join(" "), notes.join(" ")];
};
const maths = (presentation: string) =>
  `<math alttext="0"><semantics><mrow>${presentation}</mrow><annotation encoding="application/x-tex">0</annotation></semantics></math>`;

describe("readHtmlTables", () => {
  it("fills spans as the table model says", async () => {
    const { tables } = await read(
      "<table><tr><th rowspan=2>M<th colspan=2>A<tr><td>1<td>2<tbody><tr><td rowspan=0>z<td>3<td>4<tr><td>5<td>6</table>",
    );
    expect(tables[0]?.rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
      ["M", "A", "A"],
      ["M", "1", "2"],
      ["z", "3", "4"],
      ["z", "5", "6"],
    ]);
    const froms = tables[0]?.rows.map(({ cells }) => cells.map(({ spannedFrom }) => spannedFrom));
    expect(froms?.[0]).toEqual([undefined, undefined, { row: 0, column: 1 }]);
    expect(froms?.[1]?.[0]).toEqual({ row: 0, column: 0 });
    expect(froms?.[3]).toEqual([{ row: 2, column: 0 }, undefined, undefined]);
  });

  it("ends a span with its row group, shows tfoot last, and clips columns in which nothing begins", async () => {
    expect(
      await grids(
        "<table><tfoot><tr><td>Avg<td>1.5</tfoot><thead><tr><th rowspan=9>M<th>A</thead><tbody><tr><td>a<td>1<tr><td colspan=100%>all</table>",
      ),
    ).toEqual([
      [
        ["M", "A"],
        ["a", "1"],
        ["all", "all"],
        ["Avg", "1.5"],
      ],
    ]);
  });

  it("keeps the first of two cells that overlap, and says so", async () => {
    const { tables, problems } = await read("<table><tr><td>1<td rowspan=2>2<tr><td colspan=2>3</table>");
    expect(tables[0]?.rows[1]?.cells.map(({ text }) => text)).toEqual(["3", "2"]);
    expect(problems).toMatchObject([{ place: { line: 1 }, message: expect.stringContaining("lies over another") }]);
  });

  it("counts header rows from thead, or from rows of th", async () => {
    const headers = async (text: string) => (await read(text)).tables.map(({ headerRows }) => headerRows);
    expect(
      await headers(
        "<table><thead><tr><td>a<tr><td>b</thead><tr><td>1</table><table><tr><th>a<tr><th>r<td>1</table><table><tr><td>a<tr><td>1</table><table><tr><td><th>a<th>b<tr><th>r<td>1<td>2</table><table><tr><th class=ltx_th_row>r<td>1</table>",
      ),
    ).toEqual([2, 1, undefined, 1, undefined]);
    const [rule, spanned] = ["<td class='ltx_td ltx_border_tt'>", "<td class='ltx_td ltx_border_tt' rowspan=2>"];
    expect(await headers(`<table><tr>${spanned}M${rule}A<tr><td>a<tr>${rule}x${rule}1</table>`)).toEqual([2]);
  });

  it.each([
    ["<b>92.1</b> &plusmn; 0.3", "92.1 ± 0.3", "bold", ""],
    ["<b>92</b>.1", "92.1", "", ""],
    ["<span style='font-weight: 700'>92.1</span>", "92.1", "bold", ""],
    ["<b style='font-weight:normal'>92.1</b>", "92.1", "", ""],
    ["<span class='ltx_text ltx_font_bold'>92.1</span>", "92.1", "bold", ""],
    ["<ins>92.1</ins>", "92.1", "underline", ""],
    ["<em>92.1</em>", "92.1", "italic", ""],
    ["<span style='color:#FF0000'>92.1</span>", "92.1", "colour", ""],
    ["\u22120.50", "\u22120.50", "", ""],
    ["92.1<sup>a</sup>", "92.1", "", "a"],
    ["92.1<sup>&dagger;</sup>", "92.1", "", "†"],
    ["92.1<sup><a href='#fn1'>1</a></sup>", "92.1", "", "1"],
    ["92.1<sup>2</sup>", "92.1²", "", ""],
    ["92.1<sub>±0.3</sub>", "92.1 ±0.3", "", ""],
    ["92.1<sub>0.3</sub>", "92.1_0.3", "", ""],
    ["92.1<script>3</script><style>4</style>", "92.1", "", ""],
    ["92.<span hidden>9</span>1<span style='display: none'>7</span>", "92.1", "", ""],
    ["1<br>2", "1 2", "", ""],
    ["<p>1</p><p>2</p>", "1 2", "", ""],
    ["<span class='ltx_p'>1</span><span class='ltx_p'>2</span>", "1 2", "", ""],
    ["2&#x2062;3", "2 3", "", ""],
    ["<s>92.1</s>", "~~92.1~~", "", ""],
    ["12&#8239;345", "12 345", "", ""],
    ["\\(92.1 \\pm 0.3\\)", "92.1 ± 0.3", "", ""],
    [
      "<span class='ltx_note ltx_role_footnote'><sup class='ltx_note_mark'>1</sup><span class='ltx_note_outer'>long</span></span>92.1",
      "92.1",
      "",
      "1",
    ],
    [maths("<mn>92.1</mn><mo>±</mo><mn>0.3</mn>"), "92.1 ± 0.3", "", ""],
    [maths("<mn mathvariant='bold'>92.1</mn><mo>±</mo><mn>0.3</mn>"), "92.1 ± 0.3", "bold", ""],
    [maths("<mn>𝟗𝟐.𝟏</mn>"), "92.1", "bold", ""],
    [maths("<msub><mn>92.1</mn><mrow><mo>±</mo><mn>0.3</mn></mrow></msub>"), "92.1 ± 0.3", "", ""],
    [maths("<msup><mn>10</mn><mrow><mo>−</mo><mn>3</mn></mrow></msup>"), "10⁻³", "", ""],
    [maths("<msup><mn>92.1</mn><mo>†</mo></msup>"), "92.1", "", "†"],
    [maths("<mn>1</mn><mo>,</mo><mn>234</mn>"), "1,234", "", ""],
    [maths("<mn>2</mn><mo>\u2062</mo><mn>3</mn>"), "2 3", "", ""],
    [maths("<mn>2</mn><mn>3</mn>"), "2 3", "", ""],
    [maths("<mo>−</mo><mn>0.5</mn>"), "−0.5", "", ""],
    [maths("<munder><mn>92.1</mn><mo>¯</mo></munder>"), "92.1", "underline", ""],
    [maths("<mphantom><mn>0</mn></mphantom><mn>9.1</mn>"), "9.1", "", ""],
    [maths("<mfrac><mn>1</mn><mn>3</mn></mfrac>"), "1/3", "", ""],
  ])("reads %s", async (cell, ...expected) => {
    expect(await only(cell)).toEqual(expected);
  });

  it("reads arXiv's tables: captions, labels, rules, line breaks in cells, tables of spans", async () => {
    const { tables } = await read(
      `<figure class="ltx_table" id="S1.T1"><figcaption class="ltx_caption"><span class="ltx_tag">Table 1: </span>Accuracy.</figcaption>
       <table class="ltx_tabular" id="S1.T1.1"><tr class="ltx_tr"><td class="ltx_td ltx_border_tt">M</td><td class="ltx_td ltx_border_tt"><table class="ltx_tabular"><tr><td>Top</td></tr><tr><td>Acc</td></tr></table></td></tr>
       <tr class="ltx_tr"><td class="ltx_td ltx_border_t">a</td><td class="ltx_td">1</td></tr></table></figure>
       <span class="ltx_tabular"><span class="ltx_tr"><span class="ltx_td ltx_colspan ltx_colspan_2">A</span></span><span class="ltx_tr"><span class="ltx_td">1</span><span class="ltx_td">2</span></span></span>
       <table class="ltx_equation"><tr><td>x</td></tr></table>`,
    );
    expect(tables.map(({ name, caption, label }) => [name, caption, label])).toEqual([
      ["table 1 (S1.T1)", "Table 1: Accuracy.", "S1.T1"],
      ["table 2", "", undefined],
    ]);
    expect(tables[0]?.rows.map(({ ruleAbove }) => ruleAbove)).toEqual([true, false]);
    expect(tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)))).toEqual([
      [
        ["M", "Top Acc"],
        ["a", "1"],
      ],
      [
        ["A", "A"],
        ["1", "2"],
      ],
    ]);
  });

  it("reads a table in a cell on its own, frames not at all, and gives places", async () => {
    const text = "<table><tr><td>\r\n<table><caption>In</caption><tr><td>1\r\n<td>2</table></table>";
    expect(await grids(text)).toEqual([[["1", "2"]]]);
    const { tables } = await read(text);
    expect(tables[0]?.name).toBe("table 1 (In)");
    expect(tables[0]?.rows[0]?.cells[1]?.place).toEqual({ file: "a.html", line: 3, column: 1 });
  });

  it.each([
    ["nested tags", "<div>".repeat(100_000)],
    ["nested formatting", "<b><i><u><s>".repeat(25_000)],
    ["columns", "<table><tr><td colspan=999999999>1"],
    ["cells", `<table>${"<tr><td colspan=1000 rowspan=60000>1".repeat(3_000)}`],
    ["mathematics", `<table><tr><td><math>${"<mrow>".repeat(100_000)}`],
  ])("refuses too many %s in one line", async (_, text) => {
    await expect(read(text)).rejects.toThrow(/^a\.html[^\n]+$/);
    await expect(read(text)).rejects.toThrow(ReadError);
  });

  it("reads long lines, tables in tables that never end, huge row spans and NUL", async () => {
    expect(await grids(`<table><tr><td>${"x".repeat(1_000_000)}`)).toHaveLength(1);
    expect(await grids(`<table><tr><td>${"\\(".repeat(500_000)}`)).toHaveLength(1);
    expect(await grids(`${"<table>".repeat(10_000)}<tr><td>1`)).toEqual([[["1"]]]);
    expect(await grids("<table><tr><td rowspan=999999999>1<td>2<tr><td>\0 3")).toEqual([
      [
        ["1", "2"],
        ["1", "3"],
      ],
    ]);
  });

  it("refuses what exceeds a limit", async () => {
    const row = "<tr><td>1<td>2";
    const source = sourceText("a.html", `<table>${row}${row}</table><table>${row}</table>`);
    for (const limit of ["characters", "tables", "rows", "columns", "cells", "depth"] as const)
      await expect(readHtmlTables(source, { ...defaultLimits, [limit]: 1 })).rejects.toThrow(ReadError);
  });

  it("survives anything that looks like a table", async () => {
    const piece = fc.constantFrom(
      "<table>",
      "<tr>",
      "<td>",
      "<td colspan=3>",
      "<th rowspan=0>",
      "<td rowspan=4>",
      "</table>",
      "<tfoot>",
      "<caption>",
      "<math>",
      "<mn>",
      "<b>",
      "</b>",
      "1.5",
      "<",
      "&",
      "\0",
      "<sup>",
      "</p>",
      "<select>",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const { tables } = await read(pieces.join("")).catch((error: unknown) => {
          expect(error).toBeInstanceOf(ReadError);
          return { tables: [] };
        });
        for (const { rows } of tables) expect(new Set(rows.map(({ cells }) => cells.length)).size).toBeLessThan(2);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
