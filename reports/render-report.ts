import type { Audit, PaperAudit } from "../src/audit/audit.ts";
import { htmlIndex, htmlReport } from "./formats/html-report.ts";
import { latexTables } from "./formats/latex-tables.ts";
import { markdownReport } from "./formats/markdown-report.ts";
import { pdfReport } from "./formats/pdf-report.ts";
import { indexView } from "./view-models/index-view.ts";
import { paperView } from "./view-models/paper-view.ts";
import { plotViews } from "./view-models/plot-views.ts";

export type ReportFormat = "html" | "pdf" | "markdown" | "latex";

export const reportFormats: readonly ReportFormat[] = ["html", "pdf", "markdown", "latex"];

export interface RenderedReports {
  /** Relative path → content; text or bytes. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What could not be made, and why. */
  readonly omitted: readonly { readonly path: string; readonly reason: string }[];
}

/**
 * Every report of an audit in the formats asked for, as files by relative path; nothing is written. The same audit gives
 * the same bytes.
 *
 * @example
 * const { files } = await renderReports(auditOf([]), { formats: ["html", "markdown"] });
 * Object.keys(files); // => ["index.html"]
 */
export async function renderReports(
  audit: Audit,
  { formats }: { readonly formats: readonly ReportFormat[] },
): Promise<RenderedReports> {
  const wanted = new Set(formats);
  const rendered = await Promise.all(audit.papers.map((paper) => renderPaper(audit, paper, wanted)));
  const files = Object.fromEntries(rendered.flatMap((paper) => paper.files));
  if (wanted.has("html") && rendered.length !== 1) {
    files["index.html"] = htmlIndex(
      indexView(
        audit,
        rendered.map(({ view }) => view),
      ),
    );
  }
  return { files, omitted: rendered.flatMap(({ omitted }) => omitted) };
}

type Files = readonly (readonly [path: string, content: string | Uint8Array])[];

async function renderPaper(audit: Audit, paper: PaperAudit, wanted: ReadonlySet<ReportFormat>) {
  const plots = plotViews(paper);
  const view = paperView(
    audit,
    paper,
    plots.map((plot) => plot.view),
  );
  const pdf = wanted.has("pdf") ? await pdfReport(view) : undefined;
  const html = audit.papers.length === 1 ? "index.html" : `${paper.id}.html`;
  const files: Files = [
    ...(wanted.has("html") ? [[html, htmlReport(view)] as const] : []),
    ...(wanted.has("markdown") ? [[`${paper.id}.md`, markdownReport(view)] as const] : []),
    ...(wanted.has("latex") ? latexTables(view) : []),
    ...(pdf !== undefined && "bytes" in pdf ? [[`${paper.id}.pdf`, pdf.bytes] as const] : []),
    ...plots.flatMap(({ view: { file, dataFile, svg }, data }) => [[file, svg] as const, [dataFile, data] as const]),
  ];
  const omitted = pdf !== undefined && "absent" in pdf ? [{ path: `${paper.id}.pdf`, reason: pdf.absent }] : [];
  return { view, files, omitted };
}
