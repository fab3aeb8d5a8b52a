import type { DifficultyAudit } from "../../src/audit/audit.ts";
import { plainTable } from "./table-view.ts";
import type { TableView } from "./view-parts.ts";
import { counted } from "./words.ts";

/** The ratings as printed with their recomputed sums and ranks, and Assay's own beside them as labelled estimates. */
export function difficultyTables(paperId: string, { printed, computed }: DifficultyAudit): readonly TableView[] {
  return [...(printed === undefined ? [] : [printedRatings(paperId, printed)]), ...computedRatings(paperId, computed)];
}

function printedRatings(paperId: string, printed: NonNullable<DifficultyAudit["printed"]>): TableView {
  const totals = new Map(printed.totals.map((total) => [total.experiment, total]));
  const reasons = printed.ratings.some((rating) => rating.reasons !== undefined);
  return plainTable({
    id: `${paperId}-difficulty-printed`,
    title: "Ratings (1 easy to 3 hard), with sums and ranks",
    notes: [
      `Rated by: ${printed.raters}.`,
      `Report: ${printed.scheme.report}. Code: ${printed.scheme.code}. Compute: ${printed.scheme.compute}.`,
      "Rank 1 is the hardest; experiments that tie share the smaller rank.",
    ],
    columns: ["Experiment", "Report", "Code", "Compute", "Sum", "Rank", "Attempted", ...(reasons ? ["Reasons"] : [])],
    rows: printed.ratings.map((rating) => {
      const total = totals.get(rating.experiment);
      return [
        rating.experiment,
        String(rating.report),
        String(rating.code),
        String(rating.compute),
        total === undefined ? "" : String(total.sum),
        total === undefined ? "" : String(total.rank),
        rating.attempted ? "yes" : "no",
        ...(reasons ? [reasonsText(rating.reasons)] : []),
      ];
    }),
  });
}

function reasonsText(reasons: { report: string; code: string; compute: string } | undefined): string {
  return reasons === undefined ? "" : `report: ${reasons.report}; code: ${reasons.code}; compute: ${reasons.compute}`;
}

function computedRatings(paperId: string, computed: DifficultyAudit["computed"]): readonly TableView[] {
  if (computed.length === 0) return [];
  return [
    plainTable({
      id: `${paperId}-difficulty-computed`,
      title: "Assay's own ratings: estimates, each with its basis",
      notes: ["No code rating is computed, hence no sum."],
      columns: [
        "Experiment",
        "Report (estimate)",
        "Basis of the report rating",
        "Compute (estimate)",
        "Basis of the compute rating",
      ],
      rows: alike(computed).map(([{ experiment, report, compute }, more]) => [
        experiment,
        report === undefined ? "" : String(report.rating),
        report === undefined ? "no hyper-parameters are declared" : report.basis,
        compute === undefined ? "" : String(compute.rating),
        `${compute === undefined ? "nothing was timed" : compute.basis}${more === 0 ? "" : `; ${counted(more, "other setting")} likewise`}`,
      ]),
    }),
  ];
}

type Computed = DifficultyAudit["computed"][number];

/** An experiment's settings that got the same ratings are one row, with how many more there are. */
function alike(computed: readonly Computed[]): readonly (readonly [first: Computed, more: number])[] {
  const groups = new Map<string, Computed[]>();
  for (const one of computed) {
    const key = JSON.stringify([one.experiment, one.report, one.compute?.rating]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [[first, others.length] as const],
  );
}
