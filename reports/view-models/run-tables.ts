import type { ExperimentAudit, PaperAudit } from "../../src/audit/audit.ts";
import { capitalised } from "./detail-view.ts";
import { experimentTitle } from "./experiment-title.ts";
import { duration } from "./format-number.ts";
import { slug } from "./printed-table-view.ts";
import { settingText } from "./setting-text.ts";
import { plainTable } from "./table-view.ts";
import type { TableView } from "./view-parts.ts";
import type { ExperimentView } from "./view-schema.ts";
import { listed } from "./words.ts";

type Hyperparameter = ExperimentAudit["hyperparameters"][number];
type Experiments = readonly ExperimentAudit[];

const sources: Readonly<Record<Hyperparameter["source"]["kind"], string>> = {
  paper: "paper",
  "official-code": "official code",
  report: "report",
  assumed: "assumed",
};

const hyperparameterColumns = ["Hyper-parameter", "Value", "Source", "Where, or why assumed"];

/** The paper's experiments as its reader must know them. */
export function hyperparameterTables({ id, hyperparameters: all }: PaperAudit): readonly TableView[] {
  return all
    .filter(({ hyperparameters }) => hyperparameters.length > 0)
    .map(({ experiment, hyperparameters }, index) =>
      plainTable({
        id: `${id}-hyperparameters-${index + 1}-${slug(experiment)}`,
        title: experiment,
        columns: hyperparameterColumns,
        rows: hyperparameters.map((one) => [one.name, ...hyperparameterCells(one)]),
      }),
    );
}

/** What was run of a pipeline: a row for each of its experiments. */
export function runsTable(id: string, experiments: Experiments): TableView {
  const lesser = new Set(experiments.map(({ protocol }) => protocol));
  return plainTable({
    id: `${id}-runs`,
    title: "What was run",
    notes: [
      ...(lesser.has("reduced") ? ["The reduced protocol gives indications, which neither pass nor fail."] : []),
      ...(lesser.has("smoke") ? ["The smoke protocol runs on stand-in data and says nothing about the paper."] : []),
      ...experiments.flatMap((experiment) =>
        experiment.failures.map((failure) => `Failed, ${experimentTitle(experiment)}: ${failure}`),
      ),
    ],
    columns: ["Variant", "Data set", "Protocol", "Setting", "Seeds done / planned", "Failed", "Median run"],
    rows: experiments.map(({ variant, dataset, protocol, options, seeds, environment }) => [
      variant,
      dataset,
      protocol,
      Object.keys(options).length === 0 ? "the defaults" : settingText(options),
      `${seeds.done} / ${seeds.planned}`,
      String(seeds.failed),
      medianRun(environment),
    ]),
  });
}

function medianRun(environment: Experiments[number]["environment"]): string {
  if (environment === undefined) return "not run";
  return environment.medianCellSeconds === undefined
    ? "not timed: stopped, then gone on with"
    : duration(environment.medianCellSeconds);
}

/** How long the stages of a run took, an item at a time; of what was run. */
export function stageTables(id: string, experiments: Experiments): readonly TableView[] {
  const rows = experiments.flatMap((experiment) =>
    (experiment.environment?.stages ?? []).map(({ stage, items, secondsPerItem }, index) => [
      index === 0 ? experimentTitle(experiment) : "",
      stage,
      String(Math.round(items)),
      duration(secondsPerItem),
    ]),
  );
  if (rows.length === 0) return [];
  return [
    plainTable({
      id: `${id}-stages`,
      title: "How long it took",
      notes: [
        "Medians over the runs, as the machine was, with whatever ran beside. An item is what the stage works through: images, or steps of training.",
      ],
      columns: ["Experiment", "Stage", "Items", "An item"],
      rows,
    }),
  ];
}

