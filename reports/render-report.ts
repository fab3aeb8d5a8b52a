import type { Audit, PaperAudit } from "../src/audit/audit.ts";
import { auditSarif } from "./formats/audit-sarif.ts";
import { badgeChecklist } from "./formats/badge-checklist.ts";
import { codecheckBundle } from "./formats/codecheck-bundle.ts";
import { htmlIndex, htmlReport } from "./formats/html-report.ts";
import { latexTables } from "./formats/latex-tables.ts";
import { letterFiles } from "./formats/letter.ts";
import { markdownIndex, markdownReport } from "./formats/markdown-report.ts";
import { pdfIndex, pdfReport } from "./formats/pdf-report.ts";
import type { RenderedFile } from "./formats/rendered-file.ts";
import { rescienceMetadata } from "./formats/rescience-metadata.ts";
import { indexView } from "./view-models/index-view.ts";
import { paperView } from "./view-models/paper-view.ts";
import { plotViews } from "./view-models/plot-views.ts";
import type { IndexView, PaperView } from "./view-models/view-schema.ts";

export const reportFormats = [
  "html",
  "pdf",
  "markdown",
  "latex",
  "letter",
  "codecheck",
  "rescience",
  "badges",
  "sarif",
] as const;

export type ReportFormat = (typeof reportFormats)[number];

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
 * Object.keys(files); // => ["index.html", "index.md"]
 */
export async function renderReports(
  audit: Audit,
  { formats }: { readonly formats: readonly ReportFormat[] },
): Promise<RenderedReports> {
  const wanted = reportFormats.filter((format) => formats.includes(format));
  const papers = await Promise.all(audit.papers.map((paper) => renderPaper(audit, paper, wanted)));
  const view = indexView(
    audit,
    papers.map((paper) => paper.view),
  );
  const whole = await Promise.all(wanted.map((format) => filesOfAudit[format]?.(audit, view) ?? []));
  const rendered = [...papers.flatMap(({ files }) => files), ...whole.flat()];
  return {
    files: Object.fromEntries(rendered.flatMap((file) => ("content" in file ? [[file.path, file.content]] : []))),
    omitted: rendered.flatMap((file) => ("absent" in file ? [{ path: file.path, reason: file.absent }] : [])),
  };
}

interface PaperInAudit {
  readonly audit: Audit;
  readonly paper: PaperAudit;
  readonly view: PaperView;
}

type Files = readonly RenderedFile[];

const filesOfPaper: Readonly<Record<ReportFormat, (given: PaperInAudit) => Files | Promise<Files>>> = {
  html: ({ audit, view }) => [
    { path: audit.papers.length === 1 ? "index.html" : `${view.id}.html`, content: htmlReport(view) },
  ],
  pdf: async ({ view }) => [{ path: `${view.id}.pdf`, ...(await pdfReport(view)) }],
  markdown: ({ view }) => [{ path: `${view.id}.md`, content: markdownReport(view) }],
  latex: ({ view }) => latexTables(view).map(([path, content]) => ({ path, content })),
  letter: ({ audit, paper }) => letterFiles(audit, paper),
  codecheck: ({ audit, paper }) => codecheckBundle(audit, paper),
  rescience: ({ view }) => [{ path: `rescience/${view.id}/metadata.yaml`, content: rescienceMetadata(view) }],
  badges: ({ audit, paper }) => [{ path: `badges/${paper.id}.md`, content: badgeChecklist(audit, paper) }],
  sarif: () => [],
};

/** One page or log over all papers; a page only where there is not one paper alone. */
const filesOfAudit: Partial<Record<ReportFormat, (audit: Audit, view: IndexView) => Files | Promise<Files>>> = {
  html: ({ papers }, view) => (papers.length === 1 ? [] : [{ path: "index.html", content: htmlIndex(view) }]),
  pdf: async ({ papers }, view) => (papers.length === 1 ? [] : [{ path: "index.pdf", ...(await pdfIndex(view)) }]),
  markdown: ({ papers }, view) => (papers.length === 1 ? [] : [{ path: "index.md", content: markdownIndex(view) }]),
  sarif: (audit) => [{ path: "findings.sarif", content: auditSarif(audit) }],
};

async function renderPaper(audit: Audit, paper: PaperAudit, wanted: readonly ReportFormat[]) {
  const plots = plotViews(paper);
  const view = paperView(audit, paper, plots);
  const ofFormats = await Promise.all(wanted.map((format) => filesOfPaper[format]({ audit, paper, view })));
  const ofPlots = wanted.some((format) => drawn.includes(format))
    ? plots.flatMap(({ view: { file, dataFile, svg }, data }) => [
        { path: file, content: svg },
        { path: dataFile, content: data },
      ])
    : [];
  return { view, files: [...ofFormats.flat(), ...ofPlots] };
}

/** Formats that draw or refer to plots, whose files then lie beside them. */
const drawn: readonly ReportFormat[] = ["html", "pdf", "markdown", "latex"];
