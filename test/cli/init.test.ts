import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { assay, onlyLine } from "./fake-shell.ts";

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-init-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();

describe("assay init", () => {
  it("begins a project in an empty folder, and says all that it wrote", async () => {
    const folder = emptyFolder();
    const { code, printed } = await assay(["init", "--json"], { folder });
    expect(code).toBe(0);
    const { paper, files } = JSON.parse(printed);
    expect(paper).toBe("my-paper");
    expect([...files].sort()).toEqual(filesOf(folder));
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    expect(manifest.type).toBe("module");
    expect(manifest.allowScripts).toEqual({ "onnxruntime-node": false });
    expect(Object.keys(manifest.devDependencies)).toEqual(expect.arrayContaining(["paper-assay", "vitest"]));
    expect(readFileSync(join(folder, "claims/my-paper/paper.ts"), "utf8")).toContain('from "paper-assay"');
  });

  it("adds a paper to a project, touches nothing else, and names what the project lacks", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "package.json"), '{ "devDependencies": { "vitest": "4" } }');
    writeFileSync(join(folder, "tsconfig.json"), "{}");
    const { code, noted } = await assay(["init", "smith-2024"], { folder });
    expect(code).toBe(0);
    expect(readFileSync(join(folder, "tsconfig.json"), "utf8")).toBe("{}");
    expect(filesOf(folder).filter((file) => !file.startsWith("claims/smith-2024/"))).toEqual([
      "package.json",
      "tsconfig.json",
    ]);
    expect(noted).toContain("npm pkg set type=module");
    expect(noted).toContain("npm install --save-dev paper-assay typescript @types/node");
  });

  it("overwrites nothing, and then writes nothing", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "README.md"), "mine");
    const readme = await assay(["init"], { folder });
    expect([readme.code, onlyLine(readme.noted)]).toEqual([2, expect.stringContaining("README.md is there already")]);
    expect(filesOf(folder)).toEqual(["README.md"]);
    writeFileSync(join(folder, "package.json"), "{}");
    mkdirSync(join(folder, "claims/mine"), { recursive: true });
    const paper = await assay(["init", "mine"], { folder });
    expect([paper.code, onlyLine(paper.noted)]).toEqual([2, expect.stringContaining("claims/mine/ is there already")]);
  });

  it.each(["../out", "Smith", "a_b", "a--b", "", "-"])("refuses %j as a paper's name", async (id) => {
    const folder = emptyFolder();
    const { code, noted } = await assay(["init", id], { folder });
    expect([code, onlyLine(noted)]).toEqual([2, expect.stringContaining("cannot name a paper")]);
    expect(filesOf(folder)).toEqual([]);
  });

  it("asks for the paper's name in a project", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "package.json"), "{}");
    const { code, noted } = await assay(["init"], { folder });
    expect([code, onlyLine(noted)]).toEqual([2, expect.stringContaining("name the paper")]);
  });
});

describe("papers of one's own", () => {
  const paperText = (id: string, type = "") =>
    `const claims${type} = [{ id: "a", at: { kind: "place", place: "Figure 1" }, states: "It is fine.",
       basis: { kind: "out-of-scope", reason: "taste" } }];
     export const paper = { id: "${id}", citation: { title: "Mine", authors: ["A"], venue: "V", year: 2024 }, provenance: [],
       narrative: { scope: "", methodology: "", easy: [], difficult: [], communication: "" },
       tables: [], claims, hyperparameters: [] };`;

  function folderWith(papers: Readonly<Record<string, string>>): string {
    const folder = emptyFolder();
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    for (const [path, text] of Object.entries(papers)) {
      mkdirSync(join(folder, "claims", path, ".."), { recursive: true });
      writeFileSync(join(folder, "claims", path), text);
    }
    return folder;
  }

  it("are those that are meant where there are some, in JavaScript and in TypeScript", async () => {
    const folder = folderWith({
      "one/paper.mjs": paperText("one"),
      "two/paper.ts": paperText("two", ": readonly object[]"),
    });
    const { printed } = await assay(["list", "--json"], { folder });
    expect(JSON.parse(printed).papers.map(({ paper }: { paper: string }) => paper)).toEqual(["one", "two"]);
    const { code, printed: checked } = await assay(["check"], { folder });
    expect([code, checked]).toEqual([0, expect.stringContaining("1 out-of-scope")]);
    expect((await assay(["check", "--update", "two"], { folder })).code).toBe(0);
    expect(existsSync(join(folder, "claims/two/verdicts.json"))).toBe(true);
  });

  it("leave the papers of Assay to be asked for by name", async () => {
    const folder = folderWith({ "one/paper.mjs": paperText("one") });
    expect((await assay(["list", "sohn-2021"], { folder })).printed).toContain("t7.means");
  });

  it("say in one line, by their file, what is wrong with them", async () => {
    const folder = folderWith({
      "broken/paper.mjs": "export const paper = nothing;",
      "typed/paper.ts": "export const paper: string = missing;",
      "other/paper.mjs": paperText("another"),
    });
    const lineOf = async (id: string) => onlyLine((await assay(["check", id], { folder })).noted);
    expect(await lineOf("broken")).toMatch(/claims\/broken\/paper\.mjs cannot be loaded: nothing is not defined/);
    expect(await lineOf("typed")).toMatch(/claims\/typed\/paper\.ts cannot be loaded: missing is not defined/);
    expect(await lineOf("other")).toMatch(/claims\/other\/paper must export a paper whose id is "other"/);
  });
});
