import type { PlotView } from "./view-schema.ts";

/** A plot with what it was drawn from: numbers as comma-separated values, pixels as PNG. */
export interface PaperPlot {
  /** Of the runs that it shows. */
  readonly pipeline: string;
  /** What it draws, in a few words; plots of one kind are alike. */
  readonly kind: string;
  /** Whether the report shows it; all plots are files beside it. */
  readonly shown: boolean;
  readonly view: PlotView;
  readonly data: string | Uint8Array;
}

/** A plot as it is drawn, before it is chosen for the report or not. */
export type DrawnPlot = Omit<PaperPlot, "shown">;
