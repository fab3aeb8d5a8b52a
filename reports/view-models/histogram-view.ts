import type { ExampleRun, ExperimentAudit } from "../../src/audit/audit.ts";
import { lineStyle } from "../plots/palette.ts";
import { panelPlot } from "../plots/panel-plot.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-title.ts";
import { sourceText } from "./figure-words.ts";
import { shortNumber } from "./format-number.ts";
import { choosePanels } from "./panel-choice.ts";
import type { DrawnPlot } from "./paper-plot.ts";

const mostPanels = 4;

type Curve = ExampleRun["curves"][number];

/** How an experiment's scores spread over groups of images, a panel for each setting with its threshold. */
export function histogramViews(paperId: string, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const { example } = experiment;
  const curves = (example?.curves ?? []).filter(({ name, points }) => name === "histogram" && points.length > 1);
  const [first] = curves;
  if (example === undefined || first === undefined) return [];
  const choice = choosePanels(curves, ["group"], mostPanels);
  const panels = choice.panels.map(({ setting, items }) => ({
    setting,
    items,
    thresholds: example.thresholds.filter(({ at }) => items.some((curve) => sharesPlace(at, curve.at))),
  }));
  const groups = [...new Set(panels.flatMap(({ items }) => items.map(groupOf)))];
  const id = `${paperId}-score-histogram-${number}`;
  const what = "Scores";
  const subtitle = experimentTitle(experiment);
  const title = `${what}: ${subtitle}`;
  const description = panels
    .map(({ setting, items, thresholds }) => {
      const peaks = items.map((curve) => `${groupOf(curve)} most often near ${peakText(curve)}`);
      const told = thresholds.map(({ value }) => `threshold ${shortNumber(value)}`);
      return `${setting === "" ? "Scores" : setting}: ${[...peaks, ...told].join(", ")}.`;
    })
    .join(" ");
  const drawn = panels.some(({ thresholds }) => thresholds.length > 0);
  const caption = [
    "How the scores spread, each group over bins of one width.",
    sourceText(experiment, [example.seed]),
    ...(drawn ? ["The dashed vertical line is the threshold."] : []),
    ...choice.notes,
  ];
  return [
    {
      pipeline: experiment.pipeline,
      kind: "histograms of scores",
      view: {
        id,
        title,
        caption: caption.join(" "),
        description,
        file: `plots/${id}.svg`,
        dataFile: `plots/${id}.csv`,
        svg: panelPlot({
          id,
          title: what,
          subtitle,
          description,
          x: { title: first.x },
          y: { title: first.y },
          mark: "steps",
          legend: {
            title: "group",
            entries: groups.map((name, index) => ({ name, style: lineStyle(index, groups.length) })),
          },
          panels: panels.map(({ setting, items, thresholds: [threshold] }) => ({
            title: setting,
            series: items.map((curve) => ({ entry: groups.indexOf(groupOf(curve)), points: curve.points })),
            ...(threshold === undefined
              ? {}
              : { threshold: { at: threshold.value, text: `threshold ${shortNumber(threshold.value)}` } }),
          })),
        }),
      },
      data: csv(
        ["kind", "setting", "group", "score", "share"],
        panels.flatMap(({ setting, items, thresholds }) => [
          ...items.flatMap((curve) => curve.points.map(([x, y]) => ["bin", setting, groupOf(curve), x, y])),
          ...thresholds.map(({ value }) => ["threshold", setting, "", value, ""]),
        ]),
      ),
    },
  ];
}

/** Whether a threshold stands at a curve's coordinates, but for its group. */
function sharesPlace(at: Curve["at"], { group: _, ...place }: Curve["at"]): boolean {
  const names = new Set([...Object.keys(at), ...Object.keys(place)]);
  return [...names].every((name) => at[name] === place[name]);
}

function peakText({ points }: Curve): string {
  const [score] = points.reduce((highest, point) => (point[1] > highest[1] ? point : highest));
  return shortNumber(score);
}

function groupOf({ at }: Curve): string {
  return String(at.group ?? "all images");
}
