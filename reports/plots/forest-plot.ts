import { bottomAxis } from "./axis.ts";
import { bandInk, ink, observedInk } from "./palette.ts";
import { linearScale, type Scale } from "./scale.ts";
import { drawing, element, fitted, label, textWidth } from "./svg.ts";

/** One claim under one setting of the freedoms: what is printed beside what our seeds gave. */
export interface ForestRow {
  /** What was measured, from the general to the special; at most three lines. */
  readonly labels: readonly string[];
  readonly printed: number;
  /** The printed ±, or half a unit of the last digit. */
  readonly printedHalfWidth: number;
  readonly margin?: number;
  readonly seeds: readonly number[];
  readonly mean: number;
  readonly interval?: { readonly lower: number; readonly upper: number };
  /** `note` stands below the label: what the verdict is over. */
  readonly verdict: { readonly symbol: string; readonly label: string; readonly note?: string };
}

export interface ForestPlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly axis: string;
  readonly rows: readonly ForestRow[];
}

const width = 760;
const plotArea = { left: 262, right: 548 };
const top = 58;

/** Printed values with their rounding or spread and margin against our seeds, a row each, on one axis. */
export function forestPlot({ rows, axis, ...names }: ForestPlot): string {
  const rowHeight = rows.some(({ labels }) => labels.length > 2) ? 54 : 42;
  const bottom = top + rows.length * rowHeight;
  const scale = linearScale(rows.flatMap(extent), [plotArea.left + 8, plotArea.right - 8]);
  return drawing({ ...names, width, height: bottom + 46 }, [
    label(names.title, 12, 20, { size: 14, bold: true }),
    ...legend(),
    ...rows.flatMap((_, index) =>
      index % 2 === 1
        ? [
            element("rect", {
              class: "stripe",
              x: 0,
              y: top + index * rowHeight,
              width,
              height: rowHeight,
              fill: "#f6f8fa",
            }),
          ]
        : [],
    ),
    ...bottomAxis(scale, { ...plotArea, top, bottom }, axis),
    ...rows.flatMap((row, index) => drawRow(row, top + index * rowHeight, rowHeight, scale)),
  ]);
}

function drawRow(row: ForestRow, y: number, rowHeight: number, scale: Scale): readonly string[] {
  const middle = y + rowHeight / 2;
  const printedAt = middle - 8;
  const oursAt = middle + 9;
  const labelWidth = plotArea.left - 24;
  return [
    ...row.labels.map((text, index) => {
      const size = index === 0 ? 12 : 11;
      const lineAt = middle + 4 + (index - (row.labels.length - 1) / 2) * 15;
      return label(fitted(text, labelWidth, size), 12, lineAt, { size, soft: index > 0 });
    }),
    ...(row.margin === undefined
      ? []
      : [band(scale.at(row.printed - row.margin), scale.at(row.printed + row.margin), y + 4, rowHeight - 8)]),
    rule(scale.at(row.printed - row.printedHalfWidth), scale.at(row.printed + row.printedHalfWidth), printedAt, ink),
    element("rect", {
      class: "mark-fill",
      x: scale.at(row.printed) - 1.25,
      y: printedAt - 7,
      width: 2.5,
      height: 14,
      fill: ink,
    }),
    ...row.seeds.map((seed) => dot(scale.at(seed), oursAt)),
    ...(row.interval === undefined
      ? []
      : [rule(scale.at(row.interval.lower), scale.at(row.interval.upper), oursAt, observedInk)]),
    diamond(scale.at(row.mean), oursAt),
    ...drawVerdict(row.verdict, middle),
  ];
}

function drawVerdict({ symbol, label: word, note }: ForestRow["verdict"], middle: number): readonly string[] {
  const at = note === undefined ? middle + 4 : middle - 3.5;
  const x = plotArea.right + 30;
  const space = width - x - 6;
  return [
    label(symbol, plotArea.right + 12, at, { size: 13, symbol: true }),
    label(fitted(word, space, 11), x, at, { size: 11 }),
    ...(note === undefined ? [] : [label(fitted(note, space, 11), x, at + 15, { size: 11, soft: true })]),
  ];
}

function legend(): readonly string[] {
  const y = 40;
  const entries: readonly (readonly [string, (x: number) => readonly string[]])[] = [
    [
      "printed, ± or rounding",
      (x) => [
        rule(x, x + 20, y, ink),
        element("rect", { class: "mark-fill", x: x + 8.75, y: y - 6, width: 2.5, height: 12, fill: ink }),
      ],
    ],
    ["margin", (x) => [band(x, x + 20, y - 6, 12)]],
    ["one seed", (x) => [dot(x + 10, y)]],
    ["our mean, 95 % interval", (x) => [rule(x, x + 20, y, observedInk), diamond(x + 10, y)]],
  ];
  const drawn: string[] = [];
  let x = 12;
  for (const [text, sample] of entries) {
    drawn.push(...sample(x), label(text, x + 26, y + 4, { size: 11, soft: true }));
    x += 26 + textWidth(text, 11) + 14;
  }
  return drawn;
}

function rule(from: number, to: number, y: number, colour: string): string {
  return element("line", {
    class: colour === ink ? "mark" : "lit",
    x1: from,
    x2: to,
    y1: y,
    y2: y,
    stroke: colour,
    "stroke-width": 1.5,
  });
}

function band(from: number, to: number, y: number, height: number): string {
  return element("rect", { class: "band", x: from, y, width: to - from, height, rx: 2, fill: bandInk });
}

function dot(x: number, y: number): string {
  return element("circle", { class: "lit", cx: x, cy: y, r: 3, fill: observedInk, "fill-opacity": 0.4 });
}

function diamond(x: number, y: number): string {
  const d = `M${(x - 5).toFixed(1)} ${y}L${x.toFixed(1)} ${y - 5}L${(x + 5).toFixed(1)} ${y}L${x.toFixed(1)} ${y + 5}Z`;
  return element("path", { class: "lit edge", d, fill: observedInk, stroke: "#fff", "stroke-width": 1 });
}

function extent({ printed, printedHalfWidth, margin = 0, seeds, interval }: ForestRow): readonly number[] {
  const half = Math.max(printedHalfWidth, margin);
  return [
    printed - half,
    printed + half,
    ...seeds,
    ...(interval === undefined ? [] : [interval.lower, interval.upper]),
  ];
}
