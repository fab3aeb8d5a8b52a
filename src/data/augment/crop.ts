import { type ImageShape, requireImage } from "./image-shape.ts";

/** A rectangle in the coordinates of the image itself: it may begin above and left of it (negative), and end beyond it. */
export interface CropWindow {
  readonly top: number;
  readonly left: number;
  readonly height: number;
  readonly width: number;
}

/**
 * The part of an image in a window, zero (black) where the window leaves the image: what torchvision's `RandomCrop` cuts
 * out after padding, whose row 0 is `top` = −padding here.
 *
 * Throws a RangeError for bytes that are no image of the shape, and a window that is not of whole pixels.
 *
 * @example
 * const shape = { channels: 1, height: 2, width: 2 };
 * crop(Uint8Array.of(1, 2, 3, 4), shape, { top: -1, left: 1, height: 2, width: 2 }).join(); // => "0,0,2,0"
 */
export function crop(image: Uint8Array, shape: ImageShape, { top, left, height, width }: CropWindow): Uint8Array {
  requireImage("crop", image, shape);
  if (![top, left, height, width].every(Number.isSafeInteger) || height < 1 || width < 1)
    throw new RangeError(`crop: window of ${height} × ${width} at (${top}, ${left}) is not of whole pixels`);
  const out = new Uint8Array(shape.channels * height * width);
  const from = Math.max(left, 0);
  const to = Math.min(left + width, shape.width);
  if (to <= from) return out;
  for (let channel = 0; channel < shape.channels; channel++)
    for (let row = Math.max(top, 0); row < Math.min(top + height, shape.height); row++) {
      const line = (channel * shape.height + row) * shape.width;
      out.set(image.subarray(line + from, line + to), (channel * height + row - top) * width + from - left);
    }
  return out;
}
