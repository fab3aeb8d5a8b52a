import type { ImagePlanes } from "../../metrics/structural-similarity.ts";
import { structuralSimilarity } from "../../metrics/structural-similarity.ts";
import { digitClasses } from "../odin/digits.ts";
import { temperatures } from "./settings.ts";
import { softmaxRows } from "./softmax-rows.ts";

/** The five distances between an image and its reconstruction that the report names. */
export const distanceNames = ["softmax", "max-softmax", "squared-error", "content", "ssim"] as const;

export type DistanceName = (typeof distanceNames)[number];

/** What images and their reconstructions are to the networks, image by image. */
export interface Compared {
  readonly shape: ImagePlanes;
  readonly images: Float32Array;
  readonly reconstructions: Float32Array;
  /** The classifier's logits of both, [count, 9]. */
  readonly logits: Float32Array;
  readonly reconstructionLogits: Float32Array;
  /** Mean over pixels. */
  readonly squaredErrors: Float32Array;
  readonly contents: Float32Array;
}

/**
 * Every distance of each image:
 * - `softmax`: mean squared difference of the classifier's nine probabilities at temperature 2;
 * - `max-softmax`: absolute difference of the greatest of them;
 * - `squared-error`: mean squared difference of pixels from 0 to 1;
 * - `content`: mean squared difference of a trained VGG's activations after its third block;
 * - `ssim`: 1 − mean structural similarity, windows of 7 × 7.
 */
export function distancesOf(compared: Compared): Readonly<Record<DistanceName, Float64Array>> {
  const { shape, images, reconstructions, squaredErrors, contents } = compared;
  const before = softmaxRows(compared.logits, temperatures.distance);
  const after = softmaxRows(compared.reconstructionLogits, temperatures.distance);
  const count = squaredErrors.length;
  const size = shape.channels * shape.height * shape.width;
  const ofEach = (distance: (image: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, image) => distance(image));
  return {
    softmax: ofEach((image) => {
      let sum = 0;
      for (let at = image * digitClasses; at < (image + 1) * digitClasses; at++)
        sum += ((before[at] as number) - (after[at] as number)) ** 2;
      return sum / digitClasses;
    }),
    "max-softmax": ofEach((image) => Math.abs(greatest(before, image) - greatest(after, image))),
    "squared-error": Float64Array.from(squaredErrors),
    content: Float64Array.from(contents),
    ssim: ofEach((image) => {
      const [from, to] = [image * size, (image + 1) * size];
      const pair = [images.subarray(from, to), reconstructions.subarray(from, to)] as const;
      return 1 - structuralSimilarity(...pair, shape, 1, { kind: "uniform" });
    }),
  };
}

function greatest(probabilities: Float32Array, image: number): number {
  return probabilities
    .subarray(image * digitClasses, (image + 1) * digitClasses)
    .reduce((most, probability) => Math.max(most, probability), 0);
}
