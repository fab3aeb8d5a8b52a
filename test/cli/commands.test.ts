import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeEvidence } from "../../harness/evidence-file.ts";
import { commandName } from "../../src/cli/command.ts";
import { allCommands } from "../../src/cli/commands.ts";
import { exampleRecord, temporaryFolder } from "../harness/example.ts";
import { assay } from "./fake-shell.ts";

const commands = await allCommands();

const json = (text: string) => JSON.parse(text);

describe("help", () => {
  it("lists every command with a few words, and each explains every option of its own", async () => {
    const { printed, code, noted } = await assay(["--help"]);
    expect([code, noted]).toEqual([0, ""]);
    expect((await assay([])).printed).toBe(printed);
    for (const command of commands) {
      expect(printed).toContain(`\n  ${command.usage} `);
      const own = await assay([commandName(command), "--help"]);
      expect(own.code).toBe(0);
      expect(own.printed).toContain(`Usage: assay ${command.usage}`);
      for (const { flags } of command.options) expect(own.printed).toContain(`\n  ${flags} `);
      for (const [example] of command.examples) expect(own.printed).toContain(`$ ${example}\n`);
      expect(Math.max(...own.printed.split("\n").map((line) => line.length))).toBeLessThanOrEqual(104);
      expect((await assay(["help", commandName(command)])).printed).toBe(own.printed);
    }
  });

  it("gives --json to every command", () => {
    for (const { usage, options } of commands)
      expect([usage, options.some(({ flags }) => flags === "--json")]).toEqual([usage, true]);
  });

  it("says its version", async () => {
    expect((await assay(["--version"])).printed).toBe((await assay(["-v"])).printed);
    expect((await assay(["--version"])).printed).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe("list", () => {
  it("names papers, pipelines and data sets, or a paper's claims", async () => {
    const { printed, code } = await assay(["list"]);
    expect(code).toBe(0);
    for (const word of ["k9de-2021", "sohn-2021", "resnet18-random", "fashion-mnist"]) expect(printed).toContain(word);
    expect(json((await assay(["list", "--json"])).printed).papers).toHaveLength(5);
    const claims = json((await assay(["list", "sohn-2021", "--json"])).printed);
    expect(claims).toContainEqual(expect.objectContaining({ claim: "t7.means", kind: "printed", locus: "Table 7" }));
    expect((await assay(["list", "sohn-2021"])).printed).toMatch(/^t7\.means +printed +Table 7$/m);
  });
});

describe("check", () => {
  it("prints what fails, exits 1, and keeps the standard output parseable", async () => {
    const words = await assay(["check", "sohn-2021"]);
    expect(words.code).toBe(1);
    expect(words.noted).toBe("");
    expect(words.printed).toMatch(/^ {2}inconsistent: t7\.means$/m);
    expect(words.printed).not.toMatch(/^ {2}consistent: /m);
    const all = await assay(["check", "sohn-2021", "--all", "--json"]);
    expect(all.code).toBe(1);
    expect(json(all.printed)).toMatchObject({ schemaVersion: 1, papers: [{ id: "sohn-2021" }] });
  });

  it("--update writes each claim's verdict, in the order of the text, and prints what changed", async () => {
    const folder = await temporaryFolder();
    const home = join(folder, "claims", "sohn-2021");
    expect((await assay(["check", "sohn-2021", "--update"], { folder })).noted).toContain(
      "run --update in the folder that holds claims/",
    );
    mkdirSync(home, { recursive: true });
    const first = await assay(["check", "sohn-2021", "--update"], { folder });
    expect(first.code).toBe(0);
    expect(first.printed).toContain("  + t7.means: inconsistent\n");
    const file = join(home, "verdicts.json");
    const text = readFileSync(file, "utf8");
    expect(Object.keys(json(text))).toEqual(
      json((await assay(["list", "sohn-2021", "--json"])).printed).map(({ claim }: { claim: string }) => claim),
    );
    writeFileSync(
      file,
      text.replace('"t7.means": "inconsistent"', '"gone": "consistent",\n  "t7.means": "consistent"'),
    );
    const second = await assay(["check", "sohn-2021", "--update"], { folder });
    expect(second.printed).toBe(
      "claims/sohn-2021/verdicts.json: 2 changed\n  - gone: consistent\n  ~ t7.means: consistent → inconsistent\n",
    );
    expect(readFileSync(file, "utf8")).toBe(text);
    const third = await assay(["check", "sohn-2021", "--update", "--json"], { folder });
    expect(json(third.printed)).toEqual({ "sohn-2021": { added: [], removed: [], changed: [] } });
    writeFileSync(file, "{");
    expect((await assay(["check", "sohn-2021", "--update"], { folder })).noted).toContain("not a table of verdicts");
  });
});

describe("report", () => {
  it("writes the formats asked for", async () => {
    const folder = await temporaryFolder();
    const { code, printed } = await assay(
      ["report", "sohn-2021", "--format", "json,junit,markdown", "--out", "out", "--json"],
      { folder },
    );
    expect(code).toBe(0);
    const { files } = json(printed);
    expect(files).toEqual(expect.arrayContaining(["audit.json", "junit.xml"]));
    expect(files.some((file: string) => file.endsWith(".md"))).toBe(true);
    for (const file of files) expect(existsSync(join(folder, "out", file))).toBe(true);
    expect(json(readFileSync(join(folder, "out", "audit.json"), "utf8")).papers[0].id).toBe("sohn-2021");
  });
});

describe("data, evidence and doctor", () => {
  it("list the data sets and tell which files a folder lacks, with the remedy", async () => {
    const folder = await temporaryFolder();
    expect((await assay(["data", "list"])).printed).toMatch(/^fashion-mnist +\d+ +\S.* resnet18-random, cvae, /m);
    expect(json((await assay(["data", "list", "--json"])).printed)).toContainEqual(
      expect.objectContaining({ name: "cifar-10" }),
    );
    const { code, printed, noted } = await assay(["data", "verify", "fashion-mnist", "--json"], {
      folder,
      environment: { ASSAY_DATA: folder },
    });
    expect(code).toBe(2);
    expect(json(printed)[0].problems).toHaveLength(json(printed)[0].files);
    expect(noted.split("\n")[0]).toContain("assay data fetch fashion-mnist");
  });

  it("verify sound evidence", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "runs.jsonl.br"), encodeEvidence([exampleRecord(1), exampleRecord(2)]));
    const words = await assay(["evidence", "verify", "runs.jsonl.br"], { folder });
    expect([words.code, words.printed]).toEqual([0, "runs.jsonl.br: 2 records, sound\n"]);
    const { printed } = await assay(["evidence", "verify", "runs.jsonl.br", "--json"], { folder });
    expect(json(printed)).toEqual([{ file: "runs.jsonl.br", records: 2, problems: [] }]);
  });

  it("tell the engines", async () => {
    const { code, printed } = await assay(["doctor", "--json"]);
    expect(code).toBe(0);
    const { chosen, engines } = json(printed);
    expect(engines.find(({ name }: { name: string }) => name === chosen)).toMatchObject({ works: true });
  });
});
