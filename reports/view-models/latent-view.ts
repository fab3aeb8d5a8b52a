import type { ExampleRun, ExperimentAudit } from "../../src/audit/audit.ts";
import { lineStyle } from "../plots/palette.ts";
import { panelPlot } from "../plots/panel-plot.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-title.ts";
import { sourceText } from "./figure-words.ts";
import { choosePanels } from "./panel-choice.ts";
import type { DrawnPlot } from "./paper-plot.ts";
import { counted } from "./words.ts";

const mostPanels = 4;
const mostGroups = 18;
const mostPoints = 2000;

type Curve = ExampleRun["curves"][number];

/** Where an experiment puts images in its latent space, told apart by group, or by class where there are no groups. */
export function latentViews(paperId: string, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const { example } = experiment;
  const curves = (example?.curves ?? []).filter(({ name, points }) => name === "latent" && points.length > 0);
  const [first] = curves;
  if (example === undefined || first === undefined) return [];
  const by = curves.some(({ at }) => at.group !== undefined) ? "group" : "class";
  const nameOf = ({ at }: Curve): string =>
    at[by] === undefined ? "all images" : by === "class" ? `class ${at[by]}` : String(at[by]);
  const { panels, notes } = choosePanels(curves, [by], mostPanels);
  const all = [...new Set(panels.flatMap(({ items }) => items.map(nameOf)))];
  const names = all.slice(0, mostGroups);
  const count = panels.reduce((sum, { items }) => sum + items.reduce((of, { points }) => of + points.length, 0), 0);
  const step = Math.ceil(count / mostPoints);
  const id = `${paperId}-latent-space-${number}`;
  const what = "Latent space";
  const subtitle = experimentTitle(experiment);
  const title = `${what}: ${subtitle}`;
  const description = panels
    .map(({ setting, items }) => {
      const counts = items.map((curve) => `${nameOf(curve)}: ${counted(curve.points.length, "point")}`);
      return `${setting === "" ? first.x : `${setting}, ${first.x}`} against ${first.y}; ${counts.join(", ")}.`;
    })
    .join(" ");
  const caption = [
    `Images in the latent space: ${first.y} against ${first.x}.`,
    sourceText(experiment, [example.seed]),
    ...notes,
    ...(step > 1 ? [`Of every ${step} points one is drawn.`] : []),
    ...(all.length > names.length ? [`The first ${names.length} of ${all.length} classes are drawn.`] : []),
  ];
  return [
    {
      pipeline: experiment.pipeline,
      kind: "latent space",
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
          mark: "dots",
          legend: { title: by, entries: names.map((name, index) => ({ name, style: lineStyle(index, names.length) })) },
          panels: panels.map(({ setting, items }) => ({
            title: setting,
            series: items
              .filter((curve) => names.includes(nameOf(curve)))
              .map((curve) => ({
                entry: names.indexOf(nameOf(curve)),
                points: curve.points.filter((_, index) => index % step === 0),
              })),
          })),
        }),
      },
      data: csv(
        ["setting", by, "x", "y"],
        panels.flatMap(({ setting, items }) =>
          items.flatMap((curve) => curve.points.map(([x, y]) => [setting, nameOf(curve), x, y])),
        ),
      ),
    },
  ];
}
