/** Colours that stay apart for colour-blind readers and in grey (after Okabe and Ito); dashes tell lines apart without them. */
export const ink = "#1d2329";
export const gridInk = "#e1e5ea";
export const axisInk = "#8a949e";
export const bandInk = "#d9e3ee";
export const observedInk = "#0072b2";

const lineColours = ["#0072b2", "#d55e00", "#009e73", "#a8487f", "#b07d00", "#6b7480"] as const;
const lineDashes = ["", "6 3", "2 2.5"] as const;

export interface LineStyle {
  readonly colour: string;
  readonly dash: string;
}

/** The style of the n-th of so many lines: of a few, colour and dash differ; of more, all colours solid first, then dashed. */
export function lineStyle(index: number, lines = Number.POSITIVE_INFINITY): LineStyle {
  const round = lines <= lineDashes.length ? index : Math.floor(index / lineColours.length);
  return {
    colour: lineColours[index % lineColours.length] ?? observedInk,
    dash: lineDashes[round % lineDashes.length] ?? "",
  };
}
