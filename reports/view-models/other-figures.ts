import type { PaperPlot } from "./paper-plot.ts";
import type { ExperimentView } from "./view-schema.ts";
import { counted, listed } from "./words.ts";

/** What of an experiment's figures is left to the files beside the report: how many of each kind, and where; none or one. */
export function otherFigures(plots: readonly PaperPlot[]): ExperimentView["others"] {
  if (plots.length === 0) return [];
  const kinds = new Map<string, number>();
  for (const { kind } of plots) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  const each = [...kinds].map(([kind, count]) => `${kind} (${count})`);
  const one = plots.length === 1;
  return [
    {
      sentence: `${counted(plots.length, "more figure")}, of other settings or like those above, ${one ? "is" : "are"} not shown here but ${one ? "lies" : "lie"} beside this report in the folder plots, with ${one ? "its" : "their"} data: ${listed(each)}.`,
      files: plots.map(({ view: { title, file } }) => ({ title, file })),
    },
  ];
}
