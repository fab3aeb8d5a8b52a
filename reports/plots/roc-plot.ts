import { bottomAxis, leftAxis } from "./axis.ts";
import { axisInk, lineStyle } from "./palette.ts";
import { linearScale } from "./scale.ts";
import { drawing, element, fitted, label, polyline } from "./svg.ts";

export interface RocPanel {
  readonly title: string;
  /** The n-th curve of every panel has the n-th style and stands once in the legend. */
  readonly curves: readonly { readonly name: string; readonly points: readonly (readonly [number, number])[] }[];
}

export interface RocPlot {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly legendTitle: string;
  readonly panels: readonly RocPanel[];
}

const side = 250;
const gap = { x: 62, y: 84 };
const origin = { x: 50, y: 74 };

/** ROC curves, a panel for each setting, the diagonal of a blind guess dashed. */
export function rocPlot({ panels, legendTitle, ...names }: RocPlot): string {
  const columns = Math.min(2, panels.length);
  const rows = Math.ceil(panels.length / columns);
  const legendAt = origin.x + columns * side + (columns - 1) * gap.x + 28;
  const curveNames = panels.reduce<readonly string[]>(
    (longest, { curves }) => (curves.length > longest.length ? curves.map(({ name }) => name) : longest),
    [],
  );
  return drawing(
    { ...names, width: Math.max(legendAt + 150, 760), height: origin.y + rows * side + (rows - 1) * gap.y + 50 },
    [
      label(names.title, 12, 20, { size: 14, bold: true }),
      ...panels.flatMap((panel, index) =>
        drawPanel(
          panel,
          origin.x + (index % columns) * (side + gap.x),
          origin.y + Math.floor(index / columns) * (side + gap.y),
        ),
      ),
      label(legendTitle, legendAt, origin.y + 8, { size: 11, soft: true }),
      ...curveNames.flatMap((name, index) => {
        const y = origin.y + 26 + index * 18;
        const { colour, dash } = lineStyle(index);
        return [
          element("line", {
            class: "lit",
            x1: legendAt,
            x2: legendAt + 24,
            y1: y,
            y2: y,
            stroke: colour,
            "stroke-width": 2,
            ...dashed(dash),
          }),
          label(fitted(name, 110, 11), legendAt + 32, y + 4, { size: 11 }),
        ];
      }),
    ],
  );
}

function drawPanel({ title, curves }: RocPanel, left: number, top: number): readonly string[] {
  const frame = { left, right: left + side, top, bottom: top + side };
  const x = linearScale([0, 1], [frame.left, frame.right], 5);
  const y = linearScale([0, 1], [frame.bottom, frame.top], 5);
  return [
    label(fitted(title, side + 30, 12), left - 30, top - 32),
    ...bottomAxis(x, frame, "false positive rate"),
    ...leftAxis(y, frame, "true positive rate"),
    element("line", {
      class: "axis",
      x1: frame.left,
      y1: frame.bottom,
      x2: frame.right,
      y2: frame.top,
      stroke: axisInk,
      "stroke-dasharray": "4 4",
    }),
    ...curves.map(({ points }, index) => {
      const { colour, dash } = lineStyle(index);
      const placed = points.map(([fpr, tpr]): [number, number] => [x.at(fpr), y.at(tpr)]);
      return polyline(placed, { class: "lit", stroke: colour, "stroke-width": 1.6, ...dashed(dash) });
    }),
  ];
}

function dashed(dash: string): Readonly<Record<string, string>> {
  return dash === "" ? {} : { "stroke-dasharray": dash };
}
