import { compileTemplate } from "../templating/compile-template.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { typstFormat } from "../templating/typst-format.ts";
import type { IndexView, PaperView } from "../view-models/view-schema.ts";
import { type PdfOutcome, typstPdf } from "./typst-pdf.ts";

/** A paper's report as PDF; only fonts that come with the compiler are named in its source. */
export function pdfReport(view: PaperView): Promise<PdfOutcome> {
  const source = compileTemplate<PaperView>(typstFormat, loadTemplates("typst", "paper"))(view);
  return typstPdf(source, `report of ${view.id}`);
}

/** The page over all papers as PDF. */
export function pdfIndex(view: IndexView): Promise<PdfOutcome> {
  return typstPdf(compileTemplate<IndexView>(typstFormat, loadTemplates("typst", "index"))(view), "index of papers");
}
