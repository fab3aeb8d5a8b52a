import type { PaperAudit } from "../../src/audit/audit.ts";
import { plainTable } from "./table-view.ts";
import type { TableView } from "./view-parts.ts";

/** The papers' difficulty as people rate it and as Assay estimates it; each table only where some paper has it. */
export function ratingTables(papers: readonly PaperAudit[]): readonly TableView[] {
  const rated = papers.flatMap(({ id, difficulty: { printed } }) => (printed === undefined ? [] : [{ id, printed }]));
  const estimated = papers.flatMap(({ id, difficulty }) =>
    difficulty.computed.map(({ experiment, report, compute }) => [
      id,
      experiment,
      report === undefined ? "–" : String(report.rating),
      compute === undefined ? "–" : String(compute.rating),
    ]),
  );
  const unrated = papers.filter(({ difficulty }) => difficulty.printed === undefined).map(({ id }) => id);
  const byPeople = plainTable({
    id: "comparison-ratings",
    title: "How hard are they to reproduce, as people rate it? (1 easy to 3 hard)",
    notes: [
      ...rated.map(({ id, printed }) => `${id}: rated by ${printed.raters}.`),
      ...(unrated.length === 0 ? [] : [`Nobody rated ${unrated.join(", ")}.`]),
    ],
    columns: ["Paper", "Experiment", "Report", "Code", "Compute", "Sum", "Attempted"],
    stubs: 2,
    rows: rated.flatMap(({ id, printed }) =>
      printed.ratings.map(({ experiment, report, code, compute, attempted }) => [
        id,
        experiment,
        String(report),
        String(code),
        String(compute),
        String(printed.totals.find((total) => total.experiment === experiment)?.sum ?? "–"),
        attempted ? "yes" : "no",
      ]),
    ),
  });
  const byAssay = plainTable({
    id: "comparison-estimates",
    title: "And as Assay estimates it, of what was run?",
    notes: ["The report rating from the share of assumed hyper-parameters, the compute rating from measured hours."],
    columns: ["Paper", "Experiment", "Report (estimate)", "Compute (estimate)"],
    stubs: 2,
    rows: estimated,
  });
  return [...(rated.length === 0 ? [] : [byPeople]), ...(estimated.length === 0 ? [] : [byAssay])];
}
