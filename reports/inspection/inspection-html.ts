import type { PaperInspection } from "../../src/inspect/inspection.ts";
import { compileTemplate } from "../templating/compile-template.ts";
import { htmlFormat } from "../templating/html-format.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { type InspectionView, inspectionView } from "./inspection-view.ts";

/** Inspected tables as one self-contained page: the tables with their findings marked, no scripts, no requests. */
export function inspectionHtml(
  papers: readonly { readonly name: string; readonly inspection: PaperInspection }[],
  version: string,
): string {
  const template = compileTemplate<InspectionView>(htmlFormat, loadTemplates("html", "inspection"));
  return template(inspectionView(papers, `Assay ${version}`));
}
