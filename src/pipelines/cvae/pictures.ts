import { cvaeSide } from "../../models/networks/cvae.ts";
import type { Picture } from "../../paper/experiment.ts";
import { picture } from "../picture.ts";
import { type Images, joined, type LabelledImages, type TestSet } from "./cell-images.ts";
import { anomalyMode, type Scorer } from "./score-images.ts";

const size = cvaeSide * cvaeSide;

const sheet = { channels: 1, height: cvaeSide, width: cvaeSide } as const;

/** Generated images, a row a class. */
export function generatedPicture({ values, modes }: LabelledImages, names: readonly string[]): Picture {
  const columns = ["1", "2", "3", "4", "5"];
  const rows = names.map((_, mode) => {
    const start = modes.indexOf(mode) * size;
    return { count: columns.length, values: values.subarray(start, start + columns.length * size) };
  });
  return picture({
    ...{ name: "generated", at: {}, rows: names, columns, ...sheet, values: joined(...rows).values },
    alt: `Five generated images of each class: ${names.join(", ")}.`,
  });
}

/** Normal and anomalous images above their reconstructions, each under its own label. */
export async function reconstructedPicture(
  scorer: Scorer,
  { normal, anomalies }: TestSet,
  names: readonly string[],
): Promise<Picture> {
  const places = names.map((_, mode) => normal.modes.indexOf(mode));
  const oneOfEach = places.map((place) => ({
    count: 1,
    values: normal.values.subarray(place * size, (place + 1) * size),
  }));
  const { "other-classes": ofOtherClasses, digits, "drawn-digits": drawnDigits } = anomalies;
  const shown = joined(...oneOfEach, firstOf(ofOtherClasses, 2), firstOf(digits, 1), firstOf(drawnDigits, 1));
  const reconstructed = await scorer.reconstruct(shown, (at) => (at < names.length ? at : anomalyMode));
  const columns = [...names, "anomaly 1", "anomaly 2", "digit", "drawn digit"];
  return picture({
    ...{ name: "reconstructions", at: {}, rows: ["image", "reconstruction"], columns, ...sheet },
    values: joined(shown, { count: shown.count, values: reconstructed }).values,
    alt: "One image of each class and four anomalies, two of the other classes, a digit and a drawn digit, above their reconstructions, each under its own label.",
  });
}

function firstOf({ values }: Images, count: number): Images {
  return { count, values: values.subarray(0, count * size) };
}
