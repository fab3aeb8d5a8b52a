import type { Picture } from "../../src/paper/experiment.ts";
import type { Raster } from "./png.ts";

/** A picture's images on one raster, see-through between them. */
export interface PictureSheet {
  readonly raster: Raster;
  /** Pixels from one image to the next. */
  readonly step: { readonly x: number; readonly y: number };
}

/** Lays a picture's images out, a pixel for a pixel, a fourteenth of a side apart. */
export function pictureSheet({ rows, columns, channels, height, width, pixels }: Picture): PictureSheet {
  const gap = Math.max(1, Math.round(Math.max(height, width) / 14));
  const step = { x: width + gap, y: height + gap };
  const size = { width: columns.length * step.x - gap, height: rows.length * step.y - gap };
  const depth = channels === 1 ? 2 : 4;
  const samples = new Uint8Array(size.width * size.height * depth);
  const bytes = Buffer.from(pixels, "base64");
  let next = 0;
  for (let row = 0; row < rows.length; row++)
    for (let column = 0; column < columns.length; column++)
      for (let channel = 0; channel < channels; channel++)
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            const pixel = ((row * step.y + y) * size.width + column * step.x + x) * depth;
            samples[pixel + channel] = bytes[next++] as number;
            samples[pixel + channels] = 255;
          }
  return { raster: { ...size, channels: depth, samples }, step };
}
