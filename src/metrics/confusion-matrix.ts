import { defined, type Metric, undefinedBecause } from "./metric.ts";

export interface ConfusionMatrix {
  readonly classCount: number;
  /** [actual class, predicted class]: how many examples. */
  readonly counts: Uint32Array;
}

/**
 * How often each class is taken for each: rows are actual classes, columns predicted ones (as scikit-learn's; some papers
 * print it transposed).
 *
 * Throws a RangeError for lengths that differ and for a class outside 0 … classCount − 1.
 *
 * @example
 * confusionMatrix([0, 0, 1, 2], [0, 1, 1, 1], 3).counts.join(); // => "1,1,0,0,1,0,0,1,0"
 */
export function confusionMatrix(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  classCount: number,
): ConfusionMatrix {
  if (actual.length !== predicted.length)
    throw new RangeError(`confusionMatrix: ${actual.length} actual classes but ${predicted.length} predicted`);
  const counts = new Uint32Array(classCount * classCount);
  for (let example = 0; example < actual.length; example++) {
    const row = classAt(actual, example, "actual", classCount);
    const column = classAt(predicted, example, "predicted", classCount);
    const cell = row * classCount + column;
    counts[cell] = (counts[cell] as number) + 1;
  }
  return { classCount, counts };
}

/**
 * Of each class's examples, the share that is predicted right (recall, sensitivity, the accuracy "of the class"), in
 * [0, 1]. Undefined for a class without examples.
 *
 * @example
 * classRecalls(confusionMatrix([0, 0, 1], [0, 1, 1], 3));
 * // => [{ defined: true, value: 0.5 }, { defined: true, value: 1 }, { defined: false, reason: "class 2 has no example" }]
 */
export function classRecalls({ classCount, counts }: ConfusionMatrix): readonly Metric[] {
  return Array.from({ length: classCount }, (_, label) => {
    const total = sum(counts.subarray(label * classCount, (label + 1) * classCount));
    if (total === 0) return undefinedBecause(`class ${label} has no example`);
    return defined((counts[label * classCount + label] as number) / total);
  });
}

/**
 * The share of all examples that are predicted right, in [0, 1]. Undefined without examples.
 *
 * @example
 * classificationAccuracy(confusionMatrix([0, 0, 0, 1], [0, 0, 1, 1], 2)); // => { defined: true, value: 0.75 }
 */
export function classificationAccuracy({ classCount, counts }: ConfusionMatrix): Metric {
  const total = sum(counts);
  if (total === 0) return undefinedBecause("there are no examples");
  let right = 0;
  for (let label = 0; label < classCount; label++) right += counts[label * classCount + label] as number;
  return defined(right / total);
}

/**
 * The unweighted mean of the recalls of the classes that have examples (scikit-learn's `balanced_accuracy_score`, which
 * leaves the others out, too; not adjusted for chance), in [0, 1]. Undefined without examples.
 *
 * @example
 * balancedAccuracy(confusionMatrix([0, 0, 0, 0, 1], [0, 0, 0, 1, 1], 2)); // => { defined: true, value: 0.875 }
 */
export function balancedAccuracy(matrix: ConfusionMatrix): Metric {
  const recalls = classRecalls(matrix).flatMap((recall) => (recall.defined ? [recall.value] : []));
  if (recalls.length === 0) return undefinedBecause("there are no examples");
  return defined(recalls.reduce((total, recall) => total + recall, 0) / recalls.length);
}

function classAt(classes: ArrayLike<number>, example: number, which: string, classCount: number): number {
  const label = classes[example] as number;
  if (!Number.isInteger(label) || label < 0 || label >= classCount)
    throw new RangeError(
      `confusionMatrix: ${which} class of example ${example} is ${label}, expected 0 to ${classCount - 1}`,
    );
  return label;
}

function sum(counts: Uint32Array): number {
  return counts.reduce((total, count) => total + count, 0);
}
