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
    printed: finding.printed,
    follows: finding.follows,
    why: finding.why,
    wouldExplain: finding.wouldExplain,
  };
}
