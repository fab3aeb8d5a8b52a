import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const project = fileURLToPath(new URL("../../", import.meta.url));

/** A folder with a paper's claims as a user has them: a config with the reporter, a test file, and what it imports. */
export function claimsProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "assay-claims-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"));
  const write = (name: string, text: string): void => {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  const module = (path: string): string => JSON.stringify(join(project, path));
  write(
    "vitest.config.mjs",
    `export default { test: { include: ["claims/*/*.test.ts"], reporters: ["verbose", ${module("src/vitest/reporter.ts")}, "./meta-reporter.mjs"] } };`,
  );
  write(
    "meta-reporter.mjs",
    `import { writeFileSync } from "node:fs";
export default class {
  metas = {};
  onTestCaseResult(test) { const { paper, claim } = test.meta().assay; this.metas[claim.id] = { paper, verdict: claim.verdict, details: claim.check?.details }; }
  onTestRunEnd() { writeFileSync("meta.json", JSON.stringify(this.metas)); }
}`,
  );
  write("claims/tiny-2021/tables/table1.csv", "method,A,B,Mean\nfirst,1.0,2.0,1.5\nsecond,1.0,2.0,1.9\n");
  write(
    "claims/tiny-2021/paper.ts",
    `import { readFileSync } from "node:fs";
import { checkMean } from ${module("src/checks/mean.ts")};
import { parseDecimal } from ${module("src/numbers/decimal.ts")};
import { parsePrinted } from ${module("src/numbers/printed.ts")};

const rows = readFileSync(new URL("./tables/table1.csv", import.meta.url), "utf8").trim().split("\\n").slice(1).map((line) => line.split(","));
const narrative = { scope: "", methodology: "", easy: [], difficult: [], communication: "" };
const quantity = { pipeline: "example", variant: "plain", dataset: "dots", metric: "auroc", where: {}, scale: 100 };
const at = { kind: "sentence", section: "1", sentence: 1 };

export const paper = {
  id: "tiny-2021",
  citation: { title: "A tiny paper", authors: [], venue: "none", year: 2021 },
  provenance: [], narrative, tables: [], hyperparameters: [],
  claims: [
    ...rows.map(([name, a, b, mean]) => ({
      id: "mean." + name, at, states: "The mean is " + mean + ".",
      basis: { kind: "printed", check: () => checkMean({ reported: parseDecimal(mean), cells: [{ label: "A", value: parseDecimal(a) }, { label: "B", value: parseDecimal(b) }] }) },
    })),
    { id: "run", at, states: "The AUC is 50.0.", basis: { kind: "measured", quantity, plan: { protocol: "paper", seeds: [1, 2] }, reported: parsePrinted("50.0"), margin: { value: "1", reason: "stated" }, split: "same" } },
    { id: "easy", at, states: "It was easy.", basis: { kind: "out-of-scope", reason: "an account" } },
  ],
};
`,
  );
  write(
    "claims/tiny-2021/tiny-2021.test.ts",
    `import { claimTests } from ${module("src/vitest/claim-tests.ts")};
import { paper } from "./paper.ts";

await claimTests(paper, new URL("./evidence/", import.meta.url));
`,
  );
  return folder;
}

/** Runs `vitest run` in a folder and gives its exit code and both outputs, without colours. */
export function runVitest(folder: string, words: readonly string[] = []): Promise<{ code: number; output: string }> {
  const program = join(project, "node_modules", "vitest", "vitest.mjs");
  const { VITEST: _, VITEST_MODE: __, VITEST_POOL_ID: ___, VITEST_WORKER_ID: ____, ...environment } = process.env;
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, "run", ...words],
      { cwd: folder, env: { ...environment, NO_COLOR: "1", CI: "1", ASSAY_STORE: "" } },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr }),
    );
  });
}
