import type { Dataset } from "../../data/image-set.ts";
import { hscaeSplits } from "../../data/splits/hscae-splits.ts";
import { classOfLabel } from "../odin/digits.ts";
import { firstOfEach } from "../odin/select-images.ts";
import { outlierClass } from "../odin/settings.ts";
import type { Settings } from "./settings.ts";

/** The images of a cell. */
export interface CellImages {
  /** Places of the training images. */
  readonly train: Uint32Array;
  /** Places of the test images that are scored. */
  readonly test: Uint32Array;
  /** 1 for each scored image that is a zero. */
  readonly outliers: Uint8Array;
  /** Class of each scored image among the digits 1 to 9; absent for a zero. */
  readonly classes: readonly (number | undefined)[];
  /** Halves of the scored images, by their places among these. */
  readonly halves: { readonly tuning: Uint32Array; readonly evaluation: Uint32Array };
}

/** Which images a cell trains on, and which it scores. */
export function cellImages(dataset: Dataset, { seed, trainPerClass, testPerClass }: Settings): CellImages {
  const test = firstOfEach(dataset.test.labels, testPerClass);
  const testLabels = Uint8Array.from(test, (place) => dataset.test.labels[place] as number);
  const splits = hscaeSplits({ trainLabels: dataset.train.labels, testLabels, outlierClass, seed });
  return {
    train: firstOfEach(dataset.train.labels, trainPerClass, splits.train),
    test,
    outliers: testLabels.map((label) => (label === outlierClass ? 1 : 0)),
    classes: Array.from(testLabels, (label) => classOfLabel(label, outlierClass)),
    halves: { tuning: splits.tuning, evaluation: splits.evaluation },
  };
}
