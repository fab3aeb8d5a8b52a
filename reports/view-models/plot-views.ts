import type { PaperAudit } from "../../src/audit/audit.ts";
import { forestViews } from "./forest-view.ts";
import { histogramViews } from "./histogram-view.ts";
import { latentViews } from "./latent-view.ts";
import { lossViews } from "./loss-view.ts";
import type { PaperPlot } from "./paper-plot.ts";
import { pictureViews } from "./picture-view.ts";
import { rateCurveViews } from "./rate-curve-view.ts";
import { responseViews } from "./response-view.ts";

/** All plots of a paper: printed against measured, then those of each experiment, from how it learnt to what it made. */
export function plotViews(paper: PaperAudit): readonly PaperPlot[] {
  return [
    ...forestViews(paper),
    ...paper.experiments.flatMap((experiment, index) => [
      ...responseViews(paper, experiment, index + 1),
      ...viewsOfRuns.flatMap((views) => views(paper.id, experiment, index + 1)),
    ]),
  ];
}

const viewsOfRuns = [lossViews, rateCurveViews, histogramViews, latentViews, pictureViews];
