import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv } from "ajv";
import { expect, it } from "vitest";
import { paper as gradcon } from "../../claims/gradcon-report-2021/paper.ts";
import { paper as k9de } from "../../claims/k9de-2021/paper.ts";
import { paper as sohn } from "../../claims/sohn-2021/paper.ts";
import { auditJson } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { readEvidence } from "../../src/audit/evidence.ts";

const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../src/audit/audit.schema.json", import.meta.url)), "utf8"),
);
const accepts = new Ajv({ strict: false, allErrors: true }).compile(schema);

async function realAudit() {
  const papers = await Promise.all(
    [gradcon, k9de, sohn].map(async (paper) => {
      const evidence = new URL(`../../claims/${paper.id}/evidence/`, import.meta.url);
      return auditPaper(paper, await readEvidence(evidence));
    }),
  );
  return JSON.parse(auditJson(papers));
}

it("the published schema accepts the audit of the committed papers", async () => {
  accepts(await realAudit());
  expect(accepts.errors ?? []).toEqual([]);
});

it("and refuses one that says more, less, or a verdict of its own", async () => {
  const audit = await realAudit();
  expect(accepts({ ...audit, extra: 1 })).toBe(false);
  expect(accepts({ ...audit, papers: [{ ...audit.papers[0], extra: 1 }] })).toBe(false);
  const { title: _, ...citation } = audit.papers[0].citation;
  expect(accepts({ ...audit, papers: [{ ...audit.papers[0], citation }] })).toBe(false);
  const claims = [{ ...audit.papers[0].claims[0], verdict: "plausible" }];
  expect(accepts({ ...audit, papers: [{ ...audit.papers[0], claims }] })).toBe(false);
});
