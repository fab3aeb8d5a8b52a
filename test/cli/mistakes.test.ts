import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { describeError } from "../../src/cli/describe-error.ts";
import { nearest } from "../../src/cli/nearest.ts";
import { UsageError } from "../../src/cli/usage-error.ts";
import { temporaryFolder } from "../harness/example.ts";
import { assay, onlyLine } from "./fake-shell.ts";

/** Words that are wrong, and what the one line says. */
const mistakes: readonly (readonly [string, string])[] = [
  ["chekc", 'there is no command "chekc"; did you mean check?'],
  ["zzzzzzzz", 'there is no command "zzzzzzzz"; `assay --help` lists them'],
  ["GRIM --n 5", 'there is no command "GRIM"; did you mean `assay calc grim`?'],
  ["help chekc", 'there is no command "chekc"; did you mean check?'],
  ["check --sote x", "`assay check` has no option --sote; did you mean --store?"],
  ["check --xyzzyx", "`assay check` has no option --xyzzyx; `assay check --help` lists them"],
  ["check -q", "`assay check` has no option -q; `assay check --help` lists them"],
  ["--versio", "there is no option --versio without a command; did you mean --version?"],
  ["--json", "there is no option --json without a command; an option stands behind its command"],
  ["report -o here", "`assay report` has no option -o; did you mean --out?"],
  ["table -j", "`assay table` has no option -j; did you mean --json?"],
  ["table -x", "`assay table` has no option -x; `assay table --help` lists them"],
  ["check --json=yes", '--json takes no value; leave out "yes"'],
  ["check --store", "--store needs a value: --store <folder>"],
  ["check --store --json", "--store needs a value: --store <folder>"],
  ["check --store a --store b", "--store is given 2 times; give it once"],
  ["check --update --store .", "--update takes committed evidence only"],
  ["explain k9de-2021", "`assay explain` needs <claim>: assay explain <paper> <claim>"],
  ["list a b", '"b" is one word too many: assay list [paper]'],
  ["list k9de-2012", 'there is no paper "k9de-2012"; did you mean k9de-2021?'],
  [
    "list vaswani",
    'there is no paper "vaswani"; the papers are cvae-2022, gradcon-report-2021, hscae, k9de-2021, sohn-2021',
  ],
  ["explain sohn-2021 t7.maens", 'sohn-2021 has no claim "t7.maens"; did you mean t7.means?'],
  ["explain sohn-2021 zzzzzzzz", 'sohn-2021 has no claim "zzzzzzzz"; `assay list sohn-2021` names its claims'],
  ["run", "name a paper, a frozen plan by --plan, or a pipeline by --pipeline"],
  ["run --pipeline resnet18-randon", 'there is no pipeline "resnet18-randon"; did you mean resnet18-random?'],
  ["run --pipeline resnet18-random --variant k9d", "--variant k9d: did you mean k9de?"],
  ["run --pipeline resnet18-random --claim t2", "--claim chooses among a paper's claims: name the paper"],
  [
    "run gradcon-report-2021 --protocol reduced --claim p5.seed.long",
    "--protocol reduced gives no indication of these claims",
  ],
  ["run k9de-2021 --claim t99", "no claim of k9de-2021 rests on such cells; there are"],
  ["run k9de-2021 --seeds five", "--seeds five is not a count such as 5"],
  ["run k9de-2021 --seeds 0", "--seeds 0 is not a count such as 5"],
  ["run k9de-2021 --seeds=-1", "--seeds -1 is not a count such as 5"],
  ["run k9de-2021 --seeds 1e3", "--seeds 1e3 is not a count such as 5"],
  ["run k9de-2021 --workers 1.5", "--workers 1.5 is not a count such as 5"],
  ["run k9de-2021 --protocol quick", "--protocol quick is none of paper, reduced and smoke"],
  ["run k9de-2021 --dataset mnist", "no claim of k9de-2021 rests on such cells; there are --pipeline resnet18-random"],
  ["run k9de-2021 --plan p.jsonl", '--plan says what is run; leave out "k9de-2021"'],
  ["run --plan nowhere/plan.jsonl", "nowhere/plan.jsonl: no such plan"],
  ["cell --index 0", "name a plan and a cell of it: --plan plan.jsonl --index 0"],
  ["cell --plan p --index -1", "--index -1 is not a count such as 5"],
  ["collect", "name a plan: --plan plan.jsonl"],
  ["canary k9de-2021 --registry nowhere.mjs", "--registry nowhere.mjs: no such file; docs/harness.md shows"],
  ["plan --registry .", "--registry .: not a module; give the .mjs or .js file that exports pipelineRegistry"],
  [
    "report --format word",
    "--format word is none of html, pdf, markdown, latex, letter, codecheck, rescience, badges, sarif, json, junit",
  ],
  ["data", "`assay data` needs <action>"],
  ["data feth", '`assay data` has no action "feth"; it has list, fetch and verify'],
  ["data fetch", "name the data sets to fetch: "],
  ["data verify cifar10", 'there is no data set "cifar10"; did you mean cifar-10?'],
  ["verify-transcription sohn-2021 --text nowhere.txt", "--text nowhere.txt is no file; give the paper's text"],
  ["evidence pack", "name the paper whose records are packed"],
  ["evidence verify", "name the evidence files to verify"],
  ["evidence verify nowhere.jsonl.br", "no such evidence file"],
];

