import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { type RocPanel, rocPlot } from "../plots/roc-plot.ts";
import { shortSetting } from "./claim-view.ts";
import { csv } from "./csv.ts";
import { experimentTitle } from "./experiment-view.ts";
import type { PaperPlot } from "./paper-plot.ts";

type Curve = ExperimentAudit["curves"][number];

const mostPanels = 4;

/** The ROC curves of an experiment, a panel for each setting and a line for each class; none where none was kept. */
export function rocViews(paperId: string, experiment: ExperimentAudit, number: number): readonly PaperPlot[] {
  const curves = experiment.curves.filter(({ name }) => /roc/i.test(name));
  const bySetting = new Map<string, Curve[]>();
  for (const curve of curves) {
    const setting = settingOf(curve);
    bySetting.set(setting, [...(bySetting.get(setting) ?? []), curve]);
  }
  const settings = [...bySetting.entries()].slice(0, mostPanels);
  if (settings.length === 0) return [];
  const id = `${paperId}-roc-${number}`;
  const title = `ROC curves: ${experimentTitle(experiment)}`;
  const panels: readonly RocPanel[] = settings.map(([setting, members]) => ({
    title: setting,
    curves: members.map((curve) => ({ name: className(curve), points: curve.points })),
  }));
  const description = `ROC curves of one seed. ${settings
    .map(([setting, members]) => `${setting}: ${members.length} curves (${members.map(className).join(", ")}).`)
    .join(" ")}`;
  return [
    {
      view: {
        id,
        title,
        caption:
          "One seed; a line for each class that the classifier was fitted on. The dashed diagonal is a blind guess.",
        description,
        file: `plots/${id}.svg`,
        dataFile: `plots/${id}.csv`,
        svg: rocPlot({ id, title, description, legendTitle: "fitted on", panels }),
      },
      data: csv(
        ["setting", "class", "false_positive_rate", "true_positive_rate"],
        settings.flatMap(([setting, members]) =>
          members.flatMap((curve) => curve.points.map(([x, y]) => [setting, className(curve), x, y])),
        ),
      ),
    },
  ];
}

function settingOf({ at }: Curve): string {
  const { class: _, ...rest } = at;
  return Object.keys(rest).length === 0 ? "all settings" : shortSetting(rest);
}

function className({ at, name }: Curve): string {
  return at.class === undefined ? name : `class ${at.class}`;
}
