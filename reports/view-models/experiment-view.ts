import type { ExperimentAudit, PaperAudit } from "../../src/audit/audit.ts";
import { settingText } from "./claim-view.ts";
import { duration } from "./format-number.ts";
import { slug } from "./printed-table-view.ts";
import { plainTable } from "./table-view.ts";
import type { TableView } from "./view-parts.ts";
import type { PaperView } from "./view-schema.ts";

type Hyperparameter = ExperimentAudit["hyperparameters"][number];

const sources: Readonly<Record<Hyperparameter["source"]["kind"], string>> = {
  paper: "paper",
  "official-code": "official code",
  report: "report",
  assumed: "assumed",
};

/** An experiment in words: `resnet18-random, k9de, fashion-mnist (paper protocol)`. */
export function experimentTitle({ pipeline, variant, dataset, protocol, options }: ExperimentAudit): string {
  const varied = Object.keys(options).length === 0 ? "" : `, ${settingText(options)}`;
  return `${pipeline}, ${variant}, ${dataset} (${protocol} protocol${varied})`;
}

/** The paper's experiments as its reader must know them, then those that we ran. */
export function hyperparameterTables(paper: PaperAudit): readonly TableView[] {
  const ours = byContent(paper.experiments, ({ pipeline, variant, hyperparameters }) => ({
    title: `${pipeline}, ${variant} (as run)`,
    hyperparameters,
  }));
  const theirs = paper.hyperparameters.map(({ experiment, hyperparameters }) => ({
    title: experiment,
    hyperparameters,
  }));
  return [...theirs, ...ours]
    .filter(({ hyperparameters }) => hyperparameters.length > 0)
    .map(({ title, hyperparameters }, index) =>
      plainTable({
        id: `${paper.id}-hyperparameters-${index + 1}-${slug(title)}`,
        title,
        columns: ["Hyper-parameter", "Value", "Source", "Where, or why assumed"],
        rows: hyperparameters.map(({ name, value, unit, source }) => [
          name,
          `${scalarText(value)}${unit === undefined ? "" : ` ${unit}`}`,
          sources[source.kind],
          source.kind === "assumed" ? source.reason : source.locus,
        ]),
      }),
    );
}

export function freedomTables(paper: PaperAudit): readonly TableView[] {
  const listed = byContent(paper.experiments, ({ pipeline, freedoms }) => ({ title: pipeline, freedoms }));
  return listed
    .filter(({ freedoms }) => freedoms.length > 0)
    .map(({ title, freedoms }, index) =>
      plainTable({
        id: `${paper.id}-freedoms-${index + 1}-${slug(title)}`,
        title: `Freedoms of ${title}: varied, not guessed`,
        columns: ["Freedom", "Values", "Varied", "Why"],
        rows: freedoms.map(({ name, values, varied, why }) => [
          name,
          values.map(scalarText).join(", "),
          varied === "within-cell" ? "side by side in one cell" : "in cells of their own",
          why,
        ]),
      }),
    );
}

export function deviations({ experiments }: PaperAudit): PaperView["deviations"] {
  return experiments.map((experiment) => ({
    experiment: experimentTitle(experiment),
    items: experiment.deviations.length === 0 ? ["none from the protocol"] : experiment.deviations,
  }));
}

export function environmentTables({ id, experiments }: PaperAudit): readonly TableView[] {
  if (experiments.length === 0) return [];
  const notes = experiments.flatMap((experiment) =>
    experiment.failures.map((failure) => `Failed, ${experimentTitle(experiment)}: ${failure}`),
  );
  return [
    plainTable({
      id: `${id}-environment`,
      title: "Where the runs were made",
      notes,
      columns: [
        "Experiment",
        "Seeds done / planned",
        "Failed",
        "Engine",
        "Platform",
        "Versions",
        "Median cell",
        "Code",
        "Commits",
      ],
      rows: experiments.map((experiment) => {
        const { seeds, environment } = experiment;
        const counts = [experimentTitle(experiment), `${seeds.done} / ${seeds.planned}`, String(seeds.failed)];
        if (environment === undefined) return [...counts, "not run", "", "", "", "", ""];
        const versions = Object.entries(environment.versions).map(([name, version]) => `${name} ${version}`);
        return [
          ...counts,
          environment.engine,
          environment.platform,
          versions.join(", "),
          duration(environment.medianCellSeconds),
          `${environment.codeIdentity.slice(0, 12)}${environment.current === false ? " (not the present code)" : ""}`,
          environment.commits.map((commit) => commit.slice(0, 12)).join(", "),
        ];
      }),
    }),
  ];
}

/** One of each, where several experiments share it. */
function byContent<Item>(
  experiments: readonly ExperimentAudit[],
  content: (experiment: ExperimentAudit) => Item,
): readonly Item[] {
  return [
    ...new Map(experiments.map((experiment) => [JSON.stringify(content(experiment)), content(experiment)])).values(),
  ];
}

/** A setting is exact: its digits are its own. */
function scalarText(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replace(/^-/, "−");
}