describe("a mistake", () => {
  it.each(mistakes)("assay %s", async (words, line) => {
    const folder = await temporaryFolder();
    const { code, printed, noted } = await assay(words.split(" "), { folder });
    expect(onlyLine(noted)).toContain(`assay: `);
    expect(noted).toContain(line);
    expect(code).toBe(2);
    expect(printed).toBe("");
  });

  it("in a store, in the named folder or in ASSAY_STORE, is named with the remedy", async () => {
    const folder = await temporaryFolder();
    const missing = await assay(["check", "sohn-2021", "--store", "nowhere"], { folder });
    expect(onlyLine(missing.noted)).toBe(
      `assay: the store ${join(folder, "nowhere")} does not exist; \`assay run\` makes one`,
    );
    const other = await assay(["check", "sohn-2021"], { folder, environment: { ASSAY_STORE: folder } });
    expect(onlyLine(other.noted)).toBe(
      `assay: ${folder} is no store: it has no folder records/; name the folder that \`assay run\` wrote to`,
    );
    mkdirSync(join(folder, "records"));
    writeFileSync(join(folder, "records", `${"0".repeat(64)}.json`), '{"half');
    const torn = await assay(["check", "sohn-2021", "--store", folder], { folder });
    expect(onlyLine(torn.noted)).toMatch(/records\/0+\.json: torn or not JSON \(6 characters\); /);
    expect([missing.code, other.code, torn.code]).toEqual([2, 2, 2]);
  });

  it("in an evidence file is named: torn, or something else", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "runs.jsonl.br"), "torn");
    const { code, noted } = await assay(["evidence", "verify", "runs.jsonl.br"], { folder });
    expect(onlyLine(noted)).toMatch(/runs\.jsonl\.br: torn, or not Brotli-compressed \(4 bytes\); restore it/);
    expect(code).toBe(2);
  });

  it("in the output folder is named: a file in its place, or no permission", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "taken"), "");
    const taken = await assay(["report", "sohn-2021", "--format", "json", "--out", "taken"], { folder });
    expect(onlyLine(taken.noted)).toMatch(
      /taken: the reports cannot be written there \(.*\); name another folder by --out/,
    );
    expect(taken.code).toBe(2);
    if (process.getuid?.() === 0) return;
    chmodSync(folder, 0o500);
    expect((await assay(["report", "sohn-2021", "--format", "json"], { folder })).code).toBe(2);
  });

  it("in a registry of one's own is named: no registry in it, or code that does not load", async () => {
    const folder = await temporaryFolder();
    writeFileSync(join(folder, "empty.mjs"), "export const nothing = 1;\n");
    writeFileSync(join(folder, "broken.mjs"), "export const pipelineRegistry = {;\n");
    const empty = await assay(["plan", "--registry", "empty.mjs"], { folder });
    expect(onlyLine(empty.noted)).toContain("--registry empty.mjs: exports no pipelineRegistry; export one as");
    const broken = await assay(["plan", "--registry", "broken.mjs"], { folder });
    expect(onlyLine(broken.noted)).toContain("--registry broken.mjs: ");
    expect([empty.code, broken.code]).toEqual([2, 2]);
  });
});

describe("a fault of Assay's own", () => {
  it("says so and exits 70; a mistake of the user's does not", () => {
    const fault = describeError(new TypeError("x is not a function\n  at y"));
    expect(fault).toEqual({
      code: 70,
      line: "a fault of Assay's own, not of what you asked: x is not a function at y; please report it with what --verbose adds",
    });
    expect(describeError(new RangeError("no values")).code).toBe(70);
    expect(describeError("thrown text").code).toBe(70);
    expect(describeError(new UsageError("no such paper"))).toEqual({ line: "no such paper", code: 2 });
    expect(describeError(new Error("runs.jsonl.br: torn")).code).toBe(2);
    const refused = Object.assign(new Error("EACCES: permission denied, mkdir '/x'"), {
      code: "EACCES",
      syscall: "mkdir",
    });
    expect(describeError(refused).code).toBe(2);
    expect(describeError(Object.assign(new Error("no module"), { code: "ERR_MODULE_NOT_FOUND" })).code).toBe(70);
  });

  it("adds where it arose only with --verbose", async () => {
    const quiet = await assay(["list", "nowhere"]);
    expect(quiet.noted).not.toMatch(/\n\s+at /);
    const verbose = await assay(["list", "nowhere", "--verbose"]);
    expect(verbose.noted).toMatch(/\n\s+at /);
  });
});

describe("the nearest name", () => {
  it("is one that holds the word, or differs in few letters; swapped letters count once", () => {
    expect(nearest("chekc", ["check", "report", "explain"])).toEqual(["check"]);
    expect(nearest("sohn", ["sohn-2021", "k9de-2021"])).toEqual(["sohn-2021"]);
    expect(nearest("hscae", ["sohn-2021", "k9de-2021"])).toEqual([]);
    expect(nearest("", ["a"])).toEqual([]);
  });
});
