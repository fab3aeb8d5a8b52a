import type { Audit, PaperAudit } from "../../src/audit/audit.ts";
import { allSettingsTable, claimView } from "./claim-view.ts";
import { coverageView, tallyView } from "./coverage-view.ts";
import { capitalised } from "./detail-view.ts";
import { difficultyTables } from "./difficulty-view.ts";
import { deviations, environmentTables, freedomTables, hyperparameterTables } from "./experiment-view.ts";
import { findingView } from "./finding-view.ts";
import { printedTableView } from "./printed-table-view.ts";
import { type PaperView, type PlotView, validPaperView } from "./view-schema.ts";

/** Checks whose tables a reader wants to see beside the paper's own. */
const rowMeanChecks = /weight|mean-column|row-mean/;

/** Everything that a report says of one paper, in words; the templates only lay it out. */
export function paperView(audit: Audit, paper: PaperAudit, plots: readonly PlotView[]): PaperView {
  const { citation } = paper;
  const byId = new Map(paper.claims.map((claim) => [claim.id, claim]));
  const claims = paper.claims.map((claim) => claimView(paper.id, claim));
  const findings = paper.findings.map((finding, index) => findingView(paper.id, finding, index + 1, byId));
  const tally = tallyView(paper.coverage);
  return validPaperView({
    id: paper.id,
    title: citation.title,
    documentTitle: `Audit: ${citation.title}`,
    authors: citation.authors.join(", "),
    venue: `${citation.venue} ${citation.year}`.replace(
      new RegExp(`${citation.year} ${citation.year}$`),
      String(citation.year),
    ),
    urls: citation.url === undefined ? [] : [citation.url],
    reproduces: paper.reproduces ?? "",
    generator: generatorOf(audit),
    schemaVersion: String(audit.schemaVersion),
    provenance: paper.provenance,
    summary: {
      ...paper.narrative,
      results: [
        `${capitalised(tally.map(({ mark, count }) => `${count} ${mark.word}`).join(", "))}, of ${paper.coverage.claims} claims.`,
        ...findings
          .filter(({ severity }) => severity === "major")
          .map(({ locus, follows }) => `${locus}: ${follows}`)
          .slice(0, 8),
      ],
    },
    tally,
    findings,
    claims,
    tables: paper.tables.map((table) => printedTableView(paper.id, table, paper.claims)),
    rowMeans: paper.claims.flatMap((claim, index) =>
      claim.check !== undefined && rowMeanChecks.test(claim.check.check)
        ? (claims[index]?.tables ?? []).map((table) => ({
            ...table,
            id: `row-means-${table.id}`,
            title: `${claim.locus}: ${table.title.toLowerCase()}`,
          }))
        : [],
    ),
    settings: allSettingsTable(paper.id, paper.claims),
    plots,
    difficulty: difficultyTables(paper.id, paper.difficulty),
    hyperparameters: hyperparameterTables(paper),
    freedoms: freedomTables(paper),
    deviations: deviations(paper),
    coverage: coverageView(paper.coverage),
    environment: environmentTables(paper),
  });
}

export function generatorOf({ generator }: Audit): string {
  return `${generator.name} ${generator.version}`;
}
