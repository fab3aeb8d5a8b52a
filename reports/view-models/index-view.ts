import type { Audit } from "../../src/audit/audit.ts";
import { generatorOf } from "./paper-view.ts";
import { verdictOrder, verdictView } from "./verdict-view.ts";
import { type IndexView, type PaperView, validIndexView } from "./view-schema.ts";

/** The page that leads to the papers' reports. */
export function indexView(audit: Audit, papers: readonly PaperView[]): IndexView {
  return validIndexView({
    generator: generatorOf(audit),
    schemaVersion: String(audit.schemaVersion),
    verdicts: verdictOrder.map((verdict) => verdictView(verdict)),
    papers: papers.map(({ id, title, authors, venue, tally, findings }) => ({
      id,
      title,
      authors,
      venue,
      file: `${id}.html`,
      tally,
      findings: `${findings.length} ${findings.length === 1 ? "finding" : "findings"}`,
    })),
  });
}
