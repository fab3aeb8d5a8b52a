import type { Picture } from "../src/paper/experiment.ts";
import { canonicalJson } from "./canonical-json.ts";
import { describePlace } from "./describe-place.ts";

/** Bytes of pixels that all pictures of a record may have together. */
const MAX_PICTURE_BYTES = 256 * 1024;

/** Why a picture cannot be drawn, in one line that names it; undefined if it can. */
export function pictureProblem({
  name,
  at,
  alt,
  rows,
  columns,
  channels,
  height,
  width,
  pixels,
}: Picture): string | undefined {
  const place = `picture ${describePlace(name, at)}`;
  if (name.trim() === "") return "a picture has no name; say what it shows, such as reconstructions";
  if (alt.trim() === "") return `${place} has no alt text; say in one sentence what it shows`;
  if (rows.length === 0 || columns.length === 0)
    return `${place} has ${rows.length} rows and ${columns.length} columns; it needs one of each`;
  if (channels !== 1 && channels !== 3) return `${place} has ${channels} channels; it needs 1 (grey) or 3 (colours)`;
  for (const [side, length] of Object.entries({ height, width }))
    if (!Number.isSafeInteger(length) || length < 1) return `${place} has the ${side} ${length}; it needs pixels`;
  const size = rows.length * columns.length * channels * height * width;
  const bytes = Buffer.from(pixels, "base64");
  if (bytes.toString("base64") !== pixels) return `${place}: its pixels are not base64`;
  if (bytes.length !== size)
    return `${place} has ${bytes.length} bytes of pixels; ${rows.length} rows × ${columns.length} columns × ${channels} channels × ${height} × ${width} are ${size}`;
  return undefined;
}

/** Why a record cannot hold these pictures: one that cannot be drawn, one that stands twice, or too many pixels in all. */
export function picturesProblem(pictures: readonly Picture[]): string | undefined {
  const seen = new Set<string>();
  let bytes = 0;
  for (const picture of pictures) {
    const problem = pictureProblem(picture);
    if (problem !== undefined) return problem;
    const identity = canonicalJson([picture.name, picture.at]);
    if (seen.has(identity)) return `picture ${describePlace(picture.name, picture.at)} stands twice`;
    seen.add(identity);
    bytes += Buffer.byteLength(picture.pixels, "base64");
  }
  if (bytes > MAX_PICTURE_BYTES)
    return `the pictures have ${bytes} bytes of pixels, at most ${MAX_PICTURE_BYTES} are kept; show fewer rows or columns`;
  return undefined;
}
