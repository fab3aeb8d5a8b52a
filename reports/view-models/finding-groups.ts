import type { ClaimAudit, Finding, PaperAudit } from "../../src/audit/audit.ts";
import { counted, listed } from "./words.ts";

/** Findings that are told together; a reader's stands alone. */
export interface FindingGroup {
  readonly findings: readonly [Finding, ...Finding[]];
  /** The claim of the first. */
  readonly claim: ClaimAudit | undefined;
  /** The place, or how many there are in which tables and sections: `Table 7 (16 places) and Table 5`. */
  readonly title: string;
}

/** A paper's findings in their order; a machine's of one severity with the same reasons and explanations stand together. */
export function findingGroups(paper: PaperAudit): readonly FindingGroup[] {
  const claims = new Map(paper.claims.map((claim) => [claim.id, claim]));
  const byReasons = new Map<string, [Finding, ...Finding[]]>();
  for (const [index, finding] of paper.findings.entries()) {
    const { claim, by, severity, confidence, why, wouldExplain } = finding;
    const key =
      by === "reader"
        ? String(index)
        : JSON.stringify([severity, confidence, claims.get(claim)?.verdict, why, wouldExplain]);
    const group = byReasons.get(key);
    if (group === undefined) byReasons.set(key, [finding]);
    else group.push(finding);
  }
  return [...byReasons.values()].map((findings) => ({
    findings,
    claim: claims.get(findings[0].claim),
    title: titleOf(findings, claims),
  }));
}

function titleOf(findings: FindingGroup["findings"], claims: ReadonlyMap<string, ClaimAudit>): string {
  if (findings.length === 1) return findings[0].locus;
  const counts = new Map<string, number>();
  for (const { claim, locus } of findings) {
    const audited = claims.get(claim);
    const name = audited === undefined ? locus : placeOf(audited);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return listed([...counts].map(([name, count]) => (count === 1 ? name : `${name} (${counted(count, "place")})`)));
}

/** The table or section that a claim stands in, by its name; a footnote or caption belongs to its table. */
export function placeOf({ at, locus }: Pick<ClaimAudit, "at" | "locus">): string {
  switch (at.kind) {
    case "cell":
    case "table":
      return at.table;
    case "sentence":
      return /^\d/.test(at.section) ? `Section ${at.section}` : at.section;
    case "place":
      return /^(?:Table|Figure|Section|Appendix) [\w.]*\w/.exec(locus)?.[0] ?? locus;
  }
}
