import type { Audit, PaperAudit } from "../../src/audit/audit.ts";
import { compileTemplate } from "../templating/compile-template.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { typstFormat } from "../templating/typst-format.ts";
import type { LetterView } from "../view-models/letter-schema.ts";
import { letterView } from "../view-models/letter-view.ts";
import { markdownPage } from "./markdown-report.ts";
import type { RenderedFile } from "./rendered-file.ts";
import { typstPdf } from "./typst-pdf.ts";

/** The letter to a paper's authors as Markdown to go on with, and as PDF. */
export async function letterFiles(audit: Audit, paper: PaperAudit): Promise<readonly RenderedFile[]> {
  const view = letterView(audit, paper);
  const source = compileTemplate<LetterView>(typstFormat, loadTemplates("typst", "letter"))(view);
  return [
    { path: `letters/${paper.id}.md`, content: markdownPage("letter", view) },
    { path: `letters/${paper.id}.pdf`, ...(await typstPdf(source, `letter on ${paper.id}`)) },
  ];
}
