import { type ImageShape, requireImage } from "./image-shape.ts";

/** `nearest` is torchvision's default. */
export type RotationResampling = "nearest" | "bilinear";

/** Input coordinates of an output pixel (x, y): (a x + b y + c, d x + e y + f), pixels being squares with whole corners. */
type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/**
 * An image turned about its centre by an angle in degrees, counter-clockwise, at the same size; zero (black) where nothing
 * comes from the image. Bit for bit as Pillow's `rotate` (which torchvision's `RandomRotation` calls): `nearest` in its
 * 16-bit fixed point, `bilinear` in doubles, cut off to whole bytes, the nearest row and column standing for those beyond
 * the edge. Quarter turns go the same way as all others: Pillow has short cuts for them.
 *
 * Throws a RangeError for bytes that are no image of the shape, and for an angle that is not finite.
 *
 * Source: Pillow, Image.py (`rotate`) and src/libImaging/Geometry.c (`affine_fixed`, `affine_transform`, `BILINEAR_BODY`).
 *
 * @example
 * const plane = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9);
 * rotate(plane, { channels: 1, height: 3, width: 3 }, 45, "nearest").join(); // => "2,3,6,1,5,9,4,7,8"
 */
export function rotate(
  image: Uint8Array,
  shape: ImageShape,
  degrees: number,
  resampling: RotationResampling,
): Uint8Array {
  requireImage("rotate", image, shape);
  if (!Number.isFinite(degrees)) throw new RangeError(`rotate: angle ${degrees} is not finite`);
  const affine = aboutCentre(shape, degrees);
  const out = new Uint8Array(image.length);
  const plane = shape.height * shape.width;
  const turn = resampling === "nearest" ? turnNearest : turnBilinear;
  for (let from = 0; from < image.length; from += plane)
    turn(image.subarray(from, from + plane), shape, affine, out.subarray(from, from + plane));
  return out;
}

function aboutCentre({ height, width }: ImageShape, degrees: number): Affine {
  const rest = degrees % 360;
  const angle = -((rest < 0 ? rest + 360 : rest) * (Math.PI / 180));
  const cosine = rounded(Math.cos(angle));
  const sine = rounded(Math.sin(angle));
  const [x, y] = [width / 2, height / 2];
  return [cosine, sine, cosine * -x + sine * -y + x, -sine, cosine, -sine * -x + cosine * -y + y];
}

/** To 15 decimals, as Python's `round`. */
function rounded(value: number): number {
  return Number(value.toFixed(15));
}

function turnNearest(plane: Uint8Array, { height, width }: ImageShape, affine: Affine, out: Uint8Array): void {
  const [a, b, c, d, e, f] = affine;
  const fixed = (value: number): number => Math.floor(value * 65536 + 0.5);
  const stepX = fixed(a);
  const stepY = fixed(d);
  let startX = fixed(c + a * 0.5 + b * 0.5);
  let startY = fixed(f + d * 0.5 + e * 0.5);
  for (let row = 0; row < height; row++) {
    let x = startX;
    let y = startY;
    for (let column = 0; column < width; column++) {
      const fromX = x >> 16;
      const fromY = y >> 16;
      if (fromX >= 0 && fromX < width && fromY >= 0 && fromY < height)
        out[row * width + column] = plane[fromY * width + fromX] as number;
      x += stepX;
      y += stepY;
    }
    startX += fixed(b);
    startY += fixed(e);
  }
}

function turnBilinear(plane: Uint8Array, { height, width }: ImageShape, affine: Affine, out: Uint8Array): void {
  const [a, b, c, d, e, f] = affine;
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const x = a * (column + 0.5) + b * (row + 0.5) + c;
      const y = d * (column + 0.5) + e * (row + 0.5) + f;
      if (x < 0 || x >= width || y < 0 || y >= height) continue;
      const left = Math.floor(x - 0.5);
      const top = Math.floor(y - 0.5);
      const first = Math.max(left, 0);
      const second = Math.min(left + 1, width - 1);
      const share = x - 0.5 - left;
      const upper = along(plane, Math.max(top, 0) * width, first, second, share);
      const lower = top + 1 < height ? along(plane, (top + 1) * width, first, second, share) : upper;
      out[row * width + column] = upper + (lower - upper) * (y - 0.5 - top);
    }
}

/** Between two pixels of a row that begins at `line`. */
function along(plane: Uint8Array, line: number, first: number, second: number, share: number): number {
  const value = plane[line + first] as number;
  return value + ((plane[line + second] as number) - value) * share;
}
