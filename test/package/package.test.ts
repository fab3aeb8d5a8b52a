import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { version } from "../../src/audit/version.ts";
import { type Consumer, installedConsumer, link, root } from "./consumer.ts";

interface Manifest {
  readonly version: string;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the manifest", () => {
  it("has the version that audits name", () => {
    expect(version).toBe(manifest.version);
  });

  it("has at most ten dependencies", () => {
    expect(Object.keys(manifest.dependencies).length).toBeLessThanOrEqual(10);
  });

  it("names only packages that docs/dependencies.md gives the reason for", () => {
    const rows = readFileSync(join(root, "docs/dependencies.md"), "utf8").match(/^\| .*?\|/gm) ?? [];
    const told = rows.flatMap((row) => {
      const names = [...row.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name);
      // "`@scope/a-b`, `-c`" stands for `@scope/a-b` and `@scope/a-c`.
      return names.map((name) => (name.startsWith("-") ? `${names[0]?.replace(/-[^-]*$/, "")}${name}` : name));
    });
    const { dependencies, optionalDependencies, peerDependencies, devDependencies } = manifest;
    const named = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies, ...devDependencies });
    expect(named.filter((name) => !told.includes(name))).toEqual([]);
  });
});

describe("the package, installed in an empty folder", () => {
  let consumer: Consumer;

  beforeAll(() => {
    if (!existsSync(join(root, "dist/src/index.js"))) throw new Error("dist/ is not built; npm test builds it");
    consumer = installedConsumer();
  }, 300_000);

  afterAll(() => rmSync(dirname(consumer.folder), { recursive: true, force: true }), 120_000);

  it("holds compiled code and data, no sources and no tests, and is small", () => {
    const { files, unpackedSize } = consumer.packed;
    const paths = files.map(({ path }) => path);
    const unwanted = paths.filter((path) =>
      /(^|\/)(test|tests|bench|scripts|vectors)\/|\.test\.|[^d]\.ts$|\.py$/.test(path),
    );
    expect(unwanted.filter((path) => !path.endsWith(".d.ts"))).toEqual([]);
    expect(paths).toEqual(expect.arrayContaining(["LICENSE", "README.md", "CHANGELOG.md", "package.json"]));
    expect(paths.filter((path) => !/^(dist\/|[A-Z]+(\.md)?$|package\.json$)/.test(path))).toEqual([]);
    expect(unpackedSize).toBeLessThan(20 * 1024 * 1024);
  });

  it("holds every file that it exports", () => {
    const paths = consumer.packed.files.map(({ path }) => `./${path}`);
    const exported = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === "string" ? [entry] : Object.values(entry),
    );
    expect(exported.filter((path) => !paths.includes(path))).toEqual([]);
  });

  describe("and used", () => {
    beforeEach(({ skip }) => {
      if (consumer.unreachable !== undefined) skip(consumer.unreachable);
    });

    it("says its version", () => {
      expect(consumer.run("npx", "--no", "--", "assay", "--version").stdout.trim().split("/").pop()).toContain(version);
    });

    it("checks a paper, and exits with 1 because some of its claims fail", () => {
      const { status, stdout } = consumer.run("npx", "--no", "--", "assay", "check", "sohn-2021");
      expect(stdout).toMatch(/^sohn-2021: .*\n {2}\d+ claims: .*\b\d+ inconsistent\b/);
      expect(status).toBe(1);
    });

    it("is imported without an engine, a test runner or the PDF compiler", () => {
      const { loaded, sum } = evaluate(
        `const assay = await import("paper-assay");
         const parts = ["2", "2", "1"].map((text) => ({ label: text, value: assay.parseDecimal(text) }));
         const { outcome } = assay.checkSum({ parts, reported: assay.parseDecimal("6"), exact: true });
         const cached = Object.keys(createRequire(import.meta.url).cache);
         const loaded = [...cached, ...process.report.getReport().sharedObjects];
         console.log(JSON.stringify({ sum: outcome, loaded }));`,
      );
      expect(sum).toBe("inconsistent");
      expect(loaded.filter((file: string) => /onnxruntime|tensorflow|typst|vitest/.test(file))).toEqual([]);
      // The probe does see a package that is loaded.
      expect(loaded.filter((file: string) => /node_modules\/seedrandom\//.test(file))).not.toEqual([]);
    });

    it("runs a graph on the engine that came with it", () => {
      const { given } = evaluate(
        `const { graph, openEngine, tensor } = await import("paper-assay");
         const engine = await openEngine({ engine: "ort" });
         const executable = await engine.compile({ doubled: graph.mul(graph.input("x", [2]), 2) });
         const { doubled } = await executable.run({ x: tensor([1, 2], [2]) });
         console.log(JSON.stringify({ given: [...doubled.data] }));`,
      );
      expect(given).toEqual([2, 4]);
    });

    it("keeps its inner modules to itself", () => {
      const { code } = evaluate(
        `const code = await import("paper-assay/dist/src/index.js").then(() => "open", (error) => error.code);
         console.log(JSON.stringify({ code }));`,
      );
      expect(code).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
    });

    it("publishes the JSON Schema of the audit", () => {
      const { type } = evaluate(
        `const schema = createRequire(import.meta.url)("paper-assay/audit.schema.json");
         console.log(JSON.stringify({ type: schema.type }));`,
      );
      expect(type).toBe("object");
    });

    it("has types, which refuse misuse", () => {
      for (const name of ["vitest", "@types/node"]) link(consumer.folder, name);
      writeFileSync(join(consumer.folder, "consumer.ts"), consumerSource);
      const compilerOptions = { module: "NodeNext", target: "ES2023", strict: true, noEmit: true, types: ["node"] };
      writeFileSync(
        join(consumer.folder, "tsconfig.json"),
        JSON.stringify({ compilerOptions, files: ["consumer.ts"] }),
      );
      const tsc = join(root, "node_modules/typescript/bin/tsc");
      expect(consumer.run(process.execPath, tsc, "-p", ".").stdout).toBe("");
    });

    it("begins a project of one's own in an empty folder, whose types and claims hold", { timeout: 120_000 }, () => {
      for (const name of ["vitest", "@types/node", "typescript"]) link(consumer.folder, name);
      const node = (...words: readonly string[]) => consumer.runBeside("project", process.execPath, ...words);
      const installed = join(consumer.folder, "node_modules");
      const assay = join(installed, "paper-assay/dist/src/cli/main.js");
      expect(node(assay, "init", "smith-2024").stdout).toContain("wrote package.json");
      expect(node(join(root, "node_modules/typescript/bin/tsc"), "--noEmit").stdout).toBe("");
      const tests = node(join(root, "node_modules/vitest/vitest.mjs"), "run", "claims/");
      expect(tests.status, tests.stdout + tests.stderr).toBe(0);
      const checked = node(assay, "check");
      expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("9 claims: 6 consistent")]);
    });

    function evaluate(code: string) {
      const module = `import { createRequire } from "node:module";\n${code}`;
      const { status, stdout, stderr } = consumer.run(process.execPath, "--input-type=module", "--eval", module);
      expect(status, stderr).toBe(0);
      return JSON.parse(stdout);
    }
  });
});

const consumerSource = `
import { auroc, checkSum, type CheckOutcome, definePaper, graph, type Paper, parseDecimal } from "paper-assay";
import { claimTests } from "paper-assay/vitest";
import reporter from "paper-assay/vitest/reporter";
import { expect } from "vitest";

export const outcome: CheckOutcome = checkSum({ parts: [], reported: parseDecimal("1") }).outcome;
export const area: number | false = auroc([1], [1]).defined && 1;
export const bridge = [claimTests, reporter, definePaper, graph.conv];
export type Mine = Paper;
expect([1, 2]).toReproduce("1.5", { margin: 1 });
// @ts-expect-error a number has forgotten its digits
parseDecimal(1.5);
// @ts-expect-error scores are numbers
auroc("0.5", [1]);
// @ts-expect-error a margin is stated before running
expect([1, 2]).toReproduce("1.5", {});
`;
