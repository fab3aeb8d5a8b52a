import type { PaperAudit } from "../../src/audit/audit.ts";
import { numberTables } from "./number-tables.ts";
import { otherFigures } from "./other-figures.ts";
import type { PaperPlot } from "./paper-plot.ts";
import { slug } from "./printed-table-view.ts";
import { deviations, freedomTables, runsTable, settingTables, stageTables } from "./run-tables.ts";
import { decidingTables } from "./settings-view.ts";
import type { ExperimentView } from "./view-schema.ts";

/** All that was run for a paper, a section for each pipeline: what it is, how it was run, what it gave. */
export function experimentViews(paper: PaperAudit, plots: readonly PaperPlot[]): readonly ExperimentView[] {
  const pipelines = [...new Set(paper.experiments.map(({ pipeline }) => pipeline))];
  return pipelines.map((pipeline): ExperimentView => {
    const id = `${slug(paper.id)}-experiment-${slug(pipeline)}`;
    const experiments = paper.experiments.filter((experiment) => experiment.pipeline === pipeline);
    const claims = paper.claims.filter(({ measurement }) => measurement?.pipeline === pipeline);
    const figures = plots.filter((plot) => plot.pipeline === pipeline);
    return {
      id,
      title: pipeline,
      purpose: experiments.map(({ purpose }) => purpose).find((purpose) => purpose !== "") ?? "Nothing of it was run.",
      runs: [runsTable(id, experiments), ...stageTables(id, experiments)],
      numbers: numberTables(id, claims),
      settings: decidingTables(id, claims),
      plots: figures.filter(({ shown }) => shown).map(({ view }) => view),
      others: otherFigures(figures.filter(({ shown }) => !shown)),
      hyperparameters: settingTables(id, experiments),
      deviations: deviations(experiments),
      freedoms: freedomTables(id, experiments),
    };
  });
}
