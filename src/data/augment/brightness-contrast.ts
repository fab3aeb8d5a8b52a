import { type ImageShape, requireImage } from "./image-shape.ts";

/**
 * An image made brighter (factor above 1) or darker, black at 0: Pillow's `ImageEnhance.Brightness`, torchvision's
 * `adjust_brightness`, bit for bit.
 *
 * Throws a RangeError for bytes that are no image of the shape, and for a negative factor.
 *
 * @example
 * adjustBrightness(Uint8Array.of(0, 101, 200), { channels: 1, height: 1, width: 3 }, 1.5).join(); // => "0,151,255"
 */
export function adjustBrightness(image: Uint8Array, shape: ImageShape, factor: number): Uint8Array {
  requireImage("adjustBrightness", image, shape);
  return blended(0, image, factor);
}

/**
 * An image with more contrast (factor above 1) or less, the image's mean grey at 0: Pillow's `ImageEnhance.Contrast`,
 * torchvision's `adjust_contrast`, bit for bit. The mean is that of the luma by ITU-R 601-2, rounded to a byte.
 *
 * Throws a RangeError for bytes that are no image of the shape, one with other than one or three planes, and for a
 * negative factor.
 *
 * @example
 * adjustContrast(Uint8Array.of(0, 100, 200), { channels: 1, height: 1, width: 3 }, 0.5).join(); // => "50,100,150"
 */
export function adjustContrast(image: Uint8Array, shape: ImageShape, factor: number): Uint8Array {
  requireImage("adjustContrast", image, shape);
  if (shape.channels !== 1 && shape.channels !== 3)
    throw new RangeError(`adjustContrast: an image of ${shape.channels} channels has no luma, expected 1 or 3`);
  const plane = shape.height * shape.width;
  let sum = 0;
  for (let pixel = 0; pixel < plane; pixel++) {
    const red = image[pixel] as number;
    if (shape.channels === 1) sum += red;
    else {
      const green = image[plane + pixel] as number;
      const blue = image[2 * plane + pixel] as number;
      sum += (red * 19595 + green * 38470 + blue * 7471 + 0x8000) >> 16;
    }
  }
  return blended(Math.trunc(sum / plane + 0.5), image, factor);
}

/** Pillow's `Image.blend` of a grey and an image, in its float32 steps, cut off (not rounded) to bytes. */
function blended(grey: number, image: Uint8Array, factor: number): Uint8Array {
  if (!(factor >= 0)) throw new RangeError(`blend: factor ${factor}, expected 0 or more`);
  const alpha = Math.fround(factor);
  return image.map((pixel) => {
    const value = Math.fround(grey + Math.fround(alpha * (pixel - grey)));
    return Math.min(Math.max(Math.trunc(value), 0), 255);
  });
}
