import { crop } from "../../data/augment/crop.ts";
import { rotate } from "../../data/augment/rotate.ts";
import { type ImageSet, imageSize } from "../../data/image-set.ts";
import type { Examples } from "../../models/training/examples.ts";
import { stream } from "../../random/stream.ts";

/** How training images are changed anew in each epoch: turned, then shifted within black borders. */
export interface Augmentation {
  /** At most so many degrees either way. */
  readonly degrees: number;
  /** At most so many pixels either way, up or down and left or right. */
  readonly padding: number;
}

export interface DigitsOptions {
  readonly images: ImageSet;
  /** Which images, in the order of the examples. */
  readonly places: Uint32Array;
  /** The class that is no class: the others keep their order. */
  readonly outlierClass: number;
  readonly augmentation: Augmentation;
  /** What the streams of the augmentation are keyed by, beside epoch and place. */
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
 * zero for the outlier class. Augmented in every epoch but 0, which is that of inference.
 */
export function digits({ images, places, outlierClass, augmentation, purpose }: DigitsOptions): Examples {
  const { channels, height, width } = images;
  const size = imageSize(images);
  const shape = { channels, height, width };
  return {
    count: places.length,
    shapes: { images: [channels, height, width], targets: [digitClasses] },
    read: (indices, epoch, into) => {
      for (const [row, index] of indices.entries()) {
        const place = places[index] as number;
        const plain = images.pixels.subarray(place * size, (place + 1) * size);
        const pixels = epoch === 0 ? plain : augmented(plain, shape, augmentation, [...purpose, epoch, place]);
        for (let at = 0; at < size; at++) (into.images as Float32Array)[row * size + at] = (pixels[at] as number) / 255;
        const target = (into.targets as Float32Array).fill(0, row * digitClasses, (row + 1) * digitClasses);
        const own = classOfLabel(images.labels[place] as number, outlierClass);
        if (own !== undefined) target[row * digitClasses + own] = 1;
      }
    },
  };
}

function augmented(
  image: Uint8Array,
  shape: { readonly channels: number; readonly height: number; readonly width: number },
  { degrees, padding }: Augmentation,
  purpose: readonly (string | number)[],
): Uint8Array {
  const source = stream(...purpose, "augmentation");
  const turned = rotate(image, shape, degrees * (2 * source.uniform() - 1), "nearest");
  const shift = (): number => source.integer(2 * padding + 1) - padding;
  return crop(turned, shape, { top: shift(), left: shift(), height: shape.height, width: shape.width });
}
