import type { PlotView } from "./view-schema.ts";

/** A plot with what it was drawn from: numbers as comma-separated values, pixels as PNG. */
export interface PaperPlot {
  readonly view: PlotView;
  readonly data: string | Uint8Array;
}
