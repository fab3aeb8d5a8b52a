import { bottomAxis, leftAxis } from "./axis.ts";
import { dots, dotsSample } from "./dots.ts";
import { axisInk, ink, type LineStyle } from "./palette.ts";
import { linearScale, powersScale, type Scale, spansFarther } from "./scale.ts";
import { drawing, element, fitted, heading, label, polyline, textWidth } from "./svg.ts";

type Points = readonly (readonly [number, number])[];

/** One line, outline or cloud of points; which, says the legend's entry of that number. */
export interface PanelSeries {
  readonly entry: number;
  readonly points: Points;
}

export interface Panel {
  readonly title: string;
  readonly series: readonly PanelSeries[];
  /** A vertical line where a score is told from another, and its value in words. */
  readonly threshold?: { readonly at: number; readonly text: string };
}

export interface PanelAxis {
  readonly title: string;
  /** The values that the axis spans in every panel; without them, those of the panel's points. */
  readonly span?: readonly number[];
}

export interface PanelPlot {
  readonly id: string;
  readonly title: string;
  /** What the figure is of, below its title. */
  readonly subtitle: string;
  readonly description: string;
  readonly x: PanelAxis;
  /** Logarithmic in a panel whose values are positive and some of them fifty times others, where `mayBeLogarithmic`. */
  readonly y: PanelAxis & { readonly mayBeLogarithmic?: boolean };
  readonly mark: "line" | "steps" | "dots";
  /** Several thin lines of one entry, as of several seeds. */
  readonly thin?: boolean;
  /** The dashed diagonal of a blind guess. */
  readonly diagonal?: boolean;
  readonly legend: {
    readonly title: string;
    readonly entries: readonly { readonly name: string; readonly style: LineStyle }[];
  };
  readonly panels: readonly Panel[];
}

const square = { width: 250, height: 250 };
const loneSquare = { width: 300, height: 300 };
const flat = { width: 250, height: 170 };
const loneFlat = { width: 520, height: 220 };
const gap = { x: 62, y: 96 };
const origin = { x: 50, y: 94 };
const mostLegendWidth = 200;
const leastWidth = 760;

/** Curves, outlines of histograms or points, a panel for each setting and one legend for all. */
export function panelPlot(plot: PanelPlot): string {
  const { panels, mark, id, title, subtitle, description } = plot;
  const columns = Math.min(2, panels.length);
  const rows = Math.ceil(panels.length / columns);
  // Rates and places have two equal axes; what has none may be flat.
  const isSquare = mark === "dots" || plot.y.span !== undefined;
  const size = isSquare ? (columns === 1 ? loneSquare : square) : columns === 1 ? loneFlat : flat;
  const legend = drawLegend(plot, origin.x + columns * size.width + (columns - 1) * gap.x + 28);
  const width = Math.max(leastWidth, legend.right);
  const height = Math.max(origin.y + rows * size.height + (rows - 1) * gap.y + 50, legend.bottom);
  return drawing({ id, title: `${title}: ${subtitle}`, description, width, height }, [
    ...heading(title, subtitle, width),
    ...panels.flatMap((panel, index) => {
      const left = origin.x + (index % columns) * (size.width + gap.x);
      const top = origin.y + Math.floor(index / columns) * (size.height + gap.y);
      return drawPanel(panel, plot, { left, right: left + size.width, top, bottom: top + size.height });
    }),
    ...legend.drawn,
  ]);
}

