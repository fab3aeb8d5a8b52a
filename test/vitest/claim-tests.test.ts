import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Audit } from "../../src/audit/audit.ts";
import { claimsProject, runVitest } from "./claims-project.ts";

const auditFile = (folder: string): string => join(folder, "assay-report", "audit.json");

describe("claims as tests", () => {
  it("pass, fail with the finding or are skipped with the reason, carry their numbers, and are summed up", async () => {
    const folder = claimsProject();
    const { code, output } = await runVitest(folder);
    expect(code).toBe(1);
    expect(output).toMatch(/1 failed \| 1 passed \| 2 skipped/);
    expect(output).toContain("Section 1, sentence 1: inconsistent. Printed 1.9; the unweighted mean");
    expect(output).not.toContain("claim-tests.ts:");
    expect(output).toContain(
      "[not-run; no run of its pipeline is in the evidence; run: assay run tiny-2021 --pipeline example",
    );
    expect(output).toContain("[out-of-scope; an account]");
    expect(output).toContain("tiny-2021: A tiny paper (2021)");
    expect(output).toContain("4 claims: 1 consistent, 1 inconsistent, 1 not-run, 1 out-of-scope");
    expect(output).toContain("The audit is in assay-report/audit.json.");

    const metas = JSON.parse(readFileSync(join(folder, "meta.json"), "utf8"));
    expect(metas["mean.first"]).toMatchObject({ paper: "tiny-2021", verdict: "consistent" });
    expect(Object.keys(metas["mean.first"].details)).not.toHaveLength(0);

    const audit: Audit = JSON.parse(readFileSync(auditFile(folder), "utf8"));
    expect(audit.papers.map(({ id, claims }) => [id, claims.map(({ verdict }) => verdict)])).toEqual([
      ["tiny-2021", ["consistent", "inconsistent", "not-run", "out-of-scope"]],
    ]);

    const bytes = readFileSync(auditFile(folder));
    await runVitest(folder);
    expect(readFileSync(auditFile(folder)).equals(bytes)).toBe(true);
  });

  it("say in one line that evidence is torn, and no claim is decided", async () => {
    const folder = claimsProject();
    const evidence = join(folder, "claims", "tiny-2021", "evidence");
    mkdirSync(evidence);
    writeFileSync(join(evidence, "runs.jsonl.br"), "torn");
    const { code, output } = await runVitest(folder);
    expect(code).toBe(1);
    expect(output).toMatch(/Error: .*runs\.jsonl\.br: torn.*; restore it from version control, or pack it again\n⎯/);
    expect(output).not.toContain("evidence-file.ts");
    expect(existsSync(auditFile(folder))).toBe(false);
  });
});
