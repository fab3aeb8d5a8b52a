import type { LineStyle } from "./palette.ts";
import { element } from "./svg.ts";

type Points = readonly (readonly [number, number])[];

/** Points as one path. A dashed style has open squares and a dotted one crosses, so that no class is told by colour alone. */
export function dots(points: Points, { colour, dash }: LineStyle): string {
  const shape = dash === "" ? "h0" : dash.startsWith("6") ? "m-2 -2h4v4h-4z" : "m-2 -2l4 4m0-4l-4 4";
  const drawn = points.map(([x, y]) => `M${x.toFixed(1)} ${y.toFixed(1)}${shape}`).join("");
  const pen = dash === "" ? { "stroke-width": 4, "stroke-linecap": "round" } : { "stroke-width": 1 };
  return element("path", { class: "lit", d: drawn, fill: "none", stroke: colour, ...pen, "stroke-opacity": 0.65 });
}

/** Three points for a legend. */
export function dotsSample(x: number, y: number, style: LineStyle): string {
  return dots(
    [
      [x - 8, y],
      [x, y],
      [x + 8, y],
    ],
    style,
  );
}
