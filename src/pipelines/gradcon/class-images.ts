import type { Dataset, ImageSet } from "../../data/image-set.ts";
import { poolImages } from "../../data/pool-images.ts";
import { preprocessor } from "../../data/preprocess.ts";
import { resizeImages } from "../../data/resize-images.ts";
import { type GradconSplit, gradconSplits } from "../../data/splits/gradcon-splits.ts";
import type { Examples } from "../../models/training/examples.ts";
import { type Settings, side } from "./settings.ts";

/** The images of a cell, of 28 × 28 pixels, and how each inlier class's are split. */
export interface CellImages {
  readonly channels: number;
  readonly splits: readonly GradconSplit[];
  /** Images at the given places, with pixels in [0, 1], as the input `images`. */
  readonly at: (places: Uint32Array) => Examples;
}

/** Splits a data set by the cell's seed, whatever its variant; images of another size are resized as the official code does. */
export function cellImages({ train, test, classes }: Dataset, { partition, seed }: Settings): CellImages {
  const splits = gradconSplits({
    trainLabels: train.labels,
    testLabels: test.labels,
    classCount: classes.length,
    partition,
    seed,
  });
  const { channels, batch } = preprocessor(resized(poolImages(train, test)), { geometry: { kind: "keep" } });
  return {
    channels,
    splits,
    at: (places) => ({
      count: places.length,
      shapes: { images: [channels, side, side] },
      read: (indices, _epoch, { images }) => {
        batch(
          indices.map((index) => places[index] as number),
          images,
        );
      },
    }),
  };
}

function resized(images: ImageSet): ImageSet {
  if (images.height === side && images.width === side) return images;
  return resizeImages(images, { height: side, width: side }, "lanczos");
}
