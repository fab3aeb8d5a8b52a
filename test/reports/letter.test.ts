import { describe, expect, test } from "vitest";
import { renderReports } from "../../reports/render-report.ts";
import { letterView } from "../../reports/view-models/letter-view.ts";
import type { Finding, PaperAudit } from "../../src/audit/audit.ts";
import { sampleAudit } from "./sample-audit.ts";

const [k9de, sohn] = sampleAudit.papers;
if (k9de === undefined || sohn === undefined) throw new Error("the sample audit has two papers");
const viewOf = (paper: PaperAudit) => letterView({ ...sampleAudit, papers: [paper] }, paper);

describe("a letter to the authors", () => {
  test("greets few authors by name and many together", () => {
    expect(viewOf(k9de).salutation).toBe("Dear Nikolaos Chazaridis, Marios Christodoulou and Ian Simpson,");
    expect(viewOf(sohn).salutation).toBe("Dear authors,");
  });

  test("tells each major finding in full, with its place, its arithmetic, what would explain it and its command", () => {
    const [point, ...more] = viewOf(k9de).points;
    const [finding] = k9de.findings;
    expect(more).toEqual([]);
    expect(point?.title).toBe(finding?.locus);
    expect(point?.places).toEqual([
      expect.objectContaining({
        printedLabel: "You print",
        printed: finding?.printed,
        follows: finding?.follows,
        command: "npx assay explain k9de-2021 s3.means",
      }),
    ]);
    expect(point?.wouldExplain).toHaveLength(finding?.wouldExplain.length ?? 0);
    expect(point?.question).toMatch(/\?$/);
  });

  test("puts a machine's findings that share their reasons in one question, a reader's never", () => {
    const [first] = k9de.findings;
    if (first === undefined) throw new Error("the sample audit has a finding");
    const twins: readonly Finding[] = [first, { ...first, claim: "t1.sums", locus: "Table 1" }];
    const [s3, t1] = ["s3.means", "t1.sums"].map((id) => k9de.claims.find((claim) => claim.id === id));
    if (s3 === undefined || t1 === undefined) throw new Error("the sample audit has both claims");
    const claims = [s3, { ...t1, verdict: s3.verdict }];
    const together = viewOf({ ...k9de, claims, findings: twins }).points;
    expect(together.map(({ places }) => places.map(({ locus }) => locus))).toEqual([[first.locus, "Table 1"]]);
    const read = viewOf({ ...k9de, claims, findings: twins.map((one) => ({ ...one, by: "reader" as const })) }).points;
    expect(read).toHaveLength(2);
  });

  test("says of no place that all holds there where something fails or a finding stands", () => {
    const { items } = viewOf(sohn).holds;
    expect(items.filter((item) => item.startsWith("Table 7"))).toEqual([]);
    expect(viewOf(sohn).holds.sentences).toEqual([
      "We could decide 2 of 2 claims. 1 of them holds: what else is printed agrees with it.",
    ]);
  });

  test("counts an indication neither as decided nor as reproduced", () => {
    const decided = (paper: PaperAudit) => /We could decide (\d+)/.exec(viewOf(paper).holds.sentences.join(" "))?.[1];
    const all = { ...k9de, claims: k9de.claims.map((claim) => ({ ...claim, indication: true })) };
    const conditional = k9de.claims.filter(({ verdict }) => verdict === "conditional").length;
    expect(decided(all)).toBe(String(conditional));
  });

  test("leaves sender and date blank, begins with what holds, and keeps notes behind the signature", async () => {
    const [first, second] = k9de.findings;
    if (first === undefined || second === undefined) throw new Error("the sample audit has two findings");
    const findings: readonly Finding[] = [first, second, { ...second, severity: "note", locus: "Table 9" }];
    const audit = { ...sampleAudit, papers: [{ ...k9de, findings }] };
    const { files } = await renderReports(audit, { formats: ["letter"] });
    const text = String(files["letters/k9de-2021.md"]);
    const order = [
      "[Your name]",
      "[Date]",
      "Dear ",
      "## What holds",
      "## What we would like to ask",
      "### 1.",
      "## Smaller remarks",
      "With kind regards",
      "## Appendix: notes",
      "Table 9",
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(text).not.toMatch(/\b(19|20)\d\d-\d\d-\d\d\b/);
  });

  test("of a paper without findings asks nothing", () => {
    const view = viewOf({ ...sohn, findings: [] });
    expect([view.points, view.remarks, view.notes]).toEqual([[], [], []]);
    expect(view.asking).toEqual(["We found nothing to ask about."]);
  });
});
