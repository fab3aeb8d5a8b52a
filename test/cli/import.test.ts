import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { readTable } from "../../src/tables/read-table.ts";
import { assay, onlyLine } from "./fake-shell.ts";

function project(): { readonly folder: string; readonly home: string } {
  const folder = mkdtempSync(join(tmpdir(), "assay-import-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const home = join(folder, "claims/mine");
  mkdirSync(home, { recursive: true });
  return { folder, home };
}

const rows = [
  ["Method", "Leaves", "Seeds", "Average"],
  ["A, small", "80.0", "60.0", "70.0"],
  ["B", "81.2", "61.2", "71.2"],
  ["B", "75.5", "–", "75.5"],
];

const latex = `\\begin{table}\\caption{Plants.}\\begin{tabular}{lrrr}\\toprule
${rows.map((row) => `${row.join(" & ")} \\\\`).join("\n\\midrule\n")}
\\bottomrule\\end{tabular}\\end{table}`;
const markdown = [rows[0], ["---", "---", "---", "---"], ...rows.slice(1)]
  .map((row) => `| ${row?.join(" | ")} |`)
  .join("\n");
const html = `<table>${rows.map((row, index) => `<tr>${row.map((cell) => (index === 0 ? `<th>${cell}</th>` : `<td>${cell}</td>`)).join("")}</tr>`).join("")}</table>`;
const csv = rows.map((row) => row.map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(",")).join("\n");

const words = (...more: readonly string[]) => ["import", "-", "--paper", "mine", ...more];

describe("assay import", () => {
  it.each(Object.entries({ latex, markdown, html, csv }))(
    "keeps every cell of %s as printed",
    async (format, input) => {
      const { folder, home } = project();
      const { code, printed } = await assay(words("--format", format), { folder, input });
      expect([code, printed]).toEqual([0, expect.stringContaining("Table 1: 3 rows, 3 columns, 8 numbers")]);
      expect(printed).toContain('another row is named "B"; this one is called "B (2)"');
      const file = pathToFileURL(join(home, "tables/table1.csv"));
      const { rowNames, columnNames, row } = readTable({ name: "Table 1", caption: "", file });
      expect(columnNames).toEqual(["Leaves", "Seeds", "Average"]);
      expect(rowNames).toEqual(["A, small", "B", "B (2)"]);
      expect(rowNames.map((name) => row(name).map(({ text }) => text))).toEqual(
        rows.slice(1).map((cells) => cells.slice(1)),
      );
    },
  );

  it("enters table after table in tables.ts, under the names that are given", async () => {
    const { folder, home } = project();
    await assay(words("--format", "latex"), { folder, input: latex });
    const { code } = await assay(words("--name", "Table 7", "--as", "tables/plants.csv"), { folder, input: csv });
    expect(code).toBe(0);
    const tables = readFileSync(join(home, "tables.ts"), "utf8");
    expect(tables.match(/^import /gm)).toHaveLength(1);
    expect(tables).toContain('export const table1: Table = readTable({\n  name: "Table 1",\n  caption: "Plants.",');
    expect(tables).toContain('file: new URL("./tables/plants.csv", import.meta.url)');
  });

  it("lists what it leaves off and what is no number", async () => {
    const { folder } = project();
    const input = latex
      .replace("81.2", "\\textbf{81.2}$^\\dagger$")
      .replace("61.2", "$>$61")
      .replace("75.5 &", "7S.5 &");
    const { printed } = await assay(words("--json"), { folder, input });
    const { remarks, numbers } = JSON.parse(printed);
    expect(numbers).toBe(6);
    const about = (part: string) => remarks.filter((remark: string) => remark.includes(part));
    for (const part of ["†", "is not kept: B, Leaves", ">61", "7S.5"]) expect(about(part), part).toHaveLength(1);
  });

  it("drafts a claim for every cell of an average, and says where there is none", async () => {
    const { folder, home } = project();
    const { printed } = await assay(words("--claims"), { folder, input: latex });
    expect(printed).toContain("2 claims drafted");
    const claims = readFileSync(join(home, "table1-claims.ts"), "utf8");
    expect(claims).toContain('["table1.average.a-small", "A, small"]');
    const plain = await assay(words("--claims"), { folder, input: "Method,Leaves\nA,80.0\nB,81.0\n" });
    expect(plain.printed).toContain("no claims drafted");
  });

  it("overwrites nothing", async () => {
    const { folder, home } = project();
    mkdirSync(join(home, "tables"));
    writeFileSync(join(home, "tables/mine.csv"), "mine");
    const { code, noted } = await assay(words("--as", "tables/mine.csv"), { folder, input: csv });
    expect([code, onlyLine(noted)]).toEqual([2, expect.stringContaining("tables/mine.csv is there already")]);
    expect(existsSync(join(home, "tables.ts"))).toBe(false);
    await assay(words("--name", "Table 1"), { folder, input: csv });
    const again = await assay(words("--name", "Table 1", "--as", "other.csv"), { folder, input: csv });
    expect([again.code, onlyLine(again.noted)]).toEqual([2, expect.stringContaining("has a table1 already")]);
  });

  it("says in one line what is wrong with what was asked", async () => {
    const { folder } = project();
    const mistake = async (given: readonly string[], input = csv) =>
      onlyLine((await assay(given, { folder, input })).noted);
    expect(await mistake(["import", "-"])).toContain("needs --paper");
    expect(await mistake(["import", "-", "--paper", "yours"])).toContain("`assay init yours` begins the paper");
    expect(await mistake(words("--as", "../out.csv"))).toContain("no CSV file inside the paper's folder");
    expect(await mistake(words("--name", "7"))).toContain("begins with a letter");
    expect(await mistake(words(), `${latex}\n${latex}`)).toContain("has 2 tables; choose one by --table");
  });
});
