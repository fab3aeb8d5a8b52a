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

/** A title and, below it, what the picture is of. */
export function heading(title: string, subtitle: string, width: number): readonly string[] {
  return [
    label(fitted(title, width - 24, 14), 12, 20, { size: 14, bold: true }),
    label(fitted(subtitle, width - 24, 11), 12, 37, { size: 11, soft: true }),
  ];
}

/** Wider than the average letter of any common font. */
const emPerCharacter = 0.57;

/** A width that the text stays below in any common font. */
export function textWidth(text: string, size = 12): number {
  return [...text].length * size * emPerCharacter;
}

/** The text cut with an ellipsis where it would run over. */
export function fitted(text: string, width: number, size = 12): string {
  const most = Math.max(2, Math.floor(width / (size * emPerCharacter)));
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
  const written = simplified(points, 0.2).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
  const distinct = written.filter((point, index) => point !== written[index - 1]);
  return element("polyline", { points: distinct.join(" "), fill: "none", ...attributes });
}

type Point = readonly [number, number];

/** Ramer, Douglas and Peucker: no dropped point lies farther than the tolerance from the line that is drawn. */
function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [first, last] = span;
    const from = points[first];
    const to = points[last];
    if (from === undefined || to === undefined) continue;
    let farthest = first;
    let distance = tolerance;
    for (let index = first + 1; index < last; index++) {
      const here = distanceToSegment(points[index] ?? from, from, to);
      if (here > distance) [farthest, distance] = [index, here];
    }
    if (farthest === first) continue;
    kept.add(farthest);
    open.push([first, farthest], [farthest, last]);
  }
  return points.filter((_, index) => kept.has(index));
}

function distanceToSegment([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - along * (x2 - x1), y - y1 - along * (y2 - y1));
}

function pixels(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`plot: ${value} is no position`);
  return String(Math.round(value * 100) / 100);
}
