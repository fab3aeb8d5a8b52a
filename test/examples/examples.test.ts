import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, it } from "vitest";
import { matcherFamilies } from "../../src/vitest/matchers.ts";
import { exampleBlocks, root, statementsOf } from "./example-blocks.ts";
import { exampleModule, exportedNames, reexports } from "./example-module.ts";
import { expect } from "./expect.ts";
import { type Hold, hold } from "./hold.ts";

/** Declares the tests of a paper, so that it can stand in a test file only; `claims/` has such files. */
const declaresTests = "src/vitest/claim-tests.ts";

/** Files whose examples only have the right types, because no test can run them, and why. */
const notRun: Readonly<Record<string, string>> = {
  "src/data/cifar.ts": "reads a real data set",
  "src/data/cure-tsr/read-cure-tsr.ts": "reads a real data set",
  "src/data/fetch.ts": "fetches a real data set",
  "src/data/idx-images.ts": "reads a real data set",
  "src/data/idx.ts": "reads a real data set",
  "src/data/load.ts": "reads a real data set",
  "src/data/verify.ts": "reads a real data set",
};

const rationals = "src/numbers/rational.ts";
const networks = "src/models/training/network.ts";
const surface = new Map([
  ...exportedNames(networks).map((name) => [name, networks] as const),
  ...exportedNames(rationals).map((name) => [name, rationals] as const),
  ...reexports("src/engine/index.ts"),
  ...reexports("src/index.ts"),
  ["expect", "test/examples/expect.ts"],
]);
const documented = exampleBlocks(["src", "harness", "reports"]).filter(
  ({ file, statements }) => statements.length > 0 && file !== declaresTests,
);
const asserted = matcherFamilies
  .flatMap((family) => Object.entries<{ readonly example: string }>(family))
  .map(([name, { example }]) => ({ name, file: "src/vitest/matchers.ts", statements: statementsOf(`${example};`) }));
const examples = [...documented, ...asserted];
const run = examples.filter(({ file }) => !Object.hasOwn(notRun, file));

const home = process.cwd();
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "assay-examples-"));
  const here = join(folder, "here");
  mkdirSync(here);
  process.chdir(here);
  for (const [index, example] of examples.entries())
    writeFileSync(join(folder, `${index}.ts`), exampleModule(example, surface));
});

afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true, force: true });
});

describe(`${run.length} of ${examples.length} examples give what they say`, () => {
  it.each(run.map((example) => [example.name, examples.indexOf(example)] as const))("%s", async (_, index) => {
    const module: { readonly run: (hold: Hold) => Promise<void> } = await import(
      pathToFileURL(join(folder, `${index}.ts`)).href
    );
    await module.run(hold);
  });

  it("and all have the right types", () => {
    const compilerOptions = {
      typeRoots: [join(root, "node_modules", "@types")],
      noUnusedLocals: false,
      noUnusedParameters: false,
      rewriteRelativeImportExtensions: false,
      verbatimModuleSyntax: false,
    };
    const include = ["*.ts", join(root, "src/engine/tfjs/*.d.ts")];
    const config = { extends: join(root, "tsconfig.json"), compilerOptions, include };
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(root, "node_modules", "typescript", "bin", "tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { cwd: folder, encoding: "utf8" });
    const named = stdout.replaceAll(/^(\d+)\.ts/gm, (_, index) => examples[Number(index)]?.name ?? "");
    expect(named).toBe("");
  });

  it("and every file that is left out still has an example", () => {
    const files = new Set(examples.map(({ file }) => file));
    expect(Object.keys(notRun).filter((file) => !files.has(file))).toEqual([]);
  });
});

describe("statementsOf", () => {
  it("splits at semicolons outside brackets, quotes and comments, and finds what is expected", () => {
    const code = 'const f = () => { return ";"; }; // a; remark\nf(\n); // => ";"\n[1, 2]\n  .length;\n// => 2\nlast';
    expect(statementsOf(code)).toEqual([
      { code: 'const f = () => { return ";"; };' },
      { code: "// a; remark\nf(\n);", expected: '";"' },
      { code: "[1, 2]\n  .length;", expected: "2" },
      { code: "last" },
    ]);
  });
});
