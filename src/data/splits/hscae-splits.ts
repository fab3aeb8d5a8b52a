import { permutation } from "../../random/permutation.ts";
import { stream } from "../../random/stream.ts";

export interface HscaeRequest {
  readonly trainLabels: Uint8Array;
  readonly testLabels: Uint8Array;
  /** The class that training never sees: 0 in the report. */
  readonly outlierClass: number;
  readonly seed: number;
}

export interface HscaeSplits {
  /** Places of the training images of every class but the outlier's, ascending. */
  readonly train: Uint32Array;
  /** Places of all test images, ascending: what the report tunes its thresholds on, and tests on. */
  readonly test: Uint32Array;
  /** Half of the outliers and half of the others among the test images, ascending: to tune thresholds on. */
  readonly tuning: Uint32Array;
  /** The other halves, ascending (one image more where a number is odd): to test thresholds on that were tuned apart. */
  readonly evaluation: Uint32Array;
}

/**
 * MNIST with one class as out-of-distribution: deleted from the training images, kept among the test images, which come
 * whole and, beside that, as two halves that a seed decides. The halves are stratified by what the accuracies count,
 * outliers (980 zeros: 490 and 490) and others (9,020: 4,510 and 4,510), not by digit.
 *
 * Throws a RangeError where there would be nothing to train on, or no outlier or no other image in a half.
 *
 * @example
 * const labels = Uint8Array.from({ length: 40 }, (_, index) => index % 10);
 * const { train, tuning } = hscaeSplits({ trainLabels: labels, testLabels: labels, outlierClass: 0, seed: 1 });
 * [train.length, tuning.length]; // => [36, 20]
 */
export function hscaeSplits({ trainLabels, testLabels, outlierClass, seed }: HscaeRequest): HscaeSplits {
  const train = placesWhere(trainLabels, (label) => label !== outlierClass);
  if (train.length === 0) throw new RangeError(`hscaeSplits: no training image of another class than ${outlierClass}`);
  const outliers = placesWhere(testLabels, (label) => label === outlierClass);
  const others = placesWhere(testLabels, (label) => label !== outlierClass);
  for (const [what, places] of Object.entries({ outliers, others }))
    if (places.length < 2)
      throw new RangeError(`hscaeSplits: ${places.length} ${what} among the test images cannot be halved`);
  const halves = [halved(outliers, seed, "outliers"), halved(others, seed, "others")];
  return {
    train,
    test: Uint32Array.from(testLabels.keys()),
    tuning: Uint32Array.from(halves.flatMap(({ first }) => [...first])).sort(),
    evaluation: Uint32Array.from(halves.flatMap(({ second }) => [...second])).sort(),
  };
}

function placesWhere(labels: Uint8Array, wanted: (label: number) => boolean): Uint32Array {
  return Uint32Array.from(labels.keys()).filter((place) => wanted(labels[place] as number));
}

function halved(places: Uint32Array, seed: number, what: string): { first: Uint32Array; second: Uint32Array } {
  const order = permutation(places.length, stream("hscae-splits", seed, "halves", what));
  const shuffled = order.map((place) => places[place] as number);
  const middle = Math.floor(shuffled.length / 2);
  return { first: shuffled.subarray(0, middle), second: shuffled.subarray(middle) };
}
