import { beforeAll, describe, expect, it } from "vitest";
import type { Audit, ClaimAudit } from "../../src/audit/audit.ts";
import { auditOf } from "../../src/audit/audit-json.ts";
import { auditPaper } from "../../src/audit/audit-paper.ts";
import { claimStory } from "../../src/cli/claim-story.ts";
import { makeAudit } from "../../src/cli/make-audit.ts";
import { record, twoClasses } from "../audit/records.ts";
import { smallPaper } from "../audit/small-paper.ts";

const records = [62.4, 62.6, 62.5].map((value, index) =>
  record(index + 1, [
    ...twoClasses(value / 100, value / 100),
    { metric: "auroc", at: { kernel: "linear", class: 0 }, value: (50 + index) / 100 },
  ]),
);

function storyOf({ papers }: Audit, id: string): string {
  const claim = papers.flatMap(({ claims }) => claims).find((each) => each.id === id);
  const finding = papers.flatMap(({ findings }) => findings).find((each) => each.claim === id);
  if (claim === undefined) throw new Error(`no claim ${id}`);
  return claimStory(claim, finding);
}

describe("a claim's story", () => {
  const small = auditOf([auditPaper(smallPaper(), { records, presentCode: {} })]);

  it("tells the runs with mean, spread and each value", () => {
    const story = storyOf(small, "m.rbf");
    expect(story).toMatch(/^printed +62\.5$/m);
    expect(story).toMatch(/^margin +±2: stated beforehand$/m);
    // Mean and standard deviation (divisor n − 1) of 62.4, 62.6 and 62.5 by hand.
    expect(story).toMatch(/^ours +62\.50 ± 0\.10 \(SD\) over 3 seeds \(62\.40, 62\.60, 62\.50\): reproduced$/m);
  });

  it("tells an ordering by its leads", () => {
    // 12.4, 11.6 and 10.5; their mean is 11.5.
    expect(storyOf(small, "o.leads")).toMatch(
      /^lead +11\.50 ± 0\.95 \(SD\) over 3 seeds \(12\.40, 11\.60, 10\.50\): reproduced$/m,
    );
  });

  it("has as many decimals as show the spread, and true minus signs", () => {
    const close = [62.401, 62.399, 62.4].map((value, index) =>
      record(index + 1, [
        ...twoClasses(value / 100, value / 100),
        { metric: "auroc", at: { kernel: "linear", class: 0 }, value: (value + index / 1000) / 100 },
      ]),
    );
    // Leads of 0, −0.001 and −0.002.
    const leads = auditOf([auditPaper(smallPaper(), { records: close, presentCode: {} })]);
    expect(storyOf(leads, "o.leads")).toMatch(
      /^lead +−0\.0010 ± 0\.0010 \(SD\) over 3 seeds \(0\.0000, −0\.0010, −0\.0020\): inconclusive$/m,
    );
  });

  it("names the convention that rescues, the guess, the reader's doubt and the reason", () => {
    expect(storyOf(small, "c.either")).toMatch(/^verdict +conditional: true under truncation$/m);
    expect(storyOf(small, "c.false")).toMatch(/^a guess +One digit\.$/m);
    expect(storyOf(small, "r.swapped")).toMatch(/^perhaps +A slip\.$/m);
    expect(storyOf(small, "x.easy")).toMatch(/^verdict +out-of-scope\nwhy +an account of the authors$/m);
  });

  it("gives the command where nothing was run", () => {
    const unrun = auditOf([auditPaper(smallPaper(), { records: [], presentCode: {} })]);
    expect(storyOf(unrun, "m.rbf")).toMatch(/^to run +assay run small-2021 --pipeline example/m);
  });

  describe("of every claim of every paper", () => {
    let claims: readonly ClaimAudit[] = [];
    let audit: Audit;
    beforeAll(async () => {
      audit = await makeAudit([], undefined);
      claims = audit.papers.flatMap((paper) => paper.claims);
    }, 300_000);

    it("is short and fits a screen, its verdict in it", () => {
      const lengths = claims.map(({ id, verdict }) => {
        const story = storyOf(audit, id);
        expect(story).toMatch(new RegExp(`^verdict +${verdict}`, "m"));
        expect(Math.max(...story.split("\n").map((line) => line.length)), id).toBeLessThanOrEqual(140);
        return story.split("\n").length;
      });
      const sorted = lengths.toSorted((a, b) => a - b);
      expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(10);
      expect(Math.max(...lengths)).toBeLessThanOrEqual(40);
    });
  });
});
