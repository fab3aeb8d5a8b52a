import type { Claim } from "../paper/claim.ts";
import type { ClaimAudit, Finding } from "./audit.ts";

const bySeverity = ["major", "minor", "note"] as const;
const byFinder = ["machine", "reader"] as const;

/** The findings of a paper's audited claims, most severe first; what a machine found before what a reader did. */
export function findings(claims: readonly Claim[], audited: readonly ClaimAudit[]): readonly Finding[] {
  const found = claims.flatMap((claim, index) => {
    const audit = audited[index];
    const finding = audit === undefined ? undefined : findingOf(claim, audit);
    return finding === undefined ? [] : [finding];
  });
  return bySeverity.flatMap((severity) =>
    byFinder.flatMap((by) => found.filter((finding) => finding.severity === severity && finding.by === by)),
  );
}

function findingOf(claim: Claim, audit: ClaimAudit): Finding | undefined {
  const common = { claim: claim.id, locus: audit.locus, printed: claim.printed ?? claim.states };
  if (claim.basis.kind === "reader") {
    const { follows, why, wouldExplain, confidence } = claim.basis.finding;
    const severity = claim.severity ?? (confidence === "possible" ? "note" : "minor");
    const explanations = wouldExplain === undefined ? [] : [wouldExplain];
    return { ...common, severity, by: "reader", follows, why, wouldExplain: explanations, confidence };
  }
  if (audit.indication) return undefined;
  if (audit.check !== undefined && (audit.verdict === "inconsistent" || audit.verdict === "conditional")) {
    const { explanation, assumptions, rescuedBy, nearMisses } = audit.check;
    const certain = audit.verdict === "inconsistent";
    return {
      ...common,
      severity: claim.severity ?? (certain ? "major" : "minor"),
      by: "machine",
      follows: explanation,
      why: failing(certain, assumptions),
      wouldExplain: [...rescuedBy, ...nearMisses],
      confidence: certain ? "certain" : "likely",
    };
  }
  if (audit.verdict === "refuted") {
    return {
      ...common,
      severity: claim.severity ?? "major",
      by: "machine",
      follows: audit.explanation,
      why:
        claim.basis.kind === "printed-runs"
          ? "The printed runs differ among themselves by far less: their spread, all rounding and the choice of test examples do not explain the difference. One spread is assumed for all cells that lend theirs."
          : `${audit.reason}; refuted under every setting of the freedoms that was run.`,
      wouldExplain: claim.basis.kind === "printed-runs" ? claim.basis.wouldExplain : [],
      confidence: "likely",
    };
  }
  return undefined;
}

/** That it fails, and under what: assumptions stand behind a colon, lest they read as facts. */
function failing(certain: boolean, assumptions: readonly string[]): string {
  const fails = `It fails under ${certain ? "every convention tried" : "the default reading"}`;
  if (assumptions.length === 0) return `${fails}.`;
  return `${fails}${certain ? ". Taken for granted: " : ", which takes for granted: "}${assumptions.map(asSentence).join(" ")}`;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
