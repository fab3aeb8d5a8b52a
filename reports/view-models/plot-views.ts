import type { PaperAudit } from "../../src/audit/audit.ts";
import { forestViews } from "./forest-view.ts";
import { responseViews } from "./response-view.ts";
import { rocViews } from "./roc-view.ts";
import type { PlotView } from "./view-schema.ts";

/** A plot with the numbers that it was drawn from, as comma-separated values. */
export interface PaperPlot {
  readonly view: PlotView;
  readonly data: string;
}

/** All plots of a paper: printed against measured, then each experiment's response and ROC curves. */
export function plotViews(paper: PaperAudit): readonly PaperPlot[] {
  return [
    ...forestViews(paper),
    ...paper.experiments.flatMap((experiment, index) => [
      ...responseViews(paper, experiment, index + 1),
      ...rocViews(paper.id, experiment, index + 1),
    ]),
  ];
}
