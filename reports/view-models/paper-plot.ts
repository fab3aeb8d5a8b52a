import type { PlotView } from "./view-schema.ts";

/** A plot with the numbers that it was drawn from, as comma-separated values. */
export interface PaperPlot {
  readonly view: PlotView;
  readonly data: string;
}
