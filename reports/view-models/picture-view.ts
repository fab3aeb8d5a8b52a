import type { ExperimentAudit } from "../../src/audit/audit.ts";
import { picturePlot } from "../plots/picture-plot.ts";
import { pictureSheet } from "../plots/picture-sheet.ts";
import { encodePng } from "../plots/png.ts";
import { capitalised, wordsOf } from "./detail-view.ts";
import { experimentTitle } from "./experiment-title.ts";
import { sourceText } from "./figure-words.ts";
import { choosePanels } from "./panel-choice.ts";
import type { DrawnPlot } from "./paper-plot.ts";
import { slug } from "./printed-table-view.ts";
import { asSentence } from "./words.ts";

const mostPictures = 4;

/** The pictures of an experiment's example run: of each name those of the first settings, of classes the lowest. */
export function pictureViews(paperId: string, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const { example } = experiment;
  if (example === undefined) return [];
  const names = [...new Set(example.pictures.map(({ name }) => name))];
  const chosen = names.flatMap((name) => {
    const named = example.pictures.filter((picture) => picture.name === name);
    const { panels, notes } = choosePanels(named, [], mostPictures);
    return panels.flatMap(({ setting, items }) => items.map((picture) => ({ picture, setting, notes })));
  });
  return chosen.map(({ picture, setting, notes }, index): DrawnPlot => {
    const id = `${paperId}-${slug(picture.name)}-picture-${number}-${index + 1}`;
    const about = setting === "" ? "" : `, ${setting}`;
    const what = `${capitalised(wordsOf(picture.name))}${about}`;
    const subtitle = experimentTitle(experiment);
    const title = `${what}: ${subtitle}`;
    const alt = asSentence(picture.alt);
    const description = `${alt} ${labelsText("Rows", picture.rows)}${labelsText("Columns", picture.columns)}`.trimEnd();
    const sheet = pictureSheet(picture);
    const png = encodePng(sheet.raster);
    return {
      pipeline: experiment.pipeline,
      kind: `pictures: ${wordsOf(picture.name)}`,
      view: {
        id,
        title,
        caption: [alt, sourceText(experiment, [example.seed]), ...notes].join(" "),
        description,
        file: `plots/${id}.svg`,
        dataFile: `plots/${id}.png`,
        svg: picturePlot({ id, title: what, subtitle, description, picture, sheet, png }),
      },
      data: png,
    };
  });
}

function labelsText(what: string, labels: readonly string[]): string {
  return labels.some((label) => label !== "") ? `${what}: ${labels.join(", ")}. ` : "";
}
