import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLatexTables } from "../../src/tables/latex/read-latex-tables.ts";
import { defaultLimits, ReadError } from "../../src/tables/source-table.ts";
import { sourceText } from "../../src/tables/source-text.ts";

const read = (text: string) => readLatexTables(sourceText("t.tex", text));
const tabular = (body: string) => `\\begin{tabular}{lc}${body}\\end{tabular}`;

describe("hostile texts end in one line", () => {
  test.each([
    ["braces", tabular("{".repeat(1e5) + "}".repeat(1e5)), /braces nest more than 200/],
    ["cells of a row", tabular("&".repeat(1e5)), /more than 1000 columns/],
    ["a span", tabular("\\multicolumn{999999999}{c}{x}"), /spans more than 1000 columns/],
    ["repeated columns", "\\begin{tabular}{*{999999999}{c}}a\\end{tabular}", /more than 1000 columns/],
    ["columns repeated in repetition", "\\begin{tabular}{*{999}{*{999}{*{999}{}}}}a\\end{tabular}", /columns/],
    ["environments", "\\begin{a}".repeat(1e5), /environments nest more than 200/],
    ["tables", tabular("a").repeat(3000), /more than 2000 tables/],
    ["a macro bomb", `${bomb(40)}${tabular("\\mz")}`, /macros expand to too much/],
  ])("%s", async (_, text, message) => {
    const error = await read(text).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(ReadError);
    expect((error as ReadError).message).toMatch(message);
    expect((error as ReadError).message).not.toContain("\n");
  });

  test.each([
    ["captions without end", "\\caption{".repeat(20_000)],
    ["formulas", `Some words. ${"\\begin{array}{c} a \\end{array} ".repeat(5_000)}`],
    ["brackets without end", tabular("\\cite[".repeat(20_000))],
  ])("%s cost no more than their length", async (_, text) => {
    const before = process.cpuUsage();
    const { problems } = await read(text);
    const { user } = process.cpuUsage(before);
    expect(user / 1e6).toBeLessThan(1.5);
    expect(problems.length).toBeLessThanOrEqual(100);
  });

  test("a line too long", async () => {
    const limits = { ...defaultLimits, lineLength: 20 };
    const text = `% short\n${"x".repeat(21)}`;
    await expect(readLatexTables(sourceText("t.tex", text), limits)).rejects.toThrow(
      "t.tex:2:1: a line of more than 20 characters",
    );
  });

  test("the last of too many problems counts the rest", async () => {
    const { problems } = await read(tabular("\\sout{1} \\\\ ".repeat(250)));
    expect(problems).toHaveLength(100);
    expect(problems.at(-1)?.message).toMatch(/^151 more problems/);
  });

  test("a multirow without end spans what is there", async () => {
    const { tables } = await read(tabular("\\multirow{999999999}{*}{x} & 1 \\\\ & 2"));
    expect(tables[0]?.rows.map(({ cells }) => cells[0]?.text)).toEqual(["x", "x"]);
  });
});

test("whatever is written ends in tables or in a ReadError", async () => {
  const parts = fc.constantFrom(
    ..."\\begin{table} \\end{table} \\begin{tabular} \\end{tabular} {lc} { } & \\\\ $ ^ _ % \n 84.1 x [ ] * ( ) # {#1} ~ \\ \\hline \\midrule \\cmidrule(lr){1-2} \\multicolumn \\multicolumn{2}{c}{a} \\multirow{2}{*}{b} \\multirow \\textbf \\textbf{c} \\newcommand{\\x}[1]{#1} \\x \\def\\x{\\x\\x} \\caption{d} \\caption \\label{e} \\verb|f| \\verb \\pm \\num \\SI{1}{\\m} \\cite{g} \\sout{1} \\frac12 \\footnotemark[ \\unknown{1}{2} \\endhead \\endfoot \\rule \\begin{array}{c} \\end{array} *{3}{c} @{$\\pm$}".split(
      " ",
    ),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(parts, { maxLength: 40 }), fc.boolean(), async (list, wrap) => {
      const text = wrap ? tabular(list.join("")) : list.join("");
      const result = await read(text).catch((error: unknown) => {
        if (error instanceof ReadError) return { tables: [], problems: [] };
        throw error;
      });
      for (const { rows } of result.tables)
        expect(new Set(rows.map(({ cells }) => cells.length)).size).toBeLessThanOrEqual(1);
    }),
    { seed: 20_261_122, numRuns: 1_500 },
  );
});

/** `\ma` twice `\mb`, and so on: 2^depth letters. */
function bomb(depth: number): string {
  const name = (index: number): string =>
    index === depth ? "mz" : `m${String.fromCharCode(97 + (index % 25))}${"x".repeat(Math.floor(index / 25))}`;
  let text = `\\def\\${name(0)}{}`;
  for (let index = 1; index <= depth; index++)
    text += `\\def\\${name(index)}{\\${name(index - 1)}\\${name(index - 1)}}`;
  return text;
}
