import { type ImageShape, requireImage } from "./image-shape.ts";

/** `horizontal` swaps left and right, `vertical` top and bottom. */
export type FlipDirection = "horizontal" | "vertical";

/**
 * The mirror image, as torchvision's `hflip` and `vflip`. Throws a RangeError for bytes that are no image of the shape.
 *
 * @example
 * flip(Uint8Array.of(1, 2, 3, 4), { channels: 1, height: 2, width: 2 }, "vertical").join(); // => "3,4,1,2"
 */
export function flip(image: Uint8Array, shape: ImageShape, direction: FlipDirection): Uint8Array {
  requireImage("flip", image, shape);
  const { height, width } = shape;
  const out = new Uint8Array(image.length);
  for (let line = 0; line < image.length / width; line++) {
    const row = line % height;
    const source = image.subarray(line * width, (line + 1) * width);
    if (direction === "vertical") out.set(source, (line - row + (height - 1 - row)) * width);
    else out.set(source.slice().reverse(), line * width);
  }
  return out;
}
