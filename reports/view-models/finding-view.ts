import type { ClaimAudit, Finding } from "../../src/audit/audit.ts";
import { claimAnchor } from "./claim-view.ts";
import { verdictView } from "./verdict-view.ts";
import type { FindingView } from "./view-schema.ts";

const sureness: Readonly<Record<Finding["confidence"], string>> = {
  certain: "certain: it follows from what is printed",
  likely: "likely: it rests on the assumptions named",
  possible: "possible: worth a question to the authors",
};

export function findingView(
  paperId: string,
  finding: Finding,
  number: number,
  claims: ReadonlyMap<string, ClaimAudit>,
): FindingView {
  const claim = claims.get(finding.claim);
  return {
    anchor: `finding-${paperId}-${number}`,
    claimAnchor: claimAnchor(paperId, finding.claim),
    number,
    claim: finding.claim,
    locus: finding.locus,
    severity: finding.severity,
    by: finding.by === "machine" ? "found by machine" : "found by a reader",
    confidence: sureness[finding.confidence],
    marks: claim === undefined ? [] : [verdictView(claim.verdict, claim.indication)],
    labels: findingLabels(claim),
    printed: finding.printed,
    follows: finding.follows,
    why: finding.why,
    wouldExplain: finding.wouldExplain,
  };
}

/** What the parts of a finding are called, by what was decided and by whether the print is quoted or told. */
export function findingLabels(claim: ClaimAudit | undefined): FindingView["labels"] {
  return {
    printed: claim?.printed === undefined ? "What is stated" : "What is printed",
    why: claim?.verdict === "inconsistent" ? "Why it cannot be" : "Why",
    wouldExplain: claim?.verdict === "conditional" ? "Read so, it holds" : "What would explain it",
  };
}
