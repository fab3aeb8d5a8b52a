import { bottomAxis, leftAxis } from "./axis.ts";
import { ink, type LineStyle, lineStyle } from "./palette.ts";
import { linearScale, logScale, type Scale, spansFarther } from "./scale.ts";
import { drawing, element, fitted, label, polyline } from "./svg.ts";

interface ResponseLine {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly values: readonly number[]; readonly mean: number }[];
}

export interface PrintedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export interface ResponsePlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly xAxis: string;
  readonly yAxis: string;
  readonly lines: readonly ResponseLine[];
  readonly printed: readonly PrintedPoint[];
}

const width = 760;
const frame = { left: 58, right: 506, top: 66, bottom: 336 };
const labelsAt = frame.right + 16;
const lineHeight = 17;

/** A metric against a coordinate, on a logarithmic axis where it spans more than a power of ten: means over the seeds as lines, seeds as dots, printed values marked. */
export function responsePlot({ lines, printed, xAxis, yAxis, ...names }: ResponsePlot): string {
  const xs = [...lines.flatMap(({ points }) => points.map(({ x }) => x)), ...printed.map(({ x }) => x)];
  const ys = [
    ...lines.flatMap(({ points }) => points.flatMap(({ values, mean }) => [...values, mean])),
    ...printed.map(({ y }) => y),
  ];
  const logarithmic = spansFarther(xs, 10);
  const across = [frame.left + 16, frame.right - 16] as const;
  const x = logarithmic ? logScale(xs, across, 7.5) : linearScale(xs, across, 6, xs.every(Number.isInteger));
  const y = linearScale(ys, [frame.bottom, frame.top]);
  const labels = spread([
    ...lines.map(({ name, points }, index) => ({
      name,
      y: y.at(points.at(-1)?.mean ?? 0),
      style: lineStyle(index),
      printed: false,
    })),
  ]);
  return drawing(
    { ...names, width, height: frame.bottom + 50 + (printed.length > 0 ? 16 + printed.length * lineHeight : 0) },
    [
      label(names.title, 12, 20, { size: 14, bold: true }),
      ...bottomAxis(x, frame, `${xAxis}${logarithmic ? " (logarithmic)" : ""}`),
      ...leftAxis(y, frame, fitted(yAxis, frame.right - frame.left)),
      ...lines.flatMap((line, index) => drawLine(line, x, y, lineStyle(index))),
      ...printed.flatMap((point, index) => drawPrinted(String.fromCharCode(97 + index), x.at(point.x), y.at(point.y))),
      ...labels.flatMap(({ name, at, y: end, style }) => [
        element("line", { class: "grid", x1: frame.right - 10, x2: labelsAt - 3, y1: end, y2: at, stroke: "#c3cad2" }),
        element("line", {
          class: "lit",
          x1: labelsAt,
          x2: labelsAt + 18,
          y1: at,
          y2: at,
          stroke: style.colour,
          "stroke-width": 2,
          ...dashed(style.dash),
        }),
        label(fitted(name, width - labelsAt - 28, 11), labelsAt + 24, at + 4, { size: 11 }),
      ]),
      ...printed.flatMap(({ name }, index) => {
        const at = frame.bottom + 58 + index * lineHeight;
        return [
          ...drawPrinted(String.fromCharCode(97 + index), frame.left + 6, at - 4),
          label(fitted(`printed: ${name}`, 660, 11), frame.left + 32, at, { size: 11 }),
        ];
      }),
    ],
  );
}

function drawLine({ points }: ResponseLine, x: Scale, y: Scale, { colour, dash }: LineStyle): readonly string[] {
  return [
    ...points.flatMap(({ x: at, values }) =>
      values.map((value) =>
        element("circle", { class: "lit", cx: x.at(at), cy: y.at(value), r: 2.4, fill: colour, "fill-opacity": 0.35 }),
      ),
    ),
    polyline(
      points.map(({ x: at, mean }): [number, number] => [x.at(at), y.at(mean)]),
      { class: "lit", stroke: colour, "stroke-width": 2, ...dashed(dash) },
    ),
  ];
}

/** An open square with its letter on the side that is free. */
function drawPrinted(letter: string, x: number, y: number): readonly string[] {
  return [
    element("rect", {
      class: "mark",
      x: x - 5,
      y: y - 5,
      width: 10,
      height: 10,
      fill: "none",
      stroke: ink,
      "stroke-width": 1.8,
    }),
    label(letter, x + 9, y + 4, { size: 12, bold: true }),
  ];
}

/** Labels pushed apart until none overlaps, each as near its line's end as it can be. */
function spread<Item extends { readonly y: number }>(
  items: readonly Item[],
): readonly (Item & { readonly at: number })[] {
  const sorted = [...items].sort((a, b) => a.y - b.y);
  const placed: (Item & { at: number })[] = [];
  for (const item of sorted) {
    const above = placed.at(-1);
    placed.push({ ...item, at: above === undefined ? item.y : Math.max(item.y, above.at + lineHeight) });
  }
  // What was pushed below the frame goes back, and pushes what is above it.
  let limit = frame.bottom;
  for (const item of placed.toReversed()) {
    item.at = Math.min(item.at, limit);
    limit = item.at - lineHeight;
  }
  return placed;
}

function dashed(dash: string): Readonly<Record<string, string>> {
  return dash === "" ? {} : { "stroke-dasharray": dash };
}
