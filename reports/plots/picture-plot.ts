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

const width = 760;
const margin = 12;
const top = 74;
const mostLabelWidth = 150;
const mostSide = 112;

/** A picture with its rows' labels on the left and its columns' above, every pixel enlarged alike. */
export function picturePlot({ picture, sheet, png, subtitle, ...names }: PicturePlot): string {
  const { rows, columns } = picture;
  const labelWidth = Math.min(mostLabelWidth, Math.max(0, ...rows.map((row) => textWidth(row, 11))));
  const left = margin + labelWidth + (labelWidth > 0 ? 10 : 0);
  const scale = scaleFor(picture, sheet, width - margin - left);
  const size = { width: sheet.raster.width * scale, height: sheet.raster.height * scale };
  const step = { x: sheet.step.x * scale, y: sheet.step.y * scale };
  const room = columns.length === 1 ? width - margin - left : step.x - 4;
  return drawing({ ...names, title: `${names.title}: ${subtitle}`, width, height: top + size.height + margin }, [
    ...heading(names.title, subtitle, width),
    ...columns.flatMap((column, index) => {
      if (column === "" || room < 9) return [];
      const x = left + index * step.x + (columns.length === 1 ? 0 : (picture.width * scale) / 2);
      const anchor = columns.length === 1 ? "start" : "middle";
      return [label(fitted(column, room, 11), x, top - 9, { anchor, size: 11, soft: true })];
    }),
    ...rows.flatMap((row, index) =>
      row === ""
        ? []
        : [
            label(fitted(row, mostLabelWidth, 11), left - 10, top + index * step.y + (picture.height * scale) / 2 + 4, {
              anchor: "end",
              size: 11,
              soft: true,
            }),
          ],
    ),
    element("image", {
      x: left,
      y: top,
      ...size,
      "image-rendering": "pixelated",
      href: `data:image/png;base64,${Buffer.from(png).toString("base64")}`,
    }),
  ]);
}

/** Whole pixels where there is room for that. */
function scaleFor(picture: Picture, { raster }: PictureSheet, room: number): number {
  const largest = Math.min(room / raster.width, mostSide / Math.max(picture.height, picture.width));
  return largest >= 1 ? Math.floor(largest) : largest;
}
