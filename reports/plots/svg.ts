import { escapeHtml } from "../templating/html-format.ts";

type Attributes = Readonly<Record<string, string | number>>;

/** One element as text; numbers to a hundredth of a pixel, so that the same plot is the same bytes everywhere. */
export function element(name: string, attributes: Attributes, children: readonly string[] = []): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${typeof value === "number" ? pixels(value) : escapeHtml(value)}"`,
  );
  return children.length === 0
    ? `<${name}${written.join("")}/>`
    : `<${name}${written.join("")}>${children.join("")}</${name}>`;
}

export interface TextStyle {
  readonly anchor?: "start" | "middle" | "end";
  readonly size?: number;
  readonly soft?: boolean;
  readonly bold?: boolean;
  /** For signs that text fonts lack. */
  readonly symbol?: boolean;
}

export function label(
  text: string,
  x: number,
  y: number,
  { anchor = "start", size = 12, soft = false, bold = false, symbol = false }: TextStyle = {},
): string {
  return element(
    "text",
    {
      class: soft ? "soft" : "ink",
      x,
      y,
      "font-size": size,
      fill: soft ? "#59636e" : "#1d2329",
      ...(anchor === "start" ? {} : { "text-anchor": anchor }),
      ...(bold ? { "font-weight": "bold" } : {}),
      ...(symbol ? { "font-family": "DejaVu Sans Mono" } : {}),
    },
    [escapeHtml(text)],
  );
}

export interface Drawing {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
}

/** A whole picture: it names itself to readers who do not see it. */
export function drawing({ id, title, description, width, height }: Drawing, children: readonly string[]): string {
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${pixels(width)} ${pixels(height)}`,
      width,
      height,
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": "Libertinus Serif, Georgia, serif",
    },
    [
      element("title", { id: `${id}-title` }, [escapeHtml(title)]),
      element("desc", { id: `${id}-desc` }, [escapeHtml(description)]),
      element("rect", { class: "paper", width, height, fill: "#fff" }),
      ...children,
    ],
  );
}

/** A width that the text stays below in any common font. */
export function textWidth(text: string, size = 12): number {
  return [...text].length * size * 0.6;
}

/** The text cut with an ellipsis where it would run over. */
export function fitted(text: string, width: number, size = 12): string {
  const most = Math.max(2, Math.floor(width / (size * 0.6)));
  const characters = [...text];
  return characters.length <= most
    ? text
    : `${characters
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;
}

/** A polyline through the points, those dropped that no reader could tell from a straight line. */
export function polyline(points: readonly (readonly [number, number])[], attributes: Attributes): string {
  const kept = points.filter(([x, y], index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    const area = (x - before[0]) * (after[1] - before[1]) - (after[0] - before[0]) * (y - before[1]);
    return Math.abs(area) > 0.02;
  });
  const written = kept.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const distinct = written.filter((point, index) => point !== written[index - 1]);
  return element("polyline", { points: distinct.join(" "), fill: "none", ...attributes });
}

function pixels(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`plot: ${value} is no position`);
  return String(Math.round(value * 100) / 100);
}
