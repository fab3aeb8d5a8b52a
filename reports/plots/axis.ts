import { axisInk, gridInk } from "./palette.ts";
import type { Scale } from "./scale.ts";
import { element, label } from "./svg.ts";

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Vertical grid lines with labels and a title below. */
export function bottomAxis(scale: Scale, { left, right, top, bottom }: Frame, title: string): readonly string[] {
  return [
    ...scale.ticks.flatMap(({ value, label: text }) => {
      const x = scale.at(value);
      return [
        element("line", { class: "grid", x1: x, x2: x, y1: top, y2: bottom, stroke: gridInk }),
        ...(text === "" ? [] : [label(text, x, bottom + 16, { anchor: "middle", size: 11, soft: true })]),
      ];
    }),
    element("line", { class: "axis", x1: left, x2: right, y1: bottom, y2: bottom, stroke: axisInk }),
    label(title, (left + right) / 2, bottom + 34, { anchor: "middle", size: 12, soft: true }),
  ];
}

/** Horizontal grid lines with labels on the left; the title stands above, where it is read without turning the head. */
export function leftAxis(scale: Scale, { left, right, top, bottom }: Frame, title: string): readonly string[] {
  return [
    ...scale.ticks.flatMap(({ value, label: text }) => {
      const y = scale.at(value);
      return [
        element("line", { class: "grid", x1: left, x2: right, y1: y, y2: y, stroke: gridInk }),
        label(text, left - 7, y + 4, { anchor: "end", size: 11, soft: true }),
      ];
    }),
    element("line", { class: "axis", x1: left, x2: left, y1: top, y2: bottom, stroke: axisInk }),
    ...(title === "" ? [] : [label(title, left - 30, top - 12, { size: 12, soft: true })]),
  ];
}
