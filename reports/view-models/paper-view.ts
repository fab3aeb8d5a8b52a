import type { Audit, ClaimAudit, Finding, PaperAudit } from "../../src/audit/audit.ts";
import { claimView, hasOwnSection } from "./claim-view.ts";
import { coverageView, tallyView } from "./coverage-view.ts";
import { capitalised, detailTables } from "./detail-view.ts";
import { difficultyTables } from "./difficulty-view.ts";
import { experimentViews } from "./experiment-view.ts";
import { type FindingGroup, findingGroups } from "./finding-groups.ts";
import { findingView } from "./finding-view.ts";
import type { PaperPlot } from "./paper-plot.ts";
import { printedTableView, slug } from "./printed-table-view.ts";
import { environmentTables, hyperparameterTables } from "./run-tables.ts";
import type { TableView } from "./view-parts.ts";
import { type PaperView, validPaperView } from "./view-schema.ts";
import { firstSentence } from "./words.ts";

/** Everything that a report says of one paper, in words; the templates only lay it out. */
export function paperView(audit: Audit, paper: PaperAudit, plots: readonly PaperPlot[]): PaperView {
  const { citation } = paper;
  const claims = paper.claims.map((claim) => claimView(paper.id, claim));
  const groups = findingGroups(paper);
  const findings = groups.map((group, index) => findingView(paper.id, group, index + 1));
  const tally = tallyView(paper.claims);
  return validPaperView({
    id: paper.id,
    title: citation.title,
    documentTitle: `Audit: ${citation.title}`,
    authors: citation.authors.join(", "),
    venue: venueText(citation),
    urls: citation.url === undefined ? [] : [citation.url],
    reproduces: paper.reproduces ?? "",
    generator: generatorOf(audit),
    schemaVersion: String(audit.schemaVersion),
    provenance: paper.provenance,
    summary: {
      ...paper.narrative,
      results: [
        `${capitalised(tally.map(({ mark, count }) => `${count} ${mark.label}`).join(", "))}, of ${paper.coverage.claims} claims.`,
        ...mainResults(groups),
      ],
    },
    tally,
    findings,
    claims,
    tables: paper.tables.map((table) => printedTableView(paper.id, table, paper.claims)),
    rowMeans: paper.claims.flatMap(rowMeanTables),
    experiments: experimentViews(paper, plots),
    difficulty: difficultyTables(paper.id, paper.difficulty),
    hyperparameters: hyperparameterTables(paper),
    coverage: coverageView(paper.coverage),
    environment: environmentTables(paper),
  });
}

const mostResults = 8;

/** The gravest findings, those of the machine first, each in its first sentence. */
function mainResults(groups: readonly FindingGroup[]): readonly string[] {
  const major = groups.filter(({ findings: [{ severity }] }) => severity === "major");
  const by = (finder: Finding["by"]) => major.filter(({ findings: [first] }) => first.by === finder);
  const told = [...by("machine"), ...by("reader")].slice(0, mostResults);
  const more = groups.length - told.length;
  return [
    ...told.map(({ title, findings: [{ locus, follows }, ...others] }) =>
      others.length === 0
        ? `${locus}: ${firstSentence(follows)}`
        : `${title}: for example ${locus}: ${firstSentence(follows)}`,
    ),
    ...(more > 0 ? [`${more} more ${more === 1 ? "finding" : "findings"} below.`] : []),
  ];
}

function rowMeanTables({ id, check, locus }: ClaimAudit): readonly TableView[] {
  if (!hasOwnSection(check)) return [];
  return detailTables(slug(id), check.details).map((table) => ({
    ...table,
    id: `row-means-${table.id}`,
    title: `${locus}: ${table.title.toLowerCase()}`,
  }));
}

/** Venue and year, the year once. */
export function venueText({ venue, year }: PaperAudit["citation"]): string {
  return venue.endsWith(String(year)) ? venue : `${venue} ${year}`;
}

export function generatorOf({ generator }: Audit): string {
  return `${generator.name} ${generator.version}`;
}
