import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { assay, onlyLine } from "./fake-shell.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-table-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const header = "Method,CIFAR-10,CIFAR-100,SVHN,Average";
/** Means by hand: 70, 71.2, 65.5, 80.1, 59.9, 74.4. */
const trueRows = [
  "A,80.0,60.0,70.0,70.0",
  "B,81.2,61.2,71.2,71.2",
  "C,75.5,55.5,65.5,65.5",
  "D,90.1,70.1,80.1,80.1",
  "E,69.9,49.9,59.9,59.9",
  "F,84.4,64.4,74.4,74.4",
];
/** 243.6 / 3 = 81.2 exactly; no rounding of cells or mean gives 82.1, its digits swapped. */
const falseRow = "G,91.2,71.2,81.2,82.1";

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const run = (words: readonly string[], input?: string) =>
  assay(["table", ...words], { folder, ...(input === undefined ? {} : { input }) });

describe("assay table", () => {
  const good = file("good.csv", [header, ...trueRows].join("\n"));
  const bad = file("bad.csv", [header, ...trueRows, falseRow].join("\n"));

  it("says of a table that is true only how much was asked: one average a row", async () => {
    const { code, printed } = await run([good]);
    expect([code, printed]).toEqual([
      0,
      `1 table: 0 contradictions, 0 conditional, 0 suspicions, 0 notes\n\n${trueRows.length} questions were decided.\n`,
    ]);
  });

  it("names an average that too few rows confirm, and the option that has it asked", async () => {
    const few = file("few.csv", "Method,CIFAR,MNIST,Mean\nA,91.0,92.0,91.5\nB,82.0,84.0,83.9\nC,71.0,73.0,72.0\n");
    const { code, printed } = await run([few]);
    expect(code).toBe(0);
    expect(printed).toContain("\n\n0 questions were decided, 3 could not be (--all tells which).\n");
    expect(printed).toContain(
      'Too little confirms what "Mean" of table 1 is the mean of; where you know, say it: --column "Mean=average"\n',
    );
    const said = await run([few, "--column", "Mean=average"]);
    expect([said.code, said.printed.includes("Printed 83.9; the unweighted mean of the 2 cells is 83")]).toEqual([
      1,
      true,
    ]);
    expect(said.printed).not.toContain("Too little confirms");
  });

  it("tells which row it does not hold to the rule of the others, and holds it to it where the user says so", async () => {
    // Standard deviations over runs: that of the averages is no average of theirs.
    const spread = file("spread.csv", [header, ...trueRows, "Std (F),0.7,1.2,1.0,0.5"].join("\n"));
    const quiet = await run([spread]);
    expect([
      quiet.code,
      quiet.printed.includes("6 questions were decided, 1 could not be (--all tells which)"),
    ]).toEqual([0, true]);
    const told = (await run([spread, "--all"])).printed.replaceAll(/\s+/g, " ");
    expect(told).toContain(
      'left out mean is not asked of row "Std (F)": its name says a statistic, a test or a rank; --row "Std (F)=score" asks it',
    );
    const known = file("known.csv", [header, ...trueRows, "Std,0.7,1.2,1.0,0.5"].join("\n"));
    expect((await run([known, "--all"])).printed).toContain("sd (its name says so): row Std\n");
    const held = await run([spread, "--row", "Std (F)=score"]);
    expect([held.code, held.printed.includes("contradiction at spread.csv:8:21")]).toEqual([1, true]);
    expect(held.printed).not.toContain("left out");
    // 0.7 + 1.2 + 1.0 = 2.9, a third of which is 0.97.
    const averaged = file("averaged.csv", [header, ...trueRows, "Std (F),0.7,1.2,1.0,1.0"].join("\n"));
    expect((await run([averaged, "--row", "Std (F)=score"])).code).toBe(0);
  });

  it("finds the average that cannot be, and says where and what confirms it", async () => {
    const { code, printed } = await run([bad]);
    expect(code).toBe(1);
    expect(printed).toContain("contradiction at bad.csv:8:18");
    expect(printed).toContain("82.1");
    expect(printed).toContain("1 contradiction");
    // The swap of two digits that makes the row true is offered as a guess.
    expect(printed).toContain("81.2");
  });

  it("reads a number with a raised footnote mark, and says so; a whole number with one it does not read", async () => {
    const rows = [...trueRows, falseRow].map((row) => `<tr>${row.replaceAll(/([^,]+),?/g, "<td>$1</td>")}</tr>`);
    const page = `<table><tr>${header.replaceAll(/([^,]+),?/g, "<th>$1</th>")}</tr>${rows.join("")}</table>`
      .replace("82.1<", "82.1<sup>1</sup><")
      .replace("91.2<", "91.2<sup>2</sup><");
    const { code, printed } = await run([file("notes.html", page), "--all"]);
    expect([code, printed.includes("Printed 82.1; the unweighted mean of the 3 cells is 81.2")]).toEqual([1, true]);
    expect(printed).toMatch(/"²" is read as a footnote mark, not as a power\s+\(notes\.html:1:\d+ and 1 more cell\)/);
    const whole = await run(["-", "--format", "html"], page.replace("80.0<", "80<sup>2</sup><"));
    expect(whole.printed).toMatch(/"80²" ends in a raised digit, a footnote mark or a power/);
  });

  it("says where it has nothing to check, and what may be wrong", async () => {
    const prose = await run([file("prose.csv", "just some text\nwithout a table\n")]);
    expect([prose.code, prose.printed]).toEqual([0, expect.stringContaining("No check applies to what is read")]);
    const commas = await run([file("commas.tsv", "Method,Acc\nA,90.1\n")]);
    expect([commas.code, commas.printed]).toEqual([
      4,
      expect.stringMatching(/commas\.tsv:1:1: a single column, though commas seem to part its cells/),
    ]);
    const slips = await run([file("slips.csv", "Method,Acc\nA,9O.1\nB,80.0\n")]);
    expect([slips.code, slips.printed]).toEqual([4, expect.stringContaining('"9O.1" has a letter among its digits')]);
  });

  it("names the columns that there are where a number names none", async () => {
    const { code, noted } = await run([good, "--column", "#9=average"]);
    expect([code, onlyLine(noted)]).toEqual([2, expect.stringContaining("columns are counted from 1 to 5")]);
  });

  it("reads standard input, of any format", async () => {
    const rows = [...trueRows, falseRow].map((row) => `${row.replaceAll(",", " & ")} \\\\`);
    const latex = `\\begin{tabular}{lrrrr}\n\\toprule\n${header.replaceAll(",", " & ")} \\\\\n\\midrule\n${rows.join("\n")}\n\\bottomrule\n\\end{tabular}`;
    const cells = (row: string) => `| ${row.replaceAll(",", " | ")} |`;
    const markdown = [cells(header), "|---|---|---|---|---|", ...[...trueRows, falseRow].map(cells)].join("\n");
    const html = `<table>${[header, ...trueRows, falseRow].map((row) => `<tr>${row.replaceAll(/([^,]+),?/g, "<td>$1</td>")}</tr>`).join("")}</table>`;
    for (const input of [latex, markdown, html]) {
      const { code, printed } = await run(["-"], input);
      expect([code, printed.includes("standard input:")]).toEqual([1, true]);
    }
  });

  it("takes the user's word for what a column is", async () => {
    const { code } = await run([bad, "--column", "Average=score"]);
    expect(code).toBe(0);
  });

  it("prints JSON, HTML and SARIF", async () => {
    const json = JSON.parse((await run([bad, "--json"])).printed);
    expect(json.papers[0].tables[0].findings[0]).toMatchObject({ check: "mean", strength: "contradiction" });
    const html = (await run([bad, "--html"])).printed;
    expect(html).toMatch(/^<!DOCTYPE html>[\s\S]*82\.1[\s\S]*<\/html>\s*$/);
    expect(html).not.toContain("<caption>");
    const sarif = JSON.parse((await run([bad, "--sarif"])).printed);
    expect(sarif.version).toBe("2.1.0");
    expect(sarif.runs[0].results[0]).toMatchObject({
      ruleId: "mean",
      level: "error",
      locations: [
        { physicalLocation: { artifactLocation: { uri: "bad.csv" }, region: { startLine: 8, startColumn: 18 } } },
      ],
    });
  });

  it("says what it can of several files where one of them cannot be read, and why", async () => {
    file("page.html", "<p>no table");
    const { code, printed, noted } = await run(["page.html", "bad.csv", "--json"]);
    expect(code).toBe(1);
    expect(JSON.parse(printed).papers).toHaveLength(1);
    expect(noted).toContain("assay: page.html holds no table");
    const good = await run(["page.html", "good.csv"]);
    expect(good.code).toBe(2);
    expect(good.printed).toContain("1 table: 0 contradictions");
  });

  it.each([
    [["missing.csv"], /there is no file missing\.csv/],
    [["bad.csv", "--column", "Average=averge"], /"averge" is no role.*average/],
    [["bad.csv", "--column", "Averge=score"], /Averge.*Average/],
    [["bad.csv", "--header-rows", "99"], /--header-rows/],
    [["bad.csv", "--weights", "CIFAR10=1"], /no table has a column or row "CIFAR10".*CIFAR-10/],
    [["bad.csv", "--weights", "CIFAR-10=1"], /"Average" is also of "CIFAR-100", "SVHN"/],
    [["bad.csv", "--weights", "SVHN=1,SVHN=2"], /two weights/],
    [["bad.csv", "--positives", "10"], /--positives needs --negatives/],
    [["pdf.csv"], /is a PDF/],
    [["text.tar.gz"], /is an archive; `assay scan/],
    [["bad.csv", "--only", "men"], /there is no check "men".*mean/],
    [["bad.csv", "--format", "xls"], /--format xls is none of csv/],
    [["bad.csv", "--json", "--html"], /only one can be printed/],
    [["bad.csv", "--table", "9"], /has no such table/],
    [["empty.csv"], /empty\.csv is empty; give a CSV/],
    [["sheet.xlsx"], /sheet\.xlsx is no text; save the table as CSV/],
    [["page.html"], /page\.html holds no table; give --format/],
    [["binary.csv"], /binary/],
    [["."], /is a folder.*assay scan/],
  ])("ends with one line for %j", async (words, message) => {
    file("empty.csv", "");
    writeFileSync(join(folder, "binary.csv"), Buffer.from([0, 1, 2, 3, 0, 255, 0]));
    file("pdf.csv", "%PDF-1.5\n");
    file("sheet.xlsx", "PK");
    file("page.html", "<p>no table");
    file("text.tar.gz", "no archive");
    const { code, noted } = await run(words);
    expect(code).toBe(2);
    expect(onlyLine(noted)).toMatch(message);
  });
});
