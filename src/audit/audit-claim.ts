import type { Claim } from "../paper/claim.ts";
import { describeLocus } from "../paper/locus.ts";
import type { ClaimAudit } from "./audit.ts";
import type { Evidence } from "./evidence.ts";
import { judgeMeasured } from "./judge-measured.ts";
import { judgeOrdering } from "./judge-ordering.ts";
import { judgePrintedRuns } from "./judge-printed-runs.ts";
import { judgeSpread } from "./judge-spread.ts";

type Decision = Omit<ClaimAudit, "id" | "at" | "locus" | "states" | "printed" | "kind" | "related">;

/** A claim with its verdict: from its check, from the evidence, or the reason why there is none. */
export function auditClaim(paper: string, claim: Claim, evidence: Evidence): ClaimAudit {
  const { id, at, states, printed, basis, related = [] } = claim;
  return {
    id,
    at: at.kind === "cell" ? { kind: "cell", table: at.table, row: at.row, column: at.column } : at,
    locus: describeLocus(at),
    states,
    ...(printed === undefined ? {} : { printed }),
    kind: basis.kind,
    ...decide(paper, claim, evidence),
    related,
  };
}

function decide(paper: string, { id, basis }: Claim, evidence: Evidence): Decision {
  switch (basis.kind) {
    case "printed":
      return fromCheck(paper, id, basis.check);
    case "printed-runs":
      return judgePrintedRuns(basis);
    case "measured":
      return judgeMeasured(paper, basis, evidence);
    case "ordering":
      return judgeOrdering(paper, basis, evidence);
    case "spread":
      return judgeSpread(paper, basis, evidence);
    case "reader":
      return {
        verdict: "documented",
        indication: false,
        reason: `by reader, ${basis.finding.confidence}`,
        explanation: `${basis.finding.follows} ${basis.finding.why}`,
      };
    case "out-of-scope":
      return { verdict: "out-of-scope", indication: false, reason: basis.reason, explanation: basis.reason };
  }
}

function fromCheck(
  paper: string,
  id: string,
  run: () => ReturnType<Extract<Claim["basis"], { kind: "printed" }>["check"]>,
): Decision {
  try {
    const check = run();
    return {
      verdict: check.outcome,
      indication: false,
      reason: check.rescuedBy.length > 0 ? `true under ${check.rescuedBy.join("; ")}` : "",
      explanation: check.explanation,
      check,
    };
  } catch (error) {
    throw new Error(`${paper}, claim "${id}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
