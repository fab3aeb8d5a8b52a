import type { Coordinates, Picture } from "../paper/experiment.ts";

/** A sheet of images as a pipeline has them. */
export interface Sheet {
  /** What kind of sheet: `reconstructions`, `generated`. */
  readonly name: string;
  readonly at: Coordinates;
  /** What it shows, in one sentence. */
  readonly alt: string;
  /** Labels of the rows, from above. */
  readonly rows: readonly string[];
  /** Labels of the columns, from the left. */
  readonly columns: readonly string[];
  /** 1 for grey, 3 for red, green and blue. */
  readonly channels: number;
  /** Of one image, in pixels. */
  readonly height: number;
  readonly width: number;
  /** [rows, columns, channels, height, width]. */
  readonly values: Uint8Array | Float32Array | Float64Array;
  /** The values of black and of white; bytes are 0 to 255 and all other values 0 to 1 where it is absent. */
  readonly range?: readonly [black: number, white: number];
}

/**
 * A sheet of images for a record. Values become bytes: black is 0 and white 255, linearly and rounded to the nearest;
 * values beyond either are clipped, as decoders without a bounded output give them.
 *
 * Throws a RangeError where the values do not fit the sheet's size, one of them is not a number, or black is white. What
 * a record may hold (at most 256 KiB of pixels in all) is checked when it is made.
 *
 * @example
 * const values = Float32Array.of(0, 0.5, 1, 2);
 * const at = { part: "first" };
 * const sheet = { name: "generated", at, alt: "Two images.", rows: ["a"], columns: ["1", "2"], channels: 1, height: 1, width: 2 };
 * picture({ ...sheet, values }).pixels; // => "AID//w=="
 */
export function picture({ values, range, ...sheet }: Sheet): Picture {
  const { name, rows, columns, channels, height, width } = sheet;
  if (channels !== 1 && channels !== 3)
    throw new RangeError(`picture ${name}: ${channels} channels; give 1 (grey) or 3 (red, green, blue)`);
  const size = rows.length * columns.length * channels * height * width;
  if (values.length !== size)
    throw new RangeError(
      `picture ${name}: ${values.length} values; ${rows.length} rows × ${columns.length} columns × ${channels} channels × ${height} × ${width} are ${size}`,
    );
  const [black, white] = range ?? (values instanceof Uint8Array ? [0, 255] : [0, 1]);
  const scale = 255 / (white - black);
  if (!Number.isFinite(scale)) throw new RangeError(`picture ${name}: black is ${black} and white ${white}`);
  const bytes = new Uint8ClampedArray(size);
  for (const [at, value] of values.entries()) {
    if (Number.isNaN(value)) throw new RangeError(`picture ${name}: value ${at} is not a number`);
    bytes[at] = Math.floor((value - black) * scale + 0.5);
  }
  return { ...sheet, channels, pixels: Buffer.from(bytes).toString("base64") };
}