/** A pipeline's hyper-parameters as run, in one table; where its variants differ, each has a row. */
export function settingTables(id: string, experiments: Experiments): readonly TableView[] {
  const declared = experiments.filter(({ hyperparameters }) => hyperparameters.length > 0);
  if (declared.length === 0) return [];
  const owners = new Set(declared.map(ownerOf));
  const rows = new Map<string, Map<string, { readonly one: Hyperparameter; readonly owners: Set<string> }>>();
  for (const experiment of declared)
    for (const one of experiment.hyperparameters) {
      const named = rows.get(one.name) ?? new Map<string, { one: Hyperparameter; owners: Set<string> }>();
      const key = JSON.stringify(one);
      const row = named.get(key) ?? { one, owners: new Set<string>() };
      row.owners.add(ownerOf(experiment));
      rows.set(one.name, named.set(key, row));
    }
  return [
    plainTable({
      id: `${id}-setting`,
      title: "Setting, as run",
      columns: hyperparameterColumns,
      rows: [...rows.values()].flatMap((named) =>
        [...named.values()].map(({ one, owners: of }) => [
          of.size === owners.size ? one.name : `${one.name} (${listed([...of])})`,
          ...hyperparameterCells(one),
        ]),
      ),
    }),
  ];
}

function ownerOf({ variant, protocol }: ExperimentAudit): string {
  return protocol === "paper" ? variant : `${variant}, ${protocol} protocol`;
}

function hyperparameterCells({ value, unit, source }: Hyperparameter): readonly string[] {
  return [
    `${scalarText(value)}${unit === undefined ? "" : ` ${unit}`}`,
    sources[source.kind],
    source.kind === "assumed" ? source.reason : source.locus,
  ];
}

export function freedomTables(id: string, experiments: Experiments): readonly TableView[] {
  const byName = new Map(experiments.flatMap(({ freedoms }) => freedoms).map((freedom) => [freedom.name, freedom]));
  if (byName.size === 0) return [];
  return [
    plainTable({
      id: `${id}-freedoms`,
      title: "Freedoms: varied, not guessed",
      columns: ["Freedom", "Values", "Varied", "Why"],
      rows: [...byName.values()].map(({ name, values, varied, why }) => [
        name,
        values.map(scalarText).join(", "),
        varied === "within-cell" ? "side by side in one run" : "in runs of their own",
        why,
      ]),
    }),
  ];
}

/** What departs from the paper's protocol: experiments that share it in one entry; none of what was never run. */
export function deviations(experiments: Experiments): ExperimentView["deviations"] {
  const ran = experiments.filter(({ seeds, deviations: items }) => seeds.done > 0 || items.length > 0);
  const byItems = new Map<string, ExperimentAudit[]>();
  for (const experiment of ran) {
    const key = JSON.stringify(experiment.deviations);
    byItems.set(key, [...(byItems.get(key) ?? []), experiment]);
  }
  return [...byItems.values()].map((alike) => ({
    experiment: alike.length === ran.length ? "All runs" : alike.map(experimentTitle).join("; "),
    items:
      alike[0] === undefined || alike[0].deviations.length === 0 ? ["none from the protocol"] : alike[0].deviations,
  }));
}

/** Where the runs were made: a row for each machine, engine and code, whatever was run there. */
export function environmentTables({ id, experiments }: PaperAudit): readonly TableView[] {
  const rows = new Map<string, string[]>();
  for (const experiment of experiments) {
    const { environment } = experiment;
    if (environment === undefined) continue;
    const versions = Object.entries(environment.versions).map(([name, version]) => `${name} ${version}`);
    const cells = [
      environment.engine,
      environment.platform,
      versions.join(", "),
      `${environment.codeIdentity.slice(0, 12)}${environment.current === false ? " (not the present code)" : ""}`,
      environment.commits.map((commit) => commit.slice(0, 12)).join(", "),
    ];
    const key = JSON.stringify([experiment.pipeline, ...cells]);
    rows.set(key, [...(rows.get(key) ?? cells), experimentTitle(experiment)]);
  }
  if (rows.size === 0) return [];
  const whole = (titles: readonly string[]): string =>
    titles.length === 1 ? titles.join("") : `${titles.length} experiments of ${(titles[0] ?? "").split(",")[0]}`;
  return [
    plainTable({
      id: `${id}-environment`,
      title: "Where the runs were made",
      columns: ["Experiments", "Engine", "Platform", "Versions", "Code", "Commits"],
      rows: [...rows.values()].map((row) => [capitalised(whole(row.slice(5))), ...row.slice(0, 5)]),
    }),
  ];
}

/** A setting is exact: its digits are its own. */
function scalarText(value: string | number | boolean): string {
  return typeof value === "boolean" ? (value ? "yes" : "no") : String(value).replace(/^-/, "−");
}
