import type { Audit } from "../src/audit/audit.ts";
import { htmlIndex, htmlReport } from "./formats/html-report.ts";
import { markdownReport } from "./formats/markdown-report.ts";
import { indexView } from "./view-models/index-view.ts";
import { paperView } from "./view-models/paper-view.ts";

export type ReportFormat = "html" | "pdf" | "markdown" | "latex";

export const reportFormats: readonly ReportFormat[] = ["html", "pdf", "markdown", "latex"];

export interface RenderedReports {
  /** Relative path → content; text or bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What could not be made, and why. */
  readonly omitted: readonly { readonly path: string; readonly reason: string }[];
}

export async function renderReports(
  audit: Audit,
  { formats }: { readonly formats: readonly ReportFormat[] },
): Promise<RenderedReports> {
  const files: Record<string, string | Uint8Array> = {};
  const papers = audit.papers.map((paper) => paperView(audit, paper, []));
  for (const paper of papers) {
    if (formats.includes("html")) files[papers.length === 1 ? "index.html" : `${paper.id}.html`] = htmlReport(paper);
    if (formats.includes("markdown")) files[`${paper.id}.md`] = markdownReport(paper);
  }
  if (formats.includes("html") && papers.length !== 1) files["index.html"] = htmlIndex(indexView(audit, papers));
  return { files, omitted: [] };
}
