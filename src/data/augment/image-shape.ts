import { imageSize } from "../image-set.ts";

/** Shape of one image: its planes, one after another, rows from top to bottom. */
export interface ImageShape {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
}

/** Throws a RangeError unless so many bytes are one image of the shape. */
export function requireImage(name: string, image: Uint8Array, shape: ImageShape): void {
  if (image.length !== imageSize(shape) || image.length === 0)
    throw new RangeError(
      `${name}: ${image.length} bytes for an image of ${shape.channels} × ${shape.height} × ${shape.width}`,
    );
}
