import { compileTemplate } from "../templating/compile-template.ts";
import { latexFormat } from "../templating/latex-format.ts";
import { loadTemplates } from "../templating/load-templates.ts";
import { verdictOrder, verdictView } from "../view-models/verdict-view.ts";
import type { TableView, VerdictView } from "../view-models/view-parts.ts";
import type { PaperView } from "../view-models/view-schema.ts";

interface VerdictsView {
  readonly verdicts: readonly VerdictView[];
}

/**
 * The tables of a report for LaTeX with booktabs: the claims, the paper's own tables with verdicts, row means, what each
 * experiment gave, difficulty and hyper-parameters, and the macros that all of them share.
 */
export function latexTables(view: PaperView): readonly (readonly [path: string, content: string])[] {
  const table = compileTemplate<TableView>(latexFormat, loadTemplates("latex", "table"));
  const claims = compileTemplate<PaperView>(latexFormat, loadTemplates("latex", "claims"));
  const macros = compileTemplate<VerdictsView>(latexFormat, loadTemplates("latex", "verdicts"));
  const ofExperiments = view.experiments.flatMap((one) => [...one.numbers, ...one.settings, ...one.hyperparameters]);
  const tables = [...view.tables, ...view.rowMeans, ...ofExperiments, ...view.difficulty, ...view.hyperparameters];
  return [
    ["tables/verdicts.tex", macros({ verdicts: verdictOrder.map((verdict) => verdictView(verdict)) })],
    [`tables/${view.id}-claims.tex`, claims(view)],
    ...tables.map((one) => [`tables/${fileName(view.id, one.id)}.tex`, table(one)] as const),
  ];
}

function fileName(paperId: string, tableId: string): string {
  return tableId.startsWith(paperId) ? tableId : `${paperId}-${tableId}`;
}
