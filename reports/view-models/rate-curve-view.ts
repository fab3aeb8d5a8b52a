import type { ExampleRun, ExperimentAudit } from "../../src/audit/audit.ts";
import { lineStyle } from "../plots/palette.ts";
import { panelPlot } from "../plots/panel-plot.ts";
import { shortSetting } from "./claim-view.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-view.ts";
import { sourceText } from "./figure-words.ts";
import { fixed } from "./format-number.ts";
import { choosePanels } from "./panel-choice.ts";
import type { PaperPlot } from "./paper-plot.ts";

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
export function rateCurveViews(paperId: string, experiment: ExperimentAudit, number: number): readonly PaperPlot[] {
  return kinds.flatMap((kind) => rateCurveView(paperId, experiment, number, kind));
}

function rateCurveView(paperId: string, experiment: ExperimentAudit, number: number, kind: Kind): readonly PaperPlot[] {
  const { example } = experiment;
  const curves = (example?.curves ?? []).filter(({ name, points }) => name === kind.name && points.length > 1);
  if (example === undefined || curves.length === 0) return [];
  const byClass = curves.some(({ at }) => at.class !== undefined);
  const { panels, omissions } = byClass
    ? choosePanels(curves, ["class"], mostPanels)
    : { panels: [{ setting: "", items: curves.slice(0, mostSettings) }], omissions: omittedSettings(curves.length) };
  const lineOf = ({ at }: Curve): string => (byClass ? className(at) : shortSetting(at));
  const names = [...new Set(panels.flatMap(({ items }) => items.map(lineOf)))];
  const id = `${paperId}-${kind.name}-${number}`;
  const what = kind.title;
  const subtitle = experimentTitle(experiment);
  const title = `${what}: ${subtitle}`;
  const few = panels.reduce((sum, { items }) => sum + items.length, 0) <= mostToldInFull;
  const description = `${kind.y} against ${kind.x}, seed ${example.seed}. ${panels
    .map(({ setting, items }) => {
      const told = items.map((curve) => {
        const name = names.length > 1 ? lineOf(curve) : "";
        return few ? `${name === "" ? "" : `${name}: `}${passesText(curve.points)}` : name;
      });
      return `${setting === "" ? "" : `${setting}: `}${told.join(few ? "; " : ", ")}.`;
    })
    .join(" ")}`;
  const lines = names.length > 1 ? `A line for each ${byClass ? "class" : "setting"}.` : "";
  const caption = [`${kind.title}.`, sourceText(experiment, [example.seed]), lines, kind.note, ...omissions];
  return [
    {
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
          panels: panels.map(({ setting, items }) => ({
            title: setting,
            series: items.map((curve) => ({ entry: names.indexOf(lineOf(curve)), points: curve.points })),
          })),
        }),
      },
      data: csv(
        ["setting", byClass ? "class" : "line", kind.x.replaceAll(" ", "_"), kind.y.replaceAll(" ", "_")],
        panels.flatMap(({ setting, items }) =>
          items.flatMap((curve) => curve.points.map(([x, y]) => [setting, lineOf(curve), x, y])),
        ),
      ),
    },
  ];
}

function className({ class: of }: Curve["at"]): string {
  return of === undefined ? "all classes" : `class ${of}`;
}

/** The vertices nearest to a tenth and to a half of the axis. */
function passesText(points: Curve["points"]): string {
  const near = [0.1, 0.5].map((goal) =>
    points.reduce((nearest, point) => (Math.abs(point[0] - goal) < Math.abs(nearest[0] - goal) ? point : nearest)),
  );
  return near.map(([x, y]) => `${fixed(y, 2)} at ${fixed(x, 2)}`).join(", ");
}

function omittedSettings(settings: number): readonly string[] {
  return settings > mostSettings ? [`The first ${mostSettings} of ${settings} settings are drawn.`] : [];
}
