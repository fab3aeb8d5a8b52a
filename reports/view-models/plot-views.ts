import type { ExperimentAudit, PaperAudit } from "../../src/audit/audit.ts";
import type { Protocol } from "../../src/paper/experiment.ts";
import { forestViews } from "./forest-view.ts";
import { histogramViews } from "./histogram-view.ts";
import { latentViews } from "./latent-view.ts";
import { lossViews } from "./loss-view.ts";
import type { DrawnPlot, PaperPlot } from "./paper-plot.ts";
import { pictureViews } from "./picture-view.ts";
import { rateCurveViews } from "./rate-curve-view.ts";
import { responseViews } from "./response-view.ts";

/** More figures of a kind and a protocol than these a section of a report does not show. */
const mostAlike = 4;

const protocols: readonly Protocol[] = ["paper", "reduced", "smoke"];

/**
 * All plots of a paper, pipeline by pipeline: printed against measured, then those of each experiment, from how it learnt
 * to what it made. Shown in the report are those of the default options, of each kind and protocol a few, kind by kind, the
 * paper's own protocol first; where these lack a kind, those of the options nearest to them.
 */
export function plotViews(paper: PaperAudit): readonly PaperPlot[] {
  const numbered = paper.experiments.map((experiment, index) => ({ experiment, number: index + 1 }));
  const pipelines = [...new Set(paper.experiments.map(({ pipeline }) => pipeline))];
  return pipelines.flatMap((pipeline) => {
    const drawn = numbered
      .filter(({ experiment }) => experiment.pipeline === pipeline)
      .map(({ experiment, number }) => ({ experiment, plots: plotsOf(paper, experiment, number) }));
    const shown = chosen(drawn);
    return [
      ...forestViews(paper, pipeline),
      ...shown.map((plot): PaperPlot => ({ ...plot, shown: true })),
      ...drawn
        .flatMap(({ plots }) => plots.filter((plot) => !shown.includes(plot)))
        .map((plot): PaperPlot => ({ ...plot, shown: false })),
    ];
  });
}

const viewsOfRuns = [lossViews, rateCurveViews, histogramViews, latentViews, pictureViews];

function plotsOf(paper: PaperAudit, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  return [
    ...responseViews(paper, experiment, number),
    ...viewsOfRuns.flatMap((views) => views(paper.id, experiment, number)),
  ];
}

interface Drawn {
  readonly experiment: ExperimentAudit;
  readonly plots: readonly DrawnPlot[];
}

function chosen(drawn: readonly Drawn[]): readonly DrawnPlot[] {
  const kinds = new Set(drawn.flatMap(({ plots }) => plots.map(({ kind }) => kind)));
  return [...kinds].flatMap((kind) => {
    const alike = drawn.map(({ experiment, plots }) => ({
      experiment,
      plots: plots.filter((plot) => plot.kind === kind),
    }));
    const having = alike.filter(({ plots }) => plots.length > 0);
    const byDefault = having.filter(
      ({ experiment }) => !having.some((other) => isNearerDefault(other.experiment, experiment)),
    );
    return protocols.flatMap((protocol) => {
      const own = byDefault.filter(({ experiment }) => experiment.protocol === protocol);
      return inRounds(own.map(({ plots }) => plots)).slice(0, mostAlike);
    });
  });
}

/** Whether an experiment differs from another in its options alone, and sets fewer of them. */
function isNearerDefault(one: ExperimentAudit, other: ExperimentAudit): boolean {
  const same = one.variant === other.variant && one.dataset === other.dataset && one.protocol === other.protocol;
  return same && Object.keys(one.options).length < Object.keys(other.options).length;
}

/** The first of each, then the second of each, and so on. */
function inRounds<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const rounds = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: rounds }, (_, round) => lists.flatMap((list) => list.slice(round, round + 1))).flat();
}
