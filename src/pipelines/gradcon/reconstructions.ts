import type { GradconSplit } from "../../data/splits/gradcon-splits.ts";
import type { Engine } from "../../engine/executor.ts";
import { gradconAutoencoder } from "../../models/networks/gradcon-autoencoder.ts";
import { compileInference } from "../../models/training/infer.ts";
import type { Values } from "../../models/training/training.ts";
import type { Picture } from "../../paper/experiment.ts";
import { picture } from "../picture.ts";
import type { CellImages } from "./class-images.ts";
import { type Settings, side } from "./settings.ts";

/** Images of each kind. */
const columns = 4;

/** A class's first inliers and outliers of the test, each above its reconstruction. */
export async function reconstructionSheet(
  { inlier, selection }: { readonly inlier: number; readonly selection: string },
  values: Values,
  { testInliers, testOutliers }: GradconSplit,
  images: CellImages,
  settings: Settings,
  engine: Engine,
): Promise<Picture> {
  const { channels } = images;
  const compiled = await compileInference({
    engine,
    shapes: { images: [channels, side, side] },
    batchSize: columns,
    inference: (network, { images: batch }) => {
      if (batch === undefined) throw new TypeError("gradcon: the batch has no images");
      return { reconstruction: gradconAutoencoder(network, batch, settings).reconstruction };
    },
  });
  try {
    const row = columns * channels * side * side;
    const sheet = new Float32Array(4 * row);
    for (const [at, places] of [testInliers, testOutliers].entries()) {
      const shown = images.at(places.subarray(0, columns));
      const originals = new Float32Array(shown.count * channels * side * side);
      shown.read(
        Uint32Array.from({ length: shown.count }, (_, index) => index),
        0,
        { images: originals },
      );
      sheet.set(originals, 2 * at * row);
      sheet.set((await compiled.run(values, shown)).reconstruction ?? [], (2 * at + 1) * row);
    }
    return picture({
      name: "reconstructions",
      at: { class: inlier, selection },
      alt: `Images of the normal class ${inlier} and of others, each above its reconstruction.`,
      rows: ["inliers", "reconstructed", "outliers", "reconstructed"],
      columns: Array.from({ length: columns }, (_, index) => String(index + 1)),
      ...{ channels, height: side, width: side, values: sheet },
    });
  } finally {
    await compiled.release();
  }
}
