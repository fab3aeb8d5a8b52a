import type { ExperimentAudit, PaperAudit, Series } from "../../src/audit/audit.ts";
import type { Coordinates } from "../../src/paper/experiment.ts";
import { type PrintedPoint, responsePlot } from "../plots/response-plot.ts";
import { commonOf, commonText, settingWithout } from "./common-setting.ts";
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
 * between 0 and 1 share a plot, each other metric has its own.
 */
export function responseViews(paper: PaperAudit, experiment: ExperimentAudit, number: number): readonly DrawnPlot[] {
  const coordinates = [...new Set(experiment.series.map(({ against }) => against))].sort();
  return coordinates.flatMap((against) => {
    const series = experiment.series.filter((one) => one.against === against);
    const others = [...new Set(series.flatMap(({ metric }) => (isShare(series, metric) ? [] : [metric])))];
    const shares = series.filter(({ metric }) => !others.includes(metric));
    const place = `${paper.id}-${against.toLowerCase()}`;
    return [
      ...(shares.length === 0 ? [] : [responseView(paper, experiment, `${place}-${number}`, against, shares)]),
      ...others.map((metric) => {
        const alike = series.filter((one) => one.metric === metric);
        return responseView(paper, experiment, `${place}-${slug(metric)}-${number}`, against, alike);
      }),
    ];
  });
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
  const common = commonOf(series.map(({ where }) => where));
  // Metrics between 0 and 1 are shown in percent, the unit that such papers print.
  const factor = all.every(({ metric }) => isShare(all, metric)) ? 100 : 1;
  const printed = printedPoints(paper, experiment, against, series, factor);
  const lines = series.map((one) => ({
    name: lineName(one, common),
    points: one.points.map((point) => ({
      x: point.x,
      mean: point.mean * factor,
      values: point.values.map((value) => value * factor),
    })),
  }));
  const xAxis = wordsOf(against);
  const yAxis = `${[...new Set(series.map(({ metric }) => metric))].join(", ")}${factor === 100 ? ", %" : ""}`;
  const title = `${capitalised(wordsOf(against))}: ${experimentTitle(experiment)}`;
  const description = [
    ...lines.map(
      ({ name, points }) => `${name}: ${points.map(({ x, mean }) => `${fixed(mean, 1)} at ${x}`).join(", ")}.`,
    ),
    ...printed.map(({ name }) => `Printed: ${name}.`),
  ].join(" ");
  return {
    pipeline: experiment.pipeline,
    kind: `${yAxis} against ${xAxis}`,
    view: {
      id,
      title,
      caption: [
        "Lines join the means over the seeds, dots are the seeds; open squares mark what is printed.",
        seedsText(experiment),
        ...commonText(common),
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

function lineName({ metric, where }: Series, common: Coordinates): string {
  const own = settingWithout(where, common);
  return own === "" ? metric : `${metric}, ${own}`;
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
