import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readTable } from "../../src/tables/read-table.ts";
import { table } from "../../src/tables/table.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-tables-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): URL {
  const path = join(folder, name);
  writeFileSync(path, text);
  return pathToFileURL(path);
}

describe("readTable", () => {
  it("keeps every cell as printed and joins the key columns", () => {
    const scores = readTable({
      name: "Table 2",
      caption: "AUCs",
      file: file(
        "scores.csv",
        'model,kernel,"f-MNIST / Paper",Ours\nResNet18,RBF,89.80,74.5 (-)\nResNet18,Linear,50.3,\n',
      ),
      keyColumns: 2,
    });
    expect(scores.rowNames).toEqual(["ResNet18 / RBF", "ResNet18 / Linear"]);
    expect(scores.cell("ResNet18 / RBF", "f-MNIST / Paper").printed().value).toMatchObject({
      units: 8980n,
      decimals: 2,
    });
    expect(scores.cell("ResNet18 / RBF", "Ours").printed().mark).toBe("-");
    expect(scores.cell("ResNet18 / Linear", "Ours").isEmpty).toBe(true);
    expect(scores.column("Ours").map(({ text }) => text)).toEqual(["74.5 (-)", ""]);
    expect(scores.row("ResNet18 / Linear").map(({ column }) => column)).toEqual(["f-MNIST / Paper", "Ours"]);
  });

  it("says in one line what is wrong with a file", () => {
    const read = (text: string) => () => readTable({ name: "Table 9", caption: "", file: file("bad.csv", text) });
    expect(read("")).toThrow(/bad\.csv: the file is empty/);
    expect(read("a,b\nr,1,2\n")).toThrow('Table 9, row "r": 2 cells where the header has 1');
    expect(read("a,b\nr,1\nr,2\n")).toThrow('Table 9: two rows are named "r"');
    expect(read('a,b\n"r,1\n')).toThrow(/bad\.csv: cannot be read as CSV/);
    expect(() => readTable({ name: "T", caption: "", file: pathToFileURL(join(folder, "none.csv")) })).toThrow(
      /none\.csv/,
    );
  });
});

describe("table", () => {
  const scores = table({
    name: "Table 2",
    caption: "",
    rowNames: ["ResNet18 (random) / RBF", "ResNet50 / RBF"],
    columnNames: ["Paper", "Ours"],
    texts: [
      ["89.8", "-"],
      ["n/a", "93.8"],
    ],
  });

  it("answers a typo in a locus with the nearest name", () => {
    expect(() => scores.cell("ResNet18 (randon) / RBF", "Ours")).toThrow(
      'Table 2 has no row "ResNet18 (randon) / RBF"; did you mean "ResNet18 (random) / RBF"?',
    );
    expect(() => scores.column("ours")).toThrow('Table 2 has no column "ours"; did you mean "Ours"?');
  });

  it("says where a number is missing", () => {
    expect(() => scores.cell("ResNet18 (random) / RBF", "Ours").printed()).toThrow(
      'Table 2, row "ResNet18 (random) / RBF", column "Ours": the cell is empty',
    );
    expect(() => scores.cell("ResNet50 / RBF", "Paper").printed()).toThrow('"n/a" is not a printed number');
  });
});
