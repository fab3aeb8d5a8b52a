import type { CropWindow } from "./crop.ts";
import { type ImageShape, requireImage } from "./image-shape.ts";

/**
 * An image with a rectangle of it set to zero in all planes, as torchvision's `erase` with value 0 on tensors in [0, 1]
 * (on normalised tensors its zero is the mean, not black).
 *
 * Throws a RangeError for bytes that are no image of the shape, and a rectangle that leaves it.
 *
 * @example
 * const rectangle = { top: 0, left: 1, height: 2, width: 1 };
 * erase(Uint8Array.of(1, 2, 3, 4), { channels: 1, height: 2, width: 2 }, rectangle).join(); // => "1,0,3,0"
 */
export function erase(image: Uint8Array, shape: ImageShape, { top, left, height, width }: CropWindow): Uint8Array {
  requireImage("erase", image, shape);
  const whole = [top, left, height, width].every((side) => Number.isSafeInteger(side) && side >= 0);
  if (!whole || top + height > shape.height || left + width > shape.width)
    throw new RangeError(
      `erase: ${height} × ${width} at (${top}, ${left}) leaves the image of ${shape.height} × ${shape.width}`,
    );
  const out = image.slice();
  for (let channel = 0; channel < shape.channels; channel++)
    for (let row = top; row < top + height; row++) {
      const line = (channel * shape.height + row) * shape.width + left;
      out.fill(0, line, line + width);
    }
  return out;
}
