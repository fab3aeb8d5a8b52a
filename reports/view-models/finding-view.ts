import type { ClaimAudit, Finding } from "../../src/audit/audit.ts";
import { claimAnchor } from "./claim-view.ts";
import type { FindingGroup } from "./finding-groups.ts";
import { verdictView } from "./verdict-view.ts";
import type { FindingView } from "./view-schema.ts";
import { firstSentence } from "./words.ts";

const sureness: Readonly<Record<Finding["confidence"], string>> = {
  certain: "certain: it follows from what is printed",
  likely: "likely: it rests on the assumptions named",
  possible: "possible: worth a question to the authors",
};

export function findingView(paperId: string, { findings, claim, title }: FindingGroup, number: number): FindingView {
  const [first] = findings;
  return {
    anchor: `finding-${paperId}-${number}`,
    claimAnchor: claimAnchor(paperId, first.claim),
    number,
    claim: first.claim,
    title,
    severity: first.severity,
    by: first.by === "machine" ? "found by machine" : "found by a reader",
    confidence: sureness[first.confidence],
    marks: claim === undefined ? [] : [verdictView(claim.verdict, claim.indication)],
    labels: findingLabels(claim),
    printed: first.printed,
    follows: first.follows,
    places:
      findings.length === 1
        ? []
        : findings.map((one) => ({
            locus: one.locus,
            claim: one.claim,
            claimAnchor: claimAnchor(paperId, one.claim),
            follows: firstSentence(one.follows),
          })),
    why: first.why,
    wouldExplain: first.wouldExplain,
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
