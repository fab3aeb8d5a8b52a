import { defined, type Outcome, undefinedBecause } from "./metric.ts";

/** Vectors with a class each: the images that stand for their classes. */
export interface Exemplars {
  /** [count, dimension] */
  readonly vectors: ArrayLike<number>;
  /** [count] */
  readonly classes: ArrayLike<number>;
  readonly classCount: number;
}

export interface CosineClassification {
  /** [vectors, classCount]: the mean cosine similarity to each class's exemplars. */
  readonly similarities: Float64Array;
  /** [vectors]: the class of the greatest, the lowest of several. */
  readonly predicted: Uint32Array;
}

/**
 * Classifies vectors by the class whose exemplars they are most alike on average: greatest mean cosine similarity, which
 * is not the cosine similarity to the mean exemplar. The mean over exemplars g of x · g / (|x| |g|) is linear in the unit
 * vectors, hence x / |x| · mean(g / |g|), which is what is computed, in doubles.
 *
 * Similarities lie in [−1, 1], in [0, 1] without negative numbers. Undefined for a class without exemplars and for a
 * vector of zeros, which has no direction (scikit-learn and PyTorch take 0 there). Throws a RangeError for lengths that do
 * not fit the dimension, and for a class outside 0 … classCount − 1.
 *
 * @example
 * const exemplars = { vectors: [1, 0, 3, 0, 0, 1], classes: [0, 0, 1], classCount: 2 };
 * const result = classifyByMeanCosine([4, 3], 2, exemplars);
 * result.defined && result.value.similarities.join(); // => "0.8,0.6"
 */
export function classifyByMeanCosine(
  vectors: ArrayLike<number>,
  dimension: number,
  exemplars: Exemplars,
): Outcome<CosineClassification> {
  const { classCount } = exemplars;
  requireRows("vectors", vectors.length, dimension);
  const means = meanDirections(exemplars, dimension);
  if (!means.defined) return means;
  const count = vectors.length / dimension;
  const similarities = new Float64Array(count * classCount);
  const predicted = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const length = lengthAt(vectors, index, dimension);
    if (length === 0) return undefinedBecause(`vector ${index} is all zeros, which has no direction`);
    const row = similarities.subarray(index * classCount, (index + 1) * classCount);
    for (let label = 0; label < classCount; label++) {
      let product = 0;
      for (let place = 0; place < dimension; place++)
        product += (vectors[index * dimension + place] as number) * (means.value[label * dimension + place] as number);
      row[label] = product / length;
      if (product / length > (row[predicted[index] as number] as number)) predicted[index] = label;
    }
  }
  return defined({ similarities, predicted });
}

/** [classCount, dimension]: the mean of each class's unit vectors, itself no longer than one. */
function meanDirections({ vectors, classes, classCount }: Exemplars, dimension: number): Outcome<Float64Array> {
  requireRows("exemplars", vectors.length, dimension);
  if (vectors.length !== classes.length * dimension)
    throw new RangeError(
      `classifyByMeanCosine: ${vectors.length / dimension} exemplars, but classes of ${classes.length}`,
    );
  const means = new Float64Array(classCount * dimension);
  const counts = new Uint32Array(classCount);
  for (let index = 0; index < classes.length; index++) {
    const label = classes[index] as number;
    if (!(Number.isInteger(label) && label >= 0 && label < classCount))
      throw new RangeError(
        `classifyByMeanCosine: exemplar ${index} has class ${label}, expected 0 to ${classCount - 1}`,
      );
    const length = lengthAt(vectors, index, dimension);
    if (length === 0) return undefinedBecause(`exemplar ${index} is all zeros, which has no direction`);
    counts[label] = (counts[label] as number) + 1;
    for (let place = 0; place < dimension; place++)
      means[label * dimension + place] =
        (means[label * dimension + place] as number) + (vectors[index * dimension + place] as number) / length;
  }
  const empty = counts.indexOf(0);
  if (empty >= 0) return undefinedBecause(`class ${empty} has no exemplar`);
  return defined(means.map((total, place) => total / (counts[Math.floor(place / dimension)] as number)));
}

function requireRows(what: string, length: number, dimension: number): void {
  if (!(Number.isSafeInteger(dimension) && dimension >= 1 && length % dimension === 0))
    throw new RangeError(`classifyByMeanCosine: ${what} of ${length} numbers are no rows of ${dimension}`);
}

function lengthAt(vectors: ArrayLike<number>, index: number, dimension: number): number {
  let square = 0;
  for (let place = index * dimension; place < (index + 1) * dimension; place++)
    square += (vectors[place] as number) ** 2;
  return Math.sqrt(square);
}
