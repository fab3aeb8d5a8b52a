import type { Audit } from "../../src/audit/audit.ts";
import { comparisonTables } from "./comparison-view.ts";
import { generatorOf } from "./paper-view.ts";
import { verdictOrder, verdictView } from "./verdict-view.ts";
import { type IndexView, type PaperView, validIndexView } from "./view-schema.ts";
import { counted } from "./words.ts";

/** The page that leads to the papers' reports and compares their audits. */
export function indexView(audit: Audit, papers: readonly PaperView[]): IndexView {
  return validIndexView({
    generator: generatorOf(audit),
    schemaVersion: String(audit.schemaVersion),
    verdicts: verdictOrder.map((verdict) => verdictView(verdict)),
    papers: papers.map(({ id, title, authors, venue, reproduces, tally, findings }) => ({
      id,
      title,
      authors,
      venue,
      reproduces,
      file: id,
      tally,
      findings: counted(findings.length, "finding"),
    })),
    comparison: comparisonTables(audit.papers),
  });
}
