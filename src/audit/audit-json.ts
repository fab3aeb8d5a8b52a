import type { Audit, PaperAudit } from "./audit.ts";
import { version } from "./version.ts";

/** The audit of a set of papers. */
export function auditOf(papers: readonly PaperAudit[]): Audit {
  return { schemaVersion: 1, generator: { name: "paper-assay", version }, papers };
}

/** The audit as JSON: the same papers and evidence give the same bytes. */
export function auditJson(papers: readonly PaperAudit[]): string {
  return `${JSON.stringify(auditOf(papers), null, 1)}\n`;
}
