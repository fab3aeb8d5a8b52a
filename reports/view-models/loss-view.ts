import type { ExperimentAudit, LossHistory } from "../../src/audit/audit.ts";
import { lineStyle } from "../plots/palette.ts";
import { panelPlot } from "../plots/panel-plot.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-title.ts";
import { sourceText } from "./figure-words.ts";
import { shortNumber } from "./format-number.ts";
import { choosePanels } from "./panel-choice.ts";
import type { DrawnPlot } from "./paper-plot.ts";

const mostPanels = 6;

interface Line {
  readonly at: LossHistory["curve"]["at"];
  readonly seed: number;
  readonly split: string;
  readonly points: LossHistory["curve"]["points"];
}

/** The loss histories of an experiment: a panel for each part of the loss, a line for each seed and split. */
export function lossViews(paperId: string, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const histories = experiment.losses.filter(({ curve }) => curve.points.length > 1);
  const [first] = histories;
  if (first === undefined) return [];
  const lines = histories.map(({ seed, curve: { at, points } }): Line => {
    return { at, seed, split: String(at.split ?? "loss"), points };
  });
  const { panels, notes } = choosePanels(lines, ["split"], mostPanels);
  const shown = panels.flatMap(({ items }) => items);
  const seeds = [...new Set(shown.map(({ seed }) => seed))];
  const splits = [...new Set(shown.map(({ split }) => split))];
  const id = `${paperId}-loss-curves-${number}`;
  const what = "Loss";
  const subtitle = experimentTitle(experiment);
  const title = `${what}: ${subtitle}`;
  const description = panels
    .flatMap(({ setting, items }) =>
      items
        .filter(({ seed }) => seed === seeds[0])
        .map(({ split, points }) => `${setting === "" ? "" : `${setting}, `}${split}: ${fallText(points)}.`),
    )
    .join(" ");
  const caption = [
    `Loss against the ${first.curve.x}.`,
    sourceText(experiment, seeds),
    ...(seeds.length > 1 ? ["A line for each seed."] : []),
    ...notes,
  ];
  return [
    {
      pipeline: experiment.pipeline,
      kind: "loss curves",
      view: {
        id,
        title,
        caption: caption.join(" "),
        description: `Loss of seed ${seeds[0]} against the ${first.curve.x}. ${description}`,
        file: `plots/${id}.svg`,
        dataFile: `plots/${id}.csv`,
        svg: panelPlot({
          id,
          title: what,
          subtitle,
          description,
          x: { title: first.curve.x },
          y: { title: first.curve.y, mayBeLogarithmic: true },
          mark: "line",
          thin: seeds.length > 1,
          legend: {
            title: "split",
            entries: splits.map((name, index) => ({ name, style: lineStyle(index, splits.length) })),
          },
          panels: panels.map(({ setting, items }) => ({
            title: setting,
            series: items.map(({ split, points }) => ({ entry: splits.indexOf(split), points })),
          })),
        }),
      },
      data: csv(
        ["setting", "split", "seed", first.curve.x, "loss"],
        panels.flatMap(({ setting, items }) =>
          items.flatMap(({ split, seed, points }) => points.map(([x, y]) => [setting, split, seed, x, y])),
        ),
      ),
    },
  ];
}

/** Where a loss began and where it ended. */
function fallText(points: Line["points"]): string {
  const [first, last] = [points[0] ?? [0, 0], points.at(-1) ?? [0, 0]];
  return `${shortNumber(first[1])} at ${shortNumber(first[0])}, ${shortNumber(last[1])} at ${shortNumber(last[0])}`;
}
