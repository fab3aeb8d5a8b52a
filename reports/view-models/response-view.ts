import type { ExperimentAudit, PaperAudit, Series } from "../../src/audit/audit.ts";
import { type PrintedPoint, responsePlot } from "../plots/response-plot.ts";
import { tellApart } from "./common-setting.ts";
import { csv } from "./csv.ts";
import { capitalised, wordsOf } from "./detail-view.ts";
import { experimentTitle } from "./experiment-title.ts";
import { seedsText } from "./figure-words.ts";
import { decimalsOfHalfUnit, fixed } from "./format-number.ts";
import type { DrawnPlot } from "./paper-plot.ts";
import { slug } from "./printed-table-view.ts";

interface Printed extends PrintedPoint {
  readonly claim: string;
}

const mostLines = 15;

/**
 * The metrics of an experiment against each coordinate that took several values, with what is printed there. Metrics
 * between 0 and 1 share a plot if their lines are not too many; each other metric has its own, those first that most
 * claims are about.
 */
export function responseViews(paper: PaperAudit, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const coordinates = [...new Set(experiment.series.map(({ against }) => against))].sort();
  return coordinates.flatMap((against) => {
    const series = experiment.series.filter((one) => one.against === against);
    const shares = series.filter(({ metric }) => isShare(series, metric));
    const together = shares.length <= mostLines ? shares : [];
    const apart = new Set(series.filter((one) => !together.includes(one)).map(({ metric }) => metric));
    const claimed = (metric: string): number => claimsAbout(paper, experiment, metric);
    const place = `${paper.id}-${against.toLowerCase()}`;
    return [
      ...(together.length === 0 ? [] : [responseView(paper, experiment, `${place}-${number}`, against, together)]),
      ...[...apart]
        .sort((a, b) => claimed(b) - claimed(a))
        .map((metric) => {
          const alike = series.filter((one) => one.metric === metric);
          return responseView(paper, experiment, `${place}-${slug(metric)}-${number}`, against, alike);
        }),
    ];
  });
}

function claimsAbout({ claims }: PaperAudit, { pipeline, variant }: ExperimentAudit, metric: string): number {
  return claims.filter(
    ({ measurement }) =>
      measurement?.pipeline === pipeline && measurement.variant === variant && measurement.metric === metric,
  ).length;
}

function isShare(series: readonly Series[], metric: string): boolean {
  return series.every(
    (one) =>
      one.metric !== metric || one.points.every(({ values }) => values.every((value) => value >= 0 && value <= 1)),
  );
}

function responseView(
  paper: PaperAudit,
  experiment: ExperimentAudit,
  id: string,
  against: string,
  all: readonly Series[],
): DrawnPlot {
  const { series, notes } = chooseLines(all, experiment.freedoms);
  const told = tellApart(series.map(({ where }) => where));
  const metrics = [...new Set(series.map(({ metric }) => metric))];
  // Metrics between 0 and 1 are shown in percent, the unit that such papers print.
  const factor = all.every(({ metric }) => isShare(all, metric)) ? 100 : 1;
  const printed = printedPoints(paper, experiment, against, series, factor);
  const lines = series.map((one, index) => ({
    name: lineName(one.metric, told.labels[index] ?? "", metrics.length),
    points: one.points.map((point) => ({
      x: point.x,
      mean: point.mean * factor,
      values: point.values.map((value) => value * factor),
    })),
  }));
  const xAxis = wordsOf(against);
  const yAxis = `${metrics.join(", ")}${factor === 100 ? ", %" : ""}`;
  const what = metrics.length === 1 ? `${metrics[0]} by ${xAxis}` : xAxis;
  const title = `${capitalised(what)}: ${experimentTitle(experiment)}`;
  const description = [
    `${yAxis} against ${xAxis}.`,
    ...lines.map(
      ({ name, points }) => `${name}: ${points.map(({ x, mean }) => `${fixed(mean, 1)} at ${x}`).join(", ")}.`,
    ),
    ...printed.map(({ name }) => `Printed: ${name}.`),
  ].join(" ");
  return {
    pipeline: experiment.pipeline,
    kind: `measured against ${xAxis}`,
    view: {
      id,
      title,
      caption: [
        `Lines join the means over the seeds, dots are the seeds${printed.length === 0 ? "" : "; open squares mark what is printed"}.`,
        seedsText(experiment),
        ...told.notes,
        ...notes,
      ].join(" "),
      description,
      file: `plots/${id}.svg`,
      dataFile: `plots/${id}.csv`,
      svg: responsePlot({ id, title, description, xAxis, yAxis, lines, printed }),
    },
    data: csv(
      ["kind", "name", against, "value", "mean"],
      [
        ...lines.flatMap(({ name, points }) =>
          points.flatMap(({ x, values: seeds, mean }) => seeds.map((value) => ["seed", name, x, value, mean])),
        ),
        ...printed.map(({ claim, x, y }) => ["printed", claim, x, y, ""]),
      ],
    ),
  };
}

/** What the paper prints for this experiment at a place that a line passes through. */
function printedPoints(
  paper: PaperAudit,
  { pipeline, variant, dataset, protocol }: ExperimentAudit,
  against: string,
  series: readonly Series[],
  factor: number,
): readonly Printed[] {
  const points = paper.claims.flatMap(({ id, locus, measurement }) => {
    const x = measurement?.where[against];
    if (measurement?.reported === undefined || typeof x !== "number") return [];
    const same =
      measurement.pipeline === pipeline &&
      measurement.variant === variant &&
      measurement.dataset === dataset &&
      measurement.protocol === protocol &&
      series.some(({ metric, where }) => metric === measurement.metric && agrees(where, measurement.where));
    if (!same) return [];
    const { value, halfUnit } = measurement.reported;
    const y = factor === 100 && value <= 1 ? value * 100 : value;
    return [{ claim: id, name: `${fixed(value, decimalsOfHalfUnit(halfUnit))}, ${locus}`, x, y }];
  });
  return [...new Map(points.map((point) => [point.name, point])).values()].slice(0, 8);
}

function agrees(where: Series["where"], place: Series["where"]): boolean {
  return Object.entries(where).every(([name, value]) => place[name] === undefined || place[name] === value);
}

/** The axis names a metric that is the only one. */
function lineName(metric: string, setting: string, metrics: number): string {
  if (setting === "") return metric;
  return metrics === 1 ? setting : `${metric}, ${setting}`;
}

/** Of too many lines those at the first value of every further freedom, and of these the first ones. */
function chooseLines(
  all: readonly Series[],
  freedoms: ExperimentAudit["freedoms"],
): { readonly series: readonly Series[]; readonly notes: readonly string[] } {
  if (all.length <= mostLines) return { series: all, notes: [] };
  const fixed = Object.fromEntries(
    freedoms.flatMap(({ name, values: [first] }) =>
      first !== undefined && all.some(({ where }) => where[name] === first) ? [[name, first]] : [],
    ),
  );
  const chosen = all.filter(({ where }) => agrees(where, fixed));
  const series = (chosen.length === 0 ? all : chosen).slice(0, mostLines);
  const which = Object.keys(fixed).length === 0 ? "the first" : "those at the first value of each further freedom";
  return { series, notes: [`Of ${all.length} lines ${series.length} are drawn: ${which}.`] };
}
