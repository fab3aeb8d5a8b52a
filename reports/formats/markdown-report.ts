import { compileTemplate } from "../templating/compile-template.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { markdownFormat } from "../templating/markdown-format.ts";
import type { PaperView } from "../view-models/view-schema.ts";

/** A paper's report in GitHub Markdown; plots are referred to by their files. */
export function markdownReport(view: PaperView): string {
  const text = compileTemplate<PaperView>(markdownFormat, loadTemplates("markdown", "paper"))(view);
  return `${text.replace(/\n{3,}/g, "\n\n").trimEnd()}\n`;
}
