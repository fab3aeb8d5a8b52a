import type { PaperAudit } from "../../src/audit/audit.ts";
import { forestViews } from "./forest-view.ts";
import type { PaperPlot } from "./paper-plot.ts";
import { responseViews } from "./response-view.ts";
import { rocViews } from "./roc-view.ts";

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
