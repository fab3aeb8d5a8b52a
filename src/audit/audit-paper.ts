import type { Paper } from "../paper/paper.ts";
import { adjustOverTables } from "./adjust-over-tables.ts";
import type { PaperAudit } from "./audit.ts";
import { auditClaim } from "./audit-claim.ts";
import { coverage } from "./coverage.ts";
import { difficultyAudit } from "./difficulty-audit.ts";
import type { Evidence } from "./evidence.ts";
import { experimentAudits } from "./experiment-audit.ts";
import { findings } from "./finding.ts";
import { tableAudit } from "./table-audit.ts";

/** Everything that can be said of one paper, from its printed numbers and the evidence at hand. */
export function auditPaper(paper: Paper, evidence: Evidence): PaperAudit {
  const { id, citation, reproduces, provenance, narrative, hyperparameters } = paper;
  const claims = adjustOverTables(paper.claims.map((claim) => auditClaim(id, claim, evidence)));
  const experiments = experimentAudits(paper, evidence);
  return {
    id,
    citation,
    ...(reproduces === undefined ? {} : { reproduces }),
    provenance,
    narrative,
    claims,
    findings: findings(paper.claims, claims),
    tables: paper.tables.map((table) => tableAudit(table, claims)),
    hyperparameters,
    difficulty: difficultyAudit(paper, experiments),
    experiments,
    coverage: coverage(claims),
  };
}
