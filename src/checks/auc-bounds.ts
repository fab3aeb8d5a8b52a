import {
  add,
  compare,
  divide,
  maximum,
  minimum,
  multiply,
  one,
  type Rational,
  rational,
  subtract,
  zero,
} from "../numbers/rational.ts";

/** A point of an ROC curve. */
export interface RocPoint {
  readonly fpr: Rational;
  readonly tpr: Rational;
}

export interface AucRange {
  readonly least: Rational;
  readonly most: Rational;
}

const half = rational(1, 2);

/**
 * The areas of all curves that rise from (0, 0) through the points, given from left to right, to (1, 1): the lowest
 * goes right before it goes up, the highest up before it goes right. For one point t(1 − f) ≤ AUC ≤ 1 − f(1 − t).
 *
 * @example
 * const { least, most } = aucThrough([{ fpr: rational(1, 10), tpr: rational(8, 10) }]);
 * [toNumber(least), toNumber(most)]; // => [0.72, 0.98]
 */
export function aucThrough(points: readonly RocPoint[]): AucRange {
  const stations = [...points, { fpr: one, tpr: one }];
  let [before, least, most]: [RocPoint, Rational, Rational] = [{ fpr: zero, tpr: zero }, zero, zero];
  for (const station of stations) {
    const width = subtract(station.fpr, before.fpr);
    least = add(least, multiply(width, before.tpr));
    most = add(most, multiply(width, station.tpr));
    before = station;
  }
  return { least, most };
}

/**
 * The least area of a curve through a point that is nowhere below the diagonal: 1/2 + (t − f)²/2, where t ≥ f. An
 * assumption on the detector, so never a reason to call a row impossible.
 */
export function aucAboveDiagonal({ fpr, tpr }: RocPoint): Rational {
  const gain = maximum(subtract(tpr, fpr), zero);
  return add(half, multiply(half, multiply(gain, gain)));
}

/**
 * The areas that go with an accuracy at some threshold, (P·t + N·(1 − f)) / (P + N): the errors may all lie in one
 * class, or in the worst way in both.
 */
export function aucFromAccuracy(accuracy: Rational, positives: number, negatives: number): AucRange {
  const [few, many] = [rational(Math.min(positives, negatives)), rational(Math.max(positives, negatives))];
  const right = multiply(accuracy, add(few, many));
  const least = maximum(zero, divide(subtract(right, many), few));
  // With more errors than the greater class has examples, both classes have some: 1 − f(1 − t) at its ends.
  const wrong = subtract(add(few, many), right);
  const most = compare(wrong, many) <= 0 ? one : subtract(one, divide(subtract(wrong, many), few));
  return { least, most };
}

/**
 * The greatest area where no threshold has a better accuracy: every point lies on or below the line of equal accuracy,
 * which cuts a triangle of ((1 − accuracy)(P + N))² / (2PN) off the unit square. Undefined where always answering with
 * the greater class is better than the accuracy: then it is not the best.
 */
export function aucUnderBestAccuracy(accuracy: Rational, positives: number, negatives: number): Rational | undefined {
  const wrong = multiply(subtract(one, accuracy), rational(positives + negatives));
  if (compare(wrong, rational(Math.min(positives, negatives))) > 0) return undefined;
  return subtract(one, divide(multiply(wrong, wrong), rational(2n * BigInt(positives) * BigInt(negatives))));
}

/** The greatest accuracy at any threshold that goes with an area: (AUC · min(P, N) + max(P, N)) / (P + N). */
export function accuracyFromAuc(auc: Rational, positives: number, negatives: number): Rational {
  const [few, many] = [Math.min(positives, negatives), Math.max(positives, negatives)];
  return minimum(one, divide(add(multiply(auc, rational(few)), rational(many)), rational(few + many)));
}
