import type { Audit, ClaimAudit, Finding } from "../../src/audit/audit.ts";
import { type SarifResult, sarifLog } from "./sarif-log.ts";

const levels: Readonly<Record<Finding["severity"], SarifResult["level"]>> = {
  major: "error",
  minor: "warning",
  note: "note",
};

const summaries: Readonly<Record<ClaimAudit["kind"], string>> = {
  printed: "Printed numbers that cannot belong together",
  "printed-runs": "A printed number that the runs printed beside it do not explain",
  measured: "A printed number that runs contradict",
  ordering: "An ordering that runs contradict",
  spread: "A spread over seeds that runs contradict",
  reader: "Seen by a reader; no machine decides it",
  "out-of-scope": "Out of a machine's reach",
};

/** The findings of an audit as SARIF 2.1.0; a claim is a logical place, `paper:claim`, since papers have no lines. */
export function auditSarif({ generator, papers }: Audit): string {
  const found = papers.flatMap(({ id, claims, findings }) => {
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    return findings.map((finding) => ({ paper: id, finding, rule: ruleOf(byId.get(finding.claim)) }));
  });
  const rules = new Map(found.map(({ rule }) => [rule.id, rule]));
  return sarifLog({
    version: generator.version,
    rules: [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1)),
    results: found.map(({ paper, finding, rule }) => ({
      rule: rule.id,
      level: levels[finding.severity],
      message: messageOf(finding),
      logicalPlace: `${paper}:${finding.claim}`,
    })),
  });
}

function ruleOf(claim: ClaimAudit | undefined): { readonly id: string; readonly summary: string } {
  const kind = claim?.kind ?? "printed";
  const check = claim?.check?.check;
  if (kind !== "printed" || check === undefined) return { id: kind, summary: summaries[kind] };
  return { id: check, summary: `${summaries.printed}, by the check "${check}"` };
}

function messageOf({ locus, printed, follows, why, wouldExplain }: Finding): string {
  const explained = wouldExplain.length === 0 ? "" : ` What would explain it: ${wouldExplain.join("; ")}.`;
  return `${locus}: ${printed} – ${follows} ${why}${explained}`.replace(/\.{2}$/, ".");
}
