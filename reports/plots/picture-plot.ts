import type { Picture } from "../../src/paper/experiment.ts";
import type { PictureSheet } from "./picture-sheet.ts";
import { drawing, element, fitted, heading, label, textWidth } from "./svg.ts";

export interface PicturePlot {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly picture: Picture;
  readonly sheet: PictureSheet;
  /** The sheet as a PNG file. */
  readonly png: Uint8Array;
}

const leastWidth = 760;
const mostWidth = 1100;
const margin = 12;
const top = 88;
const mostLabelWidth = 150;
/** Of all images together, where they stay large enough. */
const mostHeight = 560;
/** Sides of an image that a reader can make out, and that is not too large. */
const side = { least: 48, most: 112 };
const size = 11;

/** A picture with its rows' labels on the left and its columns' above, every pixel enlarged alike. */
export function picturePlot({ picture, sheet, png, subtitle, ...names }: PicturePlot): string {
  const { rows, columns } = picture;
  const labelWidth = Math.min(mostLabelWidth, Math.max(0, ...rows.map((row) => textWidth(row, size))));
  const left = margin + labelWidth + (labelWidth > 0 ? 10 : 0);
  const scale = scaleFor(picture, sheet, left + margin);
  const drawn = { width: sheet.raster.width * scale, height: sheet.raster.height * scale };
  const width = Math.max(leastWidth, left + drawn.width + margin);
  const height = top + drawn.height + margin;
  return drawing({ ...names, title: `${names.title}: ${subtitle}`, width, height }, [
    ...heading(names.title, subtitle, width),
    ...columns.flatMap((column, index) =>
      columns.length === 1
        ? aboveColumn(column, left, width - margin - left, "start")
        : aboveColumn(
            column,
            left + (index * sheet.step.x + picture.width / 2) * scale,
            sheet.step.x * scale,
            "middle",
          ),
    ),
    ...rows.flatMap((row, index) => {
      const middle = top + (index * sheet.step.y + picture.height / 2) * scale + 4;
      const text = fitted(row, mostLabelWidth, size);
      return row === "" ? [] : [label(text, left - 10, middle, { anchor: "end", size, soft: true })];
    }),
    element("image", {
      x: left,
      y: top,
      ...drawn,
      "image-rendering": "pixelated",
      href: `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
    }),
  ]);
}

/** A label of at most two lines; none where there is no room for a letter. */
function aboveColumn(text: string, x: number, room: number, anchor: "start" | "middle"): readonly string[] {
  if (text.trim() === "" || room < 16) return [];
  const lines = inTwoLines(text, room - 4);
  return lines.map((line, index) => {
    const y = top - 9 - (lines.length - 1 - index) * 14;
    return label(fitted(line, room - 4, size), x, y, { anchor, size, soft: true });
  });
}

/** As many words as fit, then the rest; hyphens and slashes end words, too. */
function inTwoLines(text: string, room: number): readonly string[] {
  const words = text.match(/[^\s/-]+[/-]*\s*|\S+\s*/g) ?? [text];
  let first = "";
  while (words.length > 0 && (first === "" || textWidth((first + words[0]).trimEnd(), size) <= room))
    first += words.shift() ?? "";
  const rest = words.join("");
  return rest === "" ? [first] : [first.trimEnd(), rest];
}

/** Whole pixels where there is room for that; wider than usual where images would be too small to make out. */
function scaleFor({ height, width }: Picture, { raster }: PictureSheet, beside: number): number {
  const longer = Math.max(height, width);
  const usual = Math.floor(
    Math.min((leastWidth - beside) / raster.width, mostHeight / raster.height, side.most / longer),
  );
  if (usual * longer >= side.least) return usual;
  const wanted = Math.max(1, Math.ceil(side.least / longer));
  return Math.min(wanted, (mostWidth - beside) / raster.width);
}
