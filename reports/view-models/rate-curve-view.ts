import type { ExampleRun, ExperimentAudit } from "../../src/audit/audit.ts";
import { lineStyle } from "../plots/palette.ts";
import { panelPlot } from "../plots/panel-plot.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-title.ts";
import { sourceText } from "./figure-words.ts";
import { fixed } from "./format-number.ts";
import { choosePanels, type PanelChoice } from "./panel-choice.ts";
import type { DrawnPlot } from "./paper-plot.ts";

interface Kind {
  /** The name of such curves, and of the figure's files. */
  readonly name: "roc" | "precision-recall";
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly note: string;
}

const kinds: readonly Kind[] = [
  {
    name: "roc",
    title: "ROC curves",
    x: "false positive rate",
    y: "true positive rate",
    note: "The dashed diagonal is a blind guess.",
  },
  { name: "precision-recall", title: "Precision against recall", x: "recall", y: "precision", note: "" },
];

const mostPanels = 4;
const mostSettings = 18;
const mostToldInFull = 6;

type Curve = ExampleRun["curves"][number];

/**
 * The ROC and precision-recall curves of an experiment: a panel for each setting and a line for each class, or a line for
 * each setting where none is of a class.
 */
export function rateCurveViews(paperId: string, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  return kinds.flatMap((kind) => rateCurveView(paperId, experiment, number, kind));
}

function rateCurveView(paperId: string, experiment: ExperimentAudit, number: number, kind: Kind): readonly DrawnPlot[] {
  const { example } = experiment;
  const curves = (example?.curves ?? []).filter(({ name, points }) => name === kind.name && points.length > 1);
  if (example === undefined || curves.length === 0) return [];
  const byClass = curves.some(({ at }) => at.class !== undefined);
  const choice = choosePanels(curves, ["class"], byClass ? mostPanels : mostSettings);
  const panels = byClass ? choice.panels.map(byClassName) : inOnePanel(choice.panels);
  const all = panels.flatMap((panel) => panel.lines);
  const names = [...new Set(all.map((line) => line.name))];
  const id = `${paperId}-${kind.name}-${number}`;
  const what = kind.title;
  const subtitle = experimentTitle(experiment);
  const title = `${what}: ${subtitle}`;
  const description = `${kind.y} against ${kind.x}, seed ${example.seed}. ${panels
    .map((panel) => `${panel.setting === "" ? "" : `${panel.setting}: `}${linesText(panel.lines, all.length)}.`)
    .join(" ")}`;
  const told = names.length > 1 ? `A line for each ${byClass ? "class" : "setting"}.` : "";
  const caption = [`${kind.title}.`, sourceText(experiment, [example.seed]), told, kind.note, ...choice.notes];
  return [
    {
      pipeline: experiment.pipeline,
      kind: kind.title,
      view: {
        id,
        title,
        caption: caption.filter((sentence) => sentence !== "").join(" "),
        description,
        file: `plots/${id}.svg`,
        dataFile: `plots/${id}.csv`,
        svg: panelPlot({
          id,
          title: what,
          subtitle,
          description,
          x: { title: kind.x, span: [0, 1] },
          y: { title: kind.y, span: [0, 1] },
          mark: "line",
          diagonal: kind.name === "roc",
          legend: {
            title: byClass ? "measured for" : "setting",
            entries: names.map((name, index) => ({ name, style: lineStyle(index, names.length) })),
          },
          panels: panels.map(({ setting, lines }) => ({
            title: setting,
            series: lines.map(({ name, points }) => ({ entry: names.indexOf(name), points })),
          })),
        }),
      },
      data: csv(
        ["setting", byClass ? "class" : "line", kind.x.replaceAll(" ", "_"), kind.y.replaceAll(" ", "_")],
        panels.flatMap(({ setting, lines }) =>
          lines.flatMap(({ name, points }) => points.map(([x, y]) => [setting, name, x, y])),
        ),
      ),
    },
  ];
}

interface Line {
  readonly name: string;
  readonly points: Curve["points"];
}

type Panels = PanelChoice<Curve>["panels"];

function byClassName({ setting, items }: Panels[number]) {
  const lines = items.map(({ at, points }): Line => {
    return { name: at.class === undefined ? "all classes" : `class ${at.class}`, points };
  });
  return { setting, lines };
}

/** One setting names the panel, several their lines. */
function inOnePanel(panels: Panels) {
  const setting = panels.length === 1 ? (panels[0]?.setting ?? "") : "";
  const lines = panels.flatMap((panel) => panel.items.map(({ points }): Line => ({ name: panel.setting, points })));
  return [{ setting, lines }];
}

/** Where few lines pass, of many only their names. */
function linesText(lines: readonly Line[], all: number): string {
  if (all > mostToldInFull) return lines.map(({ name }) => name).join(", ");
  return lines
    .map(({ name, points }) => `${all === 1 || name === "" ? "" : `${name}: `}${passesText(points)}`)
    .join("; ");
}

/** The vertices nearest to a tenth and to a half of the axis. */
function passesText(points: Curve["points"]): string {
  const near = [0.1, 0.5].map((goal) =>
    points.reduce((nearest, point) => (Math.abs(point[0] - goal) < Math.abs(nearest[0] - goal) ? point : nearest)),
  );
  return near.map(([x, y]) => `${fixed(y, 2)} at ${fixed(x, 2)}`).join(", ");
}
