import type { Examples } from "../../models/training/examples.ts";

/** What images would get from an autoencoder that gives one grey value whatever it is shown. */
export interface CollapsedOutput {
  /** Scores, high for inliers, under a black output: minus the mean square of each image. */
  readonly blackScores: Float64Array;
  /** The mean squared error of the first `inliers` images under the grey value that is best for them: their variance. */
  readonly greyLoss: number;
}

/**
 * What a collapsed autoencoder gives. A rectified network that has driven its last layer far below zero gives black for
 * every image, and its gradients vanish with the sigmoid's: such a training never recovers.
 *
 * @param inliers how many of the images, which come first, are of the normal class
 */
export function collapsedOutput(images: Examples, inliers: number): CollapsedOutput {
  const [shape = []] = Object.values(images.shapes);
  const size = shape.reduce((product, side) => product * side, 1);
  const pixels = new Float32Array(size);
  const blackScores = new Float64Array(images.count);
  let [total, squares] = [0, 0];
  for (let index = 0; index < images.count; index++) {
    images.read(Uint32Array.of(index), 0, { images: pixels });
    const square = pixels.reduce((sum, pixel) => sum + pixel * pixel, 0);
    blackScores[index] = -square / size;
    if (index >= inliers) continue;
    total += pixels.reduce((sum, pixel) => sum + pixel, 0);
    squares += square;
  }
  const count = inliers * size;
  return { blackScores, greyLoss: squares / count - (total / count) ** 2 };
}
