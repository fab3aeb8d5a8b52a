import { type AugmentationStep, augmenter } from "../../data/augment/augmenter.ts";
import { type ImageSet, imageSize } from "../../data/image-set.ts";
import type { Examples } from "../../models/training/examples.ts";

/** The steps that training images are changed by anew in each epoch. */
export type Augmentation = readonly AugmentationStep[];

export interface DigitsOptions {
  readonly images: ImageSet;
  /** Which images, in the order of the examples. */
  readonly places: Uint32Array;
  /** The class that is no class: the others keep their order. */
  readonly outlierClass: number;
  /** In every epoch but 0, which is that of inference. */
  readonly augmentation: Augmentation;
  /** What the augmentation's draws are for. */
  readonly purpose: readonly (string | number)[];
}

/** How many classes are left beside the outlier class. */
export const digitClasses = 9;

/** The class of a label once the outlier class is left out; undefined for that class itself. */
export function classOfLabel(label: number, outlierClass: number): number | undefined {
  if (label === outlierClass) return undefined;
  return label < outlierClass ? label : label - 1;
}

/**
 * Images with pixels from 0 to 1, [1, height, width], as `images`, and their classes as distributions, [9], as `targets`,
 * all zero for the outlier class.
 */
export function digits({ images, places, outlierClass, augmentation, purpose }: DigitsOptions): Examples {
  const size = imageSize(images);
  const augment = augmenter(images, augmentation, purpose);
  return {
    count: places.length,
    shapes: { images: [images.channels, images.height, images.width], targets: [digitClasses] },
    read: (indices, epoch, { images: pixels, targets }) => {
      const drawn = indices.map((index) => places[index] as number);
      const augmented = epoch === 0 ? undefined : augment(drawn, epoch).pixels;
      for (const [row, place] of drawn.entries()) {
        const source = augmented ?? images.pixels;
        const start = (augmented === undefined ? place : row) * size;
        for (let at = 0; at < size; at++)
          (pixels as Float32Array)[row * size + at] = (source[start + at] as number) / 255;
        targets?.fill(0, row * digitClasses, (row + 1) * digitClasses);
        const own = classOfLabel(images.labels[place] as number, outlierClass);
        if (own !== undefined) targets?.fill(1, row * digitClasses + own, row * digitClasses + own + 1);
      }
    },
  };
}
