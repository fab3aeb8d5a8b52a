import { compileTemplate } from "../templating/compile-template.ts";
import { htmlFormat } from "../templating/html-format.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import type { IndexView, PaperView } from "../view-models/view-schema.ts";

/** A paper's report as one self-contained page: no scripts, no requests. */
export function htmlReport(view: PaperView): string {
  return compileTemplate<PaperView>(htmlFormat, loadTemplates("html", "paper"))(view);
}

/** The page that leads to the papers' pages. */
export function htmlIndex(view: IndexView): string {
  return compileTemplate<IndexView>(htmlFormat, loadTemplates("html", "index"))(view);
}
