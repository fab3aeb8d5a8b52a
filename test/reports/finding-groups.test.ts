import { describe, expect, test } from "vitest";
import { renderReports } from "../../reports/render-report.ts";
import { findingGroups } from "../../reports/view-models/finding-groups.ts";
import type { Finding, PaperAudit } from "../../src/audit/audit.ts";
import { sampleAudit } from "./sample-audit.ts";

const k9de = sampleAudit.papers[0] as PaperAudit;
const first = k9de.findings[0] as Finding;
const twin: Finding = {
  ...first,
  claim: "t1.sums",
  locus: "Table 1",
  follows: "The sums do not agree. Nor do others.",
};
const claims = k9de.claims.map((claim) =>
  claim.id === "t1.sums"
    ? { ...claim, verdict: k9de.claims.find(({ id }) => id === first.claim)?.verdict ?? claim.verdict }
    : claim,
);
const paper: PaperAudit = { ...k9de, claims, findings: [first, twin] };

describe("findings that share their reasons", () => {
  test("stand together, by the places where they stand", () => {
    expect(findingGroups(paper).map(({ title, findings }) => [title, findings.length])).toEqual([
      ["Section 3.6 and Table 1", 2],
    ]);
  });

  test("stand apart where a reader found them, or where reasons, weight or verdict differ", () => {
    const apart = (others: Partial<Finding>) => findingGroups({ ...paper, findings: [first, { ...twin, ...others }] });
    expect(apart({ why: "Another reason." })).toHaveLength(2);
    expect(apart({ wouldExplain: [] })).toHaveLength(2);
    expect(apart({ severity: "note" })).toHaveLength(2);
    expect(apart({ by: "reader" })).toHaveLength(2);
    expect(findingGroups({ ...paper, claims: k9de.claims })).toHaveLength(2);
  });

  test("are one finding of the report, with the arithmetic of each place", async () => {
    const audit = { ...sampleAudit, papers: [paper] };
    const { files } = await renderReports(audit, { formats: ["markdown", "html"] });
    const markdown = String(files["k9de-2021.md"]);
    expect(markdown).toContain("### 1. Section 3.6 and Table 1\n");
    expect(markdown).toContain("\n  - Table 1 (`t1.sums`): The sums do not agree.\n");
    expect(markdown).not.toContain("### 2. Table 1");
    expect(String(files["index.html"])).toMatch(/<a href="#[^"]*">Table 1<\/a>: The sums do not agree\.</);
  });
});
