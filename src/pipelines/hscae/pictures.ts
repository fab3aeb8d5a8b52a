import type { ImagePlanes } from "../../metrics/structural-similarity.ts";
import type { Coordinates, Picture } from "../../paper/experiment.ts";
import { picture } from "../picture.ts";
import type { Level } from "./climb-levels.ts";

/** Images of either kind that are shown. */
const shownOfEach = 3;

/** Places of the first zeros, and of the first digits of three further classes. */
export function shownImages(labels: readonly (number | undefined)[]): readonly number[] {
  const zeros = labels.flatMap((label, place) => (label === undefined ? [place] : [])).slice(0, shownOfEach);
  const digits = [0, 3, 6].flatMap((label) => {
    const place = labels.indexOf(label);
    return place < 0 ? [] : [place];
  });
  return [...zeros, ...digits];
}

/** Images above their reconstructions, level by level, under one condition. */
export function reconstructedPicture(
  images: Float32Array,
  levels: readonly Level[],
  names: readonly string[],
  shape: ImagePlanes,
  at: Coordinates,
): Picture {
  const { channels, height, width } = shape;
  const shown = [images, ...levels.map((level) => level.shown)];
  const values = new Float32Array(shown.length * images.length);
  for (const [row, each] of shown.entries()) values.set(each, row * images.length);
  return picture({
    ...{ name: "reconstructions", at, channels, height, width, values, columns: names },
    rows: ["image", ...levels.map(({ level }) => `level ${level}`)],
    alt: "Zeros and digits above their reconstructions, fed back from level to level.",
  });
}
