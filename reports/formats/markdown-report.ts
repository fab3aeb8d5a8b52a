import { compileTemplate } from "../templating/compile-template.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { markdownFormat } from "../templating/markdown-format.ts";
import type { IndexView, PaperView } from "../view-models/view-schema.ts";

/** A paper's report in GitHub Markdown; plots are referred to by their files. */
export function markdownReport(view: PaperView): string {
  return markdownPage<PaperView>("paper", view);
}

/** The page that leads to the papers' reports. */
export function markdownIndex(view: IndexView): string {
  return markdownPage<IndexView>("index", view);
}

/** A view laid out by the Markdown template of that name, blank lines never doubled. */
export function markdownPage<View>(template: string, view: View): string {
  const page = compileTemplate<View>(markdownFormat, loadTemplates("markdown", template))(view);
  return `${page.replace(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}