/** What tells lines apart; one line alone needs no legend. */
function drawLegend({ legend: { title, entries }, mark }: PanelPlot, left: number) {
  if (entries.length < 2) return { drawn: [], right: left, bottom: 0 };
  const top = origin.y + 8;
  // Beside a lone panel the figure leaves more room than beside several.
  const most = Math.max(mostLegendWidth, leastWidth - left - 40);
  const room = Math.min(most, Math.max(...entries.map(({ name }) => textWidth(name, 11) + 1)));
  const drawn = entries.flatMap(({ name, style }, index) => {
    const y = top + (index + 1) * 18;
    const sample: Points = [
      [left, y],
      [left + 24, y],
    ];
    return [
      mark === "dots" ? dotsSample(left + 12, y, style) : stroke(sample, style, 2),
      label(fitted(name, room, 11), left + 32, y + 4, { size: 11 }),
    ];
  });
  return {
    drawn: [label(title, left, top, { size: 11, soft: true }), ...drawn],
    right: left + 32 + room + 8,
    bottom: top + (entries.length + 1) * 18,
  };
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function drawPanel(panel: Panel, plot: PanelPlot, frame: Frame): readonly string[] {
  const { title, threshold } = panel;
  const outlines = panel.series.map(({ entry, points }) => ({
    style: plot.legend.entries[entry]?.style ?? { colour: ink, dash: "" },
    points: plot.mark === "steps" ? outline(points) : points,
  }));
  const xs = [...outlines.flatMap(({ points }) => points.map(([x]) => x)), ...(threshold ? [threshold.at] : [])];
  const ys = outlines.flatMap(({ points }) => points.map(([, y]) => y));
  const counts = plot.mark === "line" && plot.x.span === undefined && xs.every(Number.isInteger);
  const x = linearScale(plot.x.span ?? xs, [frame.left, frame.right], 5, counts);
  const logarithmic = plot.y.mayBeLogarithmic === true && spansFarther(ys, 50);
  const y = (logarithmic ? powersScale : linearScale)(plot.y.span ?? ys, [frame.bottom, frame.top], 5);
  const width = frame.right - frame.left;
  return [
    ...(title === "" ? [] : [label(fitted(title, width + 30, 12), frame.left - 30, frame.top - 32)]),
    ...bottomAxis(x, frame, fitted(plot.x.title, width)),
    ...leftAxis(
      y,
      frame,
      fitted(`${plot.y.title}${logarithmic ? " (logarithmic)" : ""}`, width - (threshold ? 110 : 0)),
    ),
    ...(plot.diagonal === true ? [diagonal(frame)] : []),
    ...outlines.map(({ points, style }) => {
      const placed = points.map(([at, value]): [number, number] => [x.at(at), y.at(value)]);
      if (plot.mark === "dots") return dots(placed, style);
      return stroke(placed, style, plot.thin === true ? 1.1 : 1.6);
    }),
    ...(threshold === undefined ? [] : drawThreshold(threshold, x, frame)),
  ];
}

function diagonal({ left, right, top, bottom }: Frame): string {
  const dashes = { stroke: axisInk, "stroke-dasharray": "4 4" };
  return element("line", { class: "axis", x1: left, y1: bottom, x2: right, y2: top, ...dashes });
}

/** The line, and its value above the frame on the side where the other axis has no title. */
function drawThreshold({ at, text }: NonNullable<Panel["threshold"]>, x: Scale, { right, top, bottom }: Frame) {
  const place = { x1: x.at(at), x2: x.at(at), y1: top, y2: bottom };
  return [
    element("line", { class: "mark", ...place, stroke: ink, "stroke-width": 1.4, "stroke-dasharray": "5 3" }),
    label(text, right, top - 12, { anchor: "end", size: 11 }),
  ];
}

function stroke(points: Points, { colour, dash }: LineStyle, width: number): string {
  const dashed: Readonly<Record<string, string>> = dash === "" ? {} : { "stroke-dasharray": dash };
  return polyline(points, { class: "lit", stroke: colour, "stroke-width": width, ...dashed });
}

/** From middles of bins to a line along their tops; edges lie half-way between middles. */
function outline(points: Points): Points {
  const edge = (index: number): number => {
    const [before, after] = [points[index - 1]?.[0], points[index]?.[0]];
    if (before !== undefined && after !== undefined) return (before + after) / 2;
    if (after !== undefined) return after - ((points[1]?.[0] ?? after + 1) - after) / 2;
    const last = before ?? 0;
    return last + (last - (points.at(-2)?.[0] ?? last - 1)) / 2;
  };
  return [
    [edge(0), 0],
    ...points.flatMap(
      ([, y], index): Points => [
        [edge(index), y],
        [edge(index + 1), y],
      ],
    ),
    [edge(points.length), 0],
  ];
}
